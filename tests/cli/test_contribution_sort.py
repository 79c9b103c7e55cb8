"""``collectif contribution list``, ``assign``, ``merge``, ``answer``, ``report``, ``letters``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.contribution_texts import text, waiting
from tests.store.history.repositories import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return waiting(tmp_path / "p")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def listed(root: Path, collectif: Collectif, *arguments: str) -> list[str]:
    said = collectif("contribution", "list", *arguments, "--json", folder=root)
    return [one["id"] for one in json.loads(said.out)["contributions"]]


def test_the_list_and_its_filters(root: Path, collectif: Collectif) -> None:
    collectif("contribution", "assign", "site/3", "--group", "eau", folder=root)
    assert listed(root, collectif) == ["site/1", "site/2", "site/3", "site/4"]
    assert listed(root, collectif, "--theme", "mobilites") == ["site/1", "site/2"]
    assert listed(root, collectif, "--group", "eau") == ["site/3"]
    assert listed(root, collectif, "--fate", "assigned") == ["site/3"]
    collectif("contribution", "answer", "site/4", "--fate", "declined", "--text", "Non.", folder=root)
    assert listed(root, collectif, "--waiting", "--source", "site") == ["site/1", "site/2", "site/3"]
    said = collectif("contribution", "list", folder=root)
    assert "site/3        handed to a group  Eau    Des fontaines" in said.out
    assert "Plus de bancs à l'ombre." in said.out
    assert said.out.endswith("4 contributions\n")
    assert collectif("contribution", "list", "--fate", "assinged", folder=root).code == 2
    assert "assigned" in collectif("contribution", "list", "--fate", "assinged", folder=root).err


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_the_list_fits(
    root: Path, collectif: Collectif, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for verb in ("list", "report"):
        said = collectif("contribution", verb, folder=root)
        assert max(map(len, said.out.splitlines())) <= columns


def test_handing_over_changes_two_lines(root: Path, collectif: Collectif) -> None:
    before = text(root, "site/3")
    said = collectif("contribution", "assign", "site/3", "site/4", "--group", "eau", "--commit", folder=root)
    assert said.code == 0
    assert text(root, "site/3") == before.replace("fate: new # à lire", "group: eau\nfate: assigned # à lire")
    assert git(root, "log", "-1", "--format=%s") == "hand 2 contributions to Eau"
    collectif("contribution", "answer", "site/4", "--fate", "declined", "--text", "Non.", folder=root)
    collectif("contribution", "assign", "site/4", "--group", "mobilites", folder=root)
    assert "group: mobilites\nfate: declined\n" in text(root, "site/4")


def test_what_cannot_be_handed_over(root: Path, collectif: Collectif) -> None:
    said = collectif("contribution", "assign", "site/9", "--group", "eau", folder=root)
    assert (said.code, "there is no contribution “site/9”" in said.err) == (2, True)
    assert collectif("contribution", "assign", "site/1", "--group", "eu", folder=root).code == 2
    said = collectif("contribution", "assign", "site/1", "site/5", "--group", "eau", folder=root)
    assert "programme/contributions/site/5.md cannot be read" in said.err
    assert git(root, "status", "--porcelain") == ""


def test_joining(root: Path, collectif: Collectif) -> None:
    assert collectif("contribution", "merge", "site/2", "--into", "site/1", folder=root).code == 0
    assert "fate: merged\nmerged_into: site/1\n" in text(root, "site/2")
    assert collectif("check", "--only", "contribution", folder=root).code == 0
    said = collectif("contribution", "merge", "site/3", "--into", "site/2", folder=root)
    assert (said.code, "was itself joined with “site/1”" in said.err) == (1, True)
    assert collectif("contribution", "merge", "site/3", "--into", "site/3", folder=root).code == 2


def test_an_answer_is_written_on_both_sides(root: Path, collectif: Collectif) -> None:
    asked = ("contribution", "answer", "site/1", "site/2", "--fate", "adopted")
    assert collectif(*asked, "--text", "Merci : c'est repris.", folder=root).code == 2
    answered = (*asked, "--text", "Merci : c'est repris.", "--proposal", "bus-nuit")
    assert collectif(*answered, folder=root).code == 0
    assert 'fate: adopted\nproposals: [bus-nuit]\nanswer: "Merci : c\'est repris."\n' in text(root, "site/1")
    proposal = (root / "programme/proposals/bus-nuit.md").read_text(encoding="utf-8")
    assert "origin: {contributions: [site/1, site/2]}\n" in proposal
    assert collectif("check", "--only", "contribution", "--only", "proposal", folder=root).code == 0
    assert collectif(*answered, folder=root).out.endswith("nothing to change\n")


def test_an_answer_from_a_file(root: Path, collectif: Collectif) -> None:
    (root.parent / "answer.txt").write_text("Merci.\nDeux lignes.\n", encoding="utf-8")
    path = str(root.parent / "answer.txt")
    asked = ("contribution", "answer", "site/3", "--fate", "out-of-scope", "--file")
    assert collectif(*asked, path, "--text", "Non", folder=root).code == 2
    assert collectif(*asked, str(root / "nowhere"), folder=root).code == 2
    assert collectif(*asked, path, folder=root).code == 0
    assert 'answer: "Merci.\\nDeux lignes."' in text(root, "site/3")
    assert collectif("contribution", "answer", "site/4", "--text", "Merci", folder=root).code == 2


def test_the_report_counts_answers_through_what_was_joined(root: Path, collectif: Collectif) -> None:
    collectif("contribution", "merge", "site/2", "--into", "site/1", folder=root)
    answered = ("--fate", "adopted", "--text", "Oui.", "--proposal", "bus-nuit")
    collectif("contribution", "answer", "site/1", *answered, folder=root)
    told = json.loads(collectif("contribution", "report", "--json", folder=root).out)
    assert [one["theme"] for one in told["themes"]] == ["Mobilités", "Eau", None]
    mobility = told["themes"][0]
    assert (mobility["sent"], mobility["answered"], mobility["waiting"]) == (2, 2, 0)
    assert mobility["proposals"] == ["bus-nuit"]
    assert (told["all"]["sent"], told["all"]["answered"]) == (4, 2)
    assert told["unheard"] == ["eau", "mobilites"]
    said = collectif("contribution", "report", folder=root)
    assert "no contribution was handed to these groups: Eau and Mobilités" in said.out
    assert "2 (100 %)" in said.out


def test_letters(root: Path, collectif: Collectif, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLLECTIF_LANG")
    said = collectif("contribution", "letters", folder=root)
    assert "personne à qui écrire" in said.out
    collectif("contribution", "merge", "site/2", "--into", "site/1", folder=root)
    answered = ("--fate", "adopted", "--text", "C'est *repris*.", "--proposal", "bus-nuit")
    collectif("contribution", "answer", "site/1", *answered, folder=root)
    collectif("contribution", "assign", "site/3", "--group", "eau", folder=root)
    said = collectif("contribution", "letters", "--dry-run", folder=root)
    assert "3 lettres seraient écrites" in said.out
    said = collectif("contribution", "letters", folder=root)
    assert "3 lettres dans build/letters, dont 3 nouvelles" in said.out.replace("\u00a0", " ")
    letter = (
        (root / "build/letters/site-1.md")
        .read_text(encoding="utf-8")
        .replace("\u00a0", " ")
        .replace("\u202f", " ")
        .replace("’", "'")
    )
    assert letter.startswith("# Ce qu'est devenu ce que vous nous avez envoyé (Le site)\n")
    assert "> Il faudrait des bus la nuit, le samedi surtout.\n" in letter
    assert "**Ce qu'elle est devenue :** reprise" in letter
    assert "C'est \\*repris\\*." in letter
    assert "- Proposition : Des bus de nuit (brouillon)" in letter
    joined = (root / "build/letters/site-2.md").read_text(encoding="utf-8")
    assert "est \\*repris\\*." in joined
    assert "Eau" in (root / "build/letters/site-3.md").read_text(encoding="utf-8")
    said = collectif("contribution", "letters", folder=root)
    assert "dont 0 nouvelle" in said.out.replace("\u00a0", " ")
    said = collectif("contribution", "letters", "--by-author", "--output", "lettres", folder=root)
    assert sorted(path.name for path in (root / "lettres").iterdir()) == ["site-3.md", "site-q7kd-2m8v.md"]


def test_a_collective_writes_its_own_letters(root: Path, collectif: Collectif) -> None:
    collectif("contribution", "assign", "site/3", "--group", "eau", folder=root)
    (root / "templates").mkdir()
    template = root / "templates/letter.md.jinja"
    template.write_text("{{ replies[0].title }} : {{ replies[0].fate }}\n", encoding="utf-8")
    collectif("contribution", "letters", "site/3", folder=root)
    assert (root / "build/letters/site-3.md").read_text(encoding="utf-8") == "Des fontaines : assigned\n"
    template.write_text("{{ nothing }}", encoding="utf-8")
    said = collectif("contribution", "letters", "site/3", folder=root)
    assert (said.code, "templates/letter.md.jinja:1" in said.err) == (1, True)


def test_one_shows_what_is_known(root: Path, collectif: Collectif) -> None:
    path = root / "programme/contributions/site/4.md"
    kept = path.read_text(encoding="utf-8")
    path.write_text(
        kept.replace("fate", "support: {agree: 12, pass: 3}\nedited: 2019-05-01\nfate"), encoding="utf-8"
    )
    said = collectif("show", "site/4", folder=root)
    assert "12 for and 3 passed" in said.out
    assert "seen on 1 May 2019" in said.out
