"""``collectif build --format pdf``: the programme on paper, its bookmarks, its tags, its last lines."""

import subprocess
import sys
from pathlib import Path

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
