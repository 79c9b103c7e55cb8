"""``collectif contribution import``: files written once, decisions kept, contact data left behind."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.store.history.repositories import git, repository, save
from tests.store.platforms.samples import CAP, FORM, SAMPLES
from tests.voting.data import shared

TEXTS = """\
== collectif.yaml ==
schema: 1
name: Essai
language: fr
levels: [poitiers]
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
levels: [poitiers]
"""
FOLDER = "programme/contributions/plateforme"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "p", TEXTS)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def export(root: Path, text: str, name: str = "export.csv") -> str:
    """Write an export beside the repository."""
    path = root.parent / name
    path.write_bytes(text.encode())
    return str(path)


def front(root: Path, id: str) -> dict[str, str]:
    text = (root / f"{FOLDER}/{id}.md").read_text(encoding="utf-8")
    return dict(line.split(": ", 1) for line in text.split("---\n")[1].splitlines())


def test_each_contribution_is_a_file(root: Path, collectif: Collectif) -> None:
    said = collectif("contribution", "import", "plateforme", export(root, CAP), "--commit", folder=root)
    assert said.code == 0, said.err
    assert "2 contributions\n  2 are new\n" in said.out
    told = front(root, "1-1")
    assert told["title"] == "Un banc"
    assert told["support"] == "{agree: 1}"
    assert told["fate"] == "new"
    text = (root / f"{FOLDER}/1-1.md").read_text(encoding="utf-8")
    assert text.endswith("---\nUn banc **place** d'Armes.\n\n- à l'ombre\n- au soleil\n")
    assert git(root, "log", "-1", "--format=%s") == "import the contributions of plateforme"
    everything = git(root, "show", "HEAD")
    assert "u1" not in everything
    assert "@" not in everything.replace("@@", "").replace("@example", "").partition("diff --git")[2]
    assert git(root, "status", "--porcelain") == ""


def test_the_key_of_pseudonyms_stays_out_of_git(root: Path, collectif: Collectif) -> None:
    collectif("contribution", "import", "plateforme", export(root, CAP), "--commit", folder=root)
    key = (root / ".collectif-authors/key").read_text(encoding="ascii").strip()
    assert len(key) == 32
    assert key not in git(root, "show", "HEAD")
    assert git(root, "status", "--porcelain", "--ignored").startswith("!! .collectif-authors/")
    author = front(root, "1-1")["author"]
    collectif("contribution", "import", "plateforme", export(root, CAP.replace("1-1", "1-9")), folder=root)
    assert front(root, "1-9")["author"] == author


def test_nobody_is_named_when_nobody_is_to_be(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "import", "plateforme", export(root, CAP), "--anonymous")
    assert collectif(*asked, folder=root).code == 0
    assert "author" not in front(root, "1-1")
    assert not (root / ".collectif-authors").exists()


def test_a_second_import_changes_nothing(root: Path, collectif: Collectif) -> None:
    for slug, ways in SAMPLES.items():
        for number, files in enumerate(ways):
            paths = []
            for file in files:
                path = root.parent / slug / str(number) / file.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.raw)
                paths.append(str(path))
            asked = ("contribution", "import", f"{slug}-{number}", *paths)
            assert collectif(*asked, folder=root).code == 0
            assert (
                collectif(
                    "check", "--only", "schema", "--only", "text", "--only", "privacy", folder=root
                ).code
                == 0
            )
            save(root)
            said = collectif(*asked, folder=root)
            assert said.out.endswith("nothing to change\n"), said.out
            assert git(root, "status", "--porcelain") == ""


def test_an_edit_there_is_taken_until_somebody_decides_here(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "import", "plateforme")
    collectif(*asked, export(root, CAP), folder=root)
    said = collectif(*asked, export(root, CAP.replace("la nuit", "le soir")), folder=root)
    assert "1 was edited there, and its new text was taken: plateforme/proposal2" in said.out
    path = root / f"{FOLDER}/proposal2.md"
    assert path.read_text(encoding="utf-8").endswith("---\nUn bus le soir.\n")
    collectif("contribution", "assign", "plateforme/proposal2", "--group", "eau", folder=root)
    said = collectif(*asked, export(root, CAP.replace("la nuit", "à midi")), folder=root)
    assert "its text here stays" in said.out
    assert "“--take plateforme/proposal2”" in said.out
    assert path.read_text(encoding="utf-8").endswith("---\nUn bus le soir.\n")
    told = front(root, "proposal2")
    assert (told["fate"], told["group"], "edited" in told) == ("assigned", "eau", True)
    assert "contribution-edited-upstream" in collectif("check", folder=root).out
    before = path.read_bytes()
    said = collectif(*asked, export(root, CAP.replace("la nuit", "à midi")), folder=root)
    assert (said.out.endswith("nothing to change\n"), path.read_bytes()) == (True, before)
    taken = (*asked, export(root, CAP.replace("la nuit", "à midi")), "--take", "plateforme/proposal2")
    collectif(*taken, folder=root)
    assert path.read_text(encoding="utf-8").endswith("---\nUn bus à midi.\n")
    told = front(root, "proposal2")
    assert (told["fate"], told["group"], "edited" in told) == ("assigned", "eau", False)


def test_what_is_gone_there_stays_here(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "import", "plateforme")
    collectif(*asked, export(root, CAP), folder=root)
    gone = CAP.replace("PUBLISHED,,,u2", "TRASHED,,,u2")
    said = collectif(*asked, export(root, gone), folder=root)
    assert "1 is no longer there, and stays here: plateforme/proposal2" in said.out
    assert "removed" in front(root, "proposal2")
    assert "contribution-removed-upstream" in collectif("check", folder=root).out
    assert collectif(*asked, export(root, gone), folder=root).out.endswith("nothing to change\n")
    said = collectif(*asked, export(root, CAP), folder=root)
    assert "1 is there again: plateforme/proposal2" in said.out
    assert "removed" not in front(root, "proposal2")


def test_a_row_that_cannot_be_read_says_nothing_of_what_is_gone(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "import", "plateforme")
    collectif(*asked, export(root, CAP), folder=root)
    broken = CAP.replace("Un bus,0", 'Un bus,"0', 1)
    said = collectif(*asked, export(root, broken), folder=root)
    assert said.code == 1
    assert ":7:5: this row cannot be cut into cells" in said.out
    assert "no longer there" not in said.out
    assert "removed" not in front(root, "proposal2")


def test_the_export_of_another_source_is_refused(root: Path, collectif: Collectif) -> None:
    collectif("contribution", "import", "plateforme", export(root, CAP), folder=root)
    other = CAP.replace("1-1", "7-1").replace("UHJvcG9zYWw6cHJvcG9zYWwy", "cDk")
    said = collectif("contribution", "import", "plateforme", export(root, other), folder=root)
    assert said.code == 1
    assert "is it the right source?" in said.err


def test_a_form_is_explained_once(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "import", "formulaire", export(root, FORM))
    said = collectif(*asked, folder=root)
    assert said.code == 1
    assert "--map body=…" in said.err
    maps = (
        "--map",
        "body=Votre idée",
        "--map",
        "body=Où ?",
        "--map",
        "date=Horodateur",
        "--map",
        "author=Courriel",
    )
    assert collectif(*asked, *maps, "--title", "Le formulaire", folder=root).code == 0
    source = root / "programme/contributions/formulaire/source.yaml"
    assert source.read_text(encoding="utf-8") == (
        "title: Le formulaire\nplatform: table\ncolumns:\n"
        '  body: [Votre idée, "Où ?"]\n  date: Horodateur\n  author: Courriel\n'
    )
    assert collectif(*asked, folder=root).out.endswith("nothing to change\n")
    said = collectif(*asked, "--map", "body=Votre idée", folder=root)
    assert "body: Votre idée" in source.read_text(encoding="utf-8")
    said = collectif(*asked, "--map", "texte=Votre idée", folder=root)
    assert said.code == 1
    assert "does not say which column holds what" in said.err


def test_contact_data_goes_with_its_row_and_column(root: Path, collectif: Collectif) -> None:
    table = "id,titre,texte\n1,Un banc,Écrivez à paul@mail.fr ou 06 12 34 56 78\n"
    said = collectif("contribution", "import", "plateforme", export(root, table), folder=root)
    assert said.code == 0
    assert ":2:3: an e-mail address was taken out of this cell" in said.out
    assert ":2:3: a telephone number was taken out of this cell" in said.out
    text = (root / f"{FOLDER}/1.md").read_text(encoding="utf-8")
    assert "Écrivez à (adresse électronique retirée) ou (numéro de téléphone retiré)" in text


def test_a_dry_run_writes_nothing_and_json_says_it_all(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "import", "plateforme", export(root, CAP), "--dry-run")
    said = collectif(*asked, folder=root)
    assert "3 files would be written" in said.out
    assert git(root, "status", "--porcelain", "--ignored") == ""
    said = collectif(*asked[:-1], "--json", folder=root)
    told = json.loads(said.out)
    assert (told["version"], told["read"], told["written"]) == (1, 2, True)
    assert told["new"] == ["plateforme/1-1", "plateforme/proposal2"]
    assert told["remarks"][0]["line"] == 2


def test_it_is_usable_in_french(root: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLLECTIF_LANG")
    said = collectif("contribution", "import", "plateforme", export(root, CAP), folder=root)
    assert "Cap Collectif : 2 contributions\n  2 sont nouvelles\n" in said.out.replace("\u00a0", " ")
    said = collectif("contribution", "import", "Plate-Forme", "x", folder=root)
    assert said.code == 2


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("platforms/cap-collectif/budget-participatif-rennes_selection.csv", 3),
        ("platforms/cap-collectif/projet-pour-consolider-les-exports_selectionstepexport.csv", 4),
        ("platforms/cap-collectif/english-project_collecte-des-propositions-pour-la-france.csv", 0),
        ("platforms/cap-collectif/projet-avec-questionnaire_questionnaire.csv", 0),
        ("platforms/cap-collectif/debate-debateOpenWithoutVote-votes.csv", 0),
        ("platforms/polis/london.youth.policing", 36),
    ],
)
def test_real_exports(root: Path, collectif: Collectif, name: str, count: int) -> None:
    """Each is read whole; a second import gives an empty difference."""
    asked = ("contribution", "import", "plateforme", str(shared(name)))
    said = collectif(*asked, "--json", folder=root)
    assert said.code == 0
    told = json.loads(said.out)
    assert (told["read"], len(told["new"]), told["faults"]) == (count, count, [])
    assert (
        collectif("check", "--only", "schema", "--only", "text", "--only", "privacy", folder=root).code == 0
    )
    save(root)
    assert collectif(*asked, folder=root).out.endswith("nothing to change\n")
    assert git(root, "status", "--porcelain") == ""


def test_real_votes_of_polis(root: Path, collectif: Collectif) -> None:
    said = collectif(
        "contribution",
        "import",
        "plateforme",
        str(shared("platforms/polis/london.youth.policing")),
        folder=root,
    )
    assert "2 votes were given again: the last of each counts" in said.out
    assert "16 for and 2 against are declared; the votes say 15 and 2" in said.out
    assert "13 for and 8 against are declared; the votes say 12 and 8" in said.out
    assert front(root, "25")["support"] == "{agree: 15, disagree: 2, pass: 2}"
