"""``collectif build --format pdf``: the programme on paper, its bookmarks, its tags, its last lines."""

import subprocess
import sys
from pathlib import Path

import pytest

from collectif_cli.voting.short_code import vote_code
from tests.cli.conftest import Collectif
from tests.pdf import bookmarks, reader, said_of_itself, text_of
from tests.texts import write_texts


def test_programme_on_paper(repository: Path, collectif: Collectif) -> None:
    """
    == programme/outline.yaml ==
    outline:
      - {id: ville, title: La ville, children: [{id: rues, title: Les rues, proposals: [velo]}]}
      - {id: nature, title: La nature, proposals: [velo]}
    == programme/glossary.yaml ==
    captage: Endroit où l'on prend l'eau.
    == programme/proposals/velo.md ==
    ---
    {title: "Le vélo : partout ?", group: g, status: adopted, aliases: [bicyclette], requires: [eau]}
    ---
    ## Constat
    Voir [l'eau](eau.md).
    #### Trop profond
    Oui.
    == programme/proposals/eau.md ==
    ---
    {title: L'eau des captages, group: g, status: divisive}
    ---
    ## Variantes
    ### a
    Un.
    ### b
    Deux.
    ## Position minoritaire
    Non.
    """
    said = collectif("build", "programme", "--format", "pdf", folder=repository)
    assert (said.code, said.err) == (0, "")
    assert "build/programme.pdf" in said.out
    raw = (repository / "build/programme.pdf").read_bytes()
    pdf, words = reader(raw), text_of(raw)
    assert "Le vélo : partout ?" in words
    assert "Deux." in words
    assert "Code des textes :" in words
    assert said_of_itself(raw) == ("fr", True, True)
    assert str(pdf.metadata and pdf.metadata.title).startswith("Le programme")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in raw
    marks = bookmarks(raw)
    assert [mark for mark in marks if "vélo" in mark or "La ville" in mark]
    assert "Constat" not in marks


def test_same_commit_gives_the_same_bytes(repository: Path, collectif: Collectif) -> None:
    """
    == programme/proposals/velo.md ==
    ---
    {title: Le vélo, group: g, status: submitted}
    ---
    Rouler.
    """
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *words], cwd=repository, check=True)
    file = repository / "build/programme.pdf"
    collectif("build", "programme", "--format", "pdf", folder=repository)
    first = file.read_bytes()
    said = collectif("build", "programme", "--format", "pdf", "--at", "HEAD", folder=repository)
    assert "est déjà tel qu’il serait écrit" in said.out or "is already as it would be" in said.out
    assert file.read_bytes() == first


def test_hostile_texts_and_missing_letters_are_printed_and_told(
    repository: Path, collectif: Collectif
) -> None:
    """
    == programme/outline.yaml ==
    outline: [{id: "a", title: '#panic("un")', introduction: '#panic("deux")', proposals: [velo]}]
    == programme/proposals/velo.md ==
    ---
    {title: '#panic("trois") 🚲', group: g, status: adopted}
    ---
    ## #panic("quatre")
    $ #panic("cinq") $
    """
    said = collectif("build", "programme", "--format", "pdf", folder=repository)
    assert said.code == 0
    assert "🚲" in said.err
    words = text_of((repository / "build/programme.pdf").read_bytes())
    assert all(f'#panic("{number}")' in words for number in ("un", "deux", "trois", "quatre", "cinq"))


def test_titles_that_say_nothing_stop_no_page(repository: Path, collectif: Collectif) -> None:
    """
    == programme/outline.yaml ==
    outline: [{id: a, title: " ", proposals: [velo]}]
    == programme/proposals/velo.md ==
    ---
    {title: "  ", group: g, status: adopted}
    ---
    ##
    ## Variantes
    ###
    Un.
    """
    assert collectif("build", "programme", "--format", "pdf", folder=repository).code == 0


def test_own_template_takes_the_place_and_a_bad_one_is_told(repository: Path, collectif: Collectif) -> None:
    """
    == templates/programme.typ ==
    #import "page.typ": *
    #show: printed.with(title: words.programme, author: "x")
    Notre gabarit, #data.collective
    """
    assert collectif("build", "programme", "--format", "pdf", folder=repository).code == 0
    assert "Notre gabarit" in text_of((repository / "build/programme.pdf").read_bytes())
    (repository / "templates/programme.typ").write_text('\n#import "@preview/x:1.0.0": *\n', encoding="utf-8")
    said = collectif("build", "programme", "--format", "pdf", folder=repository)
    assert said.code == 1
    assert "templates/programme.typ:2" in said.err


def test_press_is_brought_in_only_for_a_pdf(tmp_path: Path) -> None:
    root = write_texts(tmp_path, "")
    code = (
        "import sys; from collectif_cli.cli.app import run;"
        "run(['build', 'programme', '--format', 'md,html']); print('typst' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


PLENARY = """
== groups/people.yaml ==
tilleul: {name: Tilleul}
== programme/glossary.yaml ==
captage: Endroit où l'on prend l'eau.
== programme/plenaries/2019-10-09-p.md ==
---
number: 12
title: L'eau et les bus
date: 2019-10-09
attendance: {present: 30, represented: 2}
agenda: [{id: a1, title: Le captage, on: [eau]}]
decisions: [{id: d1, kind: adopt, on: eau, how: show-of-hands, vote: 2019-10-09-eau}]
---
Une longue soirée.
== programme/proposals/eau.md ==
---
{title: Protéger le captage, group: g, status: divisive}
---
Un texte.
== programme/proposals/velo.md ==
---
{title: Le vélo, group: g, status: divisive}
---
Un autre.
== programme/votes/2019-10-09-eau/vote.yaml ==
title: Le captage
plenary: 2019-10-09-p
date: 2019-10-09
rule: {method: majority, base: expressed, threshold: "> 1/2"}
electorate: {kind: present}
ballots: counts
questions: [{id: eau, title: Protéger le captage, on: [eau]}]
== programme/votes/2019-10-09-eau/counts.yaml ==
questions: {eau: {options: {for: 21, against: 4}, blank: 5}}
"""


def printed(root: Path, collectif: Collectif, name: str, of: str = "2019-10-09-p") -> str:
    """Give the words of a document as it is printed."""
    said = collectif("build", name, "--format", "pdf", "--of", of, folder=root)
    assert (said.code, said.err) == (0, "")
    return text_of((root / f"build/{name}-{of}.pdf").read_bytes())


def test_booklet_holds_the_texts_of_the_agenda_with_their_lines(tmp_path: Path, collectif: Collectif) -> None:
    root = write_texts(tmp_path, PLENARY)
    words = printed(root, collectif, "booklet")
    assert "Protéger le captage" in words
    assert "Endroit où l’on prend l’eau." in words
    assert "Le vélo" not in words
    assert "ligne 212" in words
    assert lines_of(root) == {"Protéger le captage": 1, "Un texte.": 2}
    (root / "programme/proposals/eau.md").write_text(
        "---\n{title: Protéger le captage, group: g, status: divisive}\n---\nD'abord ceci.\n\nUn texte.\n",
        encoding="utf-8",
    )
    printed(root, collectif, "booklet")
    assert lines_of(root) == {"Protéger le captage": 1, "D’abord ceci.": 2, "Un texte.": 3}


def lines_of(root: Path) -> dict[str, int]:
    """Give the number that stands beside each line of the booklet."""
    pages = reader((root / "build/booklet-2019-10-09-p.pdf").read_bytes()).pages
    found: dict[float, list[tuple[float, str]]] = {}

    def see(text: str, place: list[float], *_: object) -> None:
        if text.strip():
            found.setdefault(round(place[5]), []).append((place[4], text.strip()))

    for page in pages[1:]:
        page.extract_text(visitor_text=see)
    rows = [[said for _, said in sorted(row)] for row in found.values()]
    return {row[1]: int(row[0]) for row in rows if len(row) > 1 and row[0].isdecimal()}


def test_booklet_of_a_plenary_that_names_no_text_holds_all_that_wait(
    tmp_path: Path, collectif: Collectif
) -> None:
    root = write_texts(tmp_path, PLENARY.replace(", on: [eau]}]\ndec", "}]\ndec"))
    words = printed(root, collectif, "booklet")
    assert "Protéger le captage" in words
    assert "Le vélo" in words


def test_sheet_and_minutes_tell_the_count(tmp_path: Path, collectif: Collectif) -> None:
    root = write_texts(tmp_path, PLENARY)
    sheet = printed(root, collectif, "sheet", "2019-10-09-eau")
    assert "Résultat : adopté." in sheet
    assert "21 voix" in sheet
    assert "collectif vote show 2019-10-09-eau" in sheet
    minutes = printed(root, collectif, "minutes")
    for said in (
        "Plénière n° 12 : L’eau et les bus",
        "Présents : 30 personnes",
        "Adopté",
        "Une longue soirée",
    ):
        assert said in minutes
    assert "Par procuration : 2 personnes" in minutes
    assert "Les feuilles de dépouillement" in minutes
    collectif("build", "minutes", "--format", "md,html", folder=root)
    markdown = (root / "build/minutes-2019-10-09-p.md").read_text(encoding="utf-8")
    assert "| Pour | 21 |" in markdown
    assert "# Plénière n° 12" in markdown
    page = (root / "build/minutes-2019-10-09-p.html").read_text(encoding="utf-8")
    assert '<th scope="row">Pour</th><td>21</td>' in page


@pytest.mark.parametrize(
    ("rule", "how", "boxes"),
    [
        ('{method: majority, base: expressed, threshold: "> 1/2"}', "une seule réponse", "Pour"),
        ("{method: plurality, ties: kept}", "une seule réponse", "Rouge"),
        ("{method: approval, ties: kept}", "autant de réponses", "Rouge"),
        (
            "{method: majority-judgment, grades: [non, passable, bien], not_judged: ignored, ties: kept}",
            "une mention pour chacune",
            "passable",
        ),
        ("{method: dots, points: 3, most_on_one: 2, ties: kept}", "3 gommettes à répartir", "Rouge"),
        ("{method: score, points: 5, not_judged: ignored, ties: kept}", "un nombre entier de 0", "Rouge"),
        (
            "{method: irv, unranked: none, equal_ranks: refused, skipped_ranks: closed, ties: kept}",
            "un rang pour chacune",
            "Rouge",
        ),
    ],
)
def test_ballots_fill_a_page_and_bear_the_code(
    rule: str, how: str, boxes: str, tmp_path: Path, collectif: Collectif
) -> None:
    options = "" if "majority," in rule else ", options: [{id: r, title: Rouge}, {id: v, title: Vert}]"
    digest = f"sha256:{'a' * 64}"
    question = f"{{id: c, title: La couleur{options}}}"
    root = write_texts(
        tmp_path,
        f"""
        == programme/votes/2019-10-09-c/vote.yaml ==
        title: La couleur
        date: 2019-10-09
        rule: {rule}
        electorate: {{kind: present, present: 3}}
        ballots: anonymous
        questions: [{question}]
        frozen:
          date: "2019-10-09T19:00:00+02:00"
          rule: {rule}
          electorate: {{count: 3}}
          questions: [{question}]
          digest: "{digest}"
        """,
    )
    said = collectif("build", "ballot", folder=root)
    assert (said.code, said.err) == (0, "")
    words = text_of((root / "build/ballot-2019-10-09-c.pdf").read_bytes())
    code = vote_code(digest)
    assert words.count(how) == words.count(code) >= 4
    assert boxes in words


def test_what_cannot_be_made_is_said(tmp_path: Path, collectif: Collectif) -> None:
    root = write_texts(tmp_path, PLENARY)
    said = collectif("build", "ballot", "--of", "2019-10-09-eau", folder=root)
    assert said.code == 1
    assert "n’est pas ouvert" in said.err
    assert collectif("build", "programme", "--of", "2019-10-09-eau", folder=root).code == 2
    assert collectif("build", "--of", "2019-10-09-eau", folder=root).code == 2
    said = collectif("build", "minutes", "--of", "2019-10-09-q", folder=root)
    assert said.code == 2
    assert "2019-10-09-p" in said.err
    (root / "programme/votes/2019-10-09-eau/counts.yaml").unlink()
    assert collectif("build", "sheet", "--of", "2019-10-09-eau", folder=root).code == 1
    assert collectif("build", "sheet", folder=root).out == ""
