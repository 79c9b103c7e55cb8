"""``collectif proposal``: list, start one, submit one."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.texts import write_texts

REPOSITORY = """
== collectif.yaml ==
schema: 1
name: Collectif d'essai
language: fr
territory:
  competences:
    - {id: mobilite, title: Mobilités, exercised_by: grand-poitiers}
    - {id: ecoles, title: Écoles, exercised_by: poitiers}
levels: [poitiers, grand-poitiers, etat]
proposal:
  sections: [Constat, Proposition]
  max_words: 900
== groups/people.yaml ==
tilleul: {name: Tilleul, joined: 2018-11-20}
== groups/mobilites/group.yaml ==
title: Mobilités
kind: thematic
formed: 2018-11-20
levels: [poitiers, grand-poitiers]
competences: [mobilite, ecoles]
facilitators: [{person: tilleul, from: 2018-11-20}]
== groups/universite/group.yaml ==
title: Université
kind: thematic
formed: 2018-12-18
dissolved: 2019-06-04
merged_into: mobilites
== programme/proposals/bus-nuit.md ==
---
title: "Des bus de nuit"
group: mobilites
levels: [grand-poitiers]
competences: [mobilite]
status: draft      # à relire
aliases: [bus-tardifs]
---
## Constat

La nuit, plus de bus.

## Proposition

Des bus la nuit.
== programme/proposals/velo.md ==
---
title: Le vélo partout
group: mobilites
with: [universite]
levels: [etat]
status: submitted
---
## Constat

Nous demandons à l'État des pistes.

## Proposition

Des pistes.
"""
BUS = "programme/proposals/bus-nuit.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository above."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def text(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


def listed(collectif: Collectif, root: Path, *words: str) -> list[str]:
    said = collectif("proposal", "list", "--json", *words, folder=root)
    assert said.code == 0
    return [one["id"] for one in json.loads(said.out)["proposals"]]


def test_list_is_narrowed_by_group_status_and_level(collectif: Collectif, root: Path) -> None:
    """Two proposals, one of which two groups wrote."""
    assert listed(collectif, root) == ["bus-nuit", "velo"]
    assert listed(collectif, root, "--group", "universite") == ["velo"]
    assert listed(collectif, root, "--status", "draft") == ["bus-nuit"]
    assert listed(collectif, root, "--level", "etat") == ["velo"]
    assert listed(collectif, root, "--level", "etat", "--status", "draft") == []


def test_list_on_a_screen(collectif: Collectif, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, in columns in English, then one under the other in French."""
    said = collectif("proposal", "list", folder=root)
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "proposal status group title",
        "bus-nuit draft Mobilités Des bus de nuit",
        "velo submitted Mobilités Le vélo partout",
        "",
        "2 proposals",
    ]
    monkeypatch.setenv("COLLECTIF_LANG", "fr")
    monkeypatch.setenv("COLUMNS", "30")
    said = collectif("proposal", "list", folder=root)
    assert "  statut  brouillon" in said.out.splitlines()
    assert max(map(len, said.out.splitlines())) <= 30


def test_submitting_changes_one_line(collectif: Collectif, root: Path) -> None:
    """A draft with all that is asked, called by a former id; its comment and quotes stay."""
    before = text(root, BUS)
    said = collectif("proposal", "submit", "bus-tardifs", folder=root)
    assert (said.code, said.out) == (0, f"written: {BUS}\n“Des bus de nuit” is submitted\n")
    assert text(root, BUS) == before.replace("status: draft ", "status: submitted ")
    assert collectif("check", BUS, folder=root).code == 0


def test_line_ends_are_kept(collectif: Collectif, root: Path) -> None:
    """The same draft with CRLF and no line break at the end."""
    (root / BUS).write_bytes(text(root, BUS).rstrip("\n").replace("\n", "\r\n").encode())
    before = text(root, BUS)
    assert collectif("proposal", "submit", "bus-nuit", folder=root).code == 0
    assert text(root, BUS) == before.replace("status: draft ", "status: submitted ")


def test_what_is_missing_is_listed_and_nothing_changes(collectif: Collectif, root: Path) -> None:
    """A draft without level, with an empty section."""
    broken = text(root, BUS).replace("levels: [grand-poitiers]\n", "").replace("Des bus la nuit.\n", "")
    (root / BUS).write_text(broken, encoding="utf-8")
    said = collectif("proposal", "submit", "bus-nuit", folder=root)
    assert said.code == 1
    lines = said.out.splitlines()
    assert lines[0] == "“Des bus de nuit” cannot be submitted yet; 2 things are left to do:"
    assert lines[1] == "1. nothing says who would have to decide this"
    assert f"   {BUS}, line 2" in lines
    assert "2. the section “Proposition” is empty" in lines
    assert text(root, BUS) == broken


def test_a_text_that_was_sent_back_is_submitted_again(collectif: Collectif, root: Path) -> None:
    """A plenary sent it back; it says so and cites the decision."""
    write_texts(
        root,
        REPOSITORY
        + """
== programme/plenaries/2019-07-11-pleniere.md ==
---
number: 9
date: 2019-07-11
decisions:
  - {id: d1, kind: refer-back, on: bus-nuit, how: consent}
---
""",
    )
    sent_back = text(root, BUS).replace(
        "status: draft ", "decisions: [2019-07-11-pleniere/d1]\nstatus: referred "
    )
    (root / BUS).write_text(sent_back, encoding="utf-8")
    assert collectif("proposal", "submit", "bus-nuit", folder=root).code == 0
    assert text(root, BUS) == sent_back.replace("status: referred ", "status: submitted ")


def test_new_proposal_has_the_sections_and_no_error(collectif: Collectif, root: Path) -> None:
    """A draft from the group's levels and competences, commented in French; not to be submitted yet."""
    said = collectif("proposal", "new", "--title", "L'été : des bus", "--group", "mobilites", folder=root)
    assert said.code == 0
    path = "programme/proposals/l-ete-des-bus.md"
    assert f"written: {path}" in said.out
    lines = text(root, path).splitlines()
    assert lines[:3] == ["---", 'title: "L\'été : des bus"', "group: mobilites"]
    assert lines[3].startswith("levels: [poitiers, grand-poitiers]  # ")
    assert lines[4:7] == ["competences: [mobilite, ecoles]", "status: draft", "---"]
    assert "collectif proposal submit l-ete-des-bus -->" in text(root, path)
    assert [line for line in lines if line.startswith("#")] == ["## Constat", "## Proposition"]
    assert "900 mots" in text(root, path)
    found = json.loads(collectif("check", path, "--format", "json", folder=root).out)
    assert {one["code"] for one in found["findings"]} == {"proposal-section-empty"}
    assert {one["severity"] for one in found["findings"]} == {"warning"}
    assert collectif("proposal", "submit", "l-ete-des-bus", folder=root).code == 1


def test_competences_lead_to_their_levels(collectif: Collectif, root: Path) -> None:
    """One competence is named, of one level."""
    asked = ("--title", "Cantines", "--group", "mobilites", "--competence", "ecoles")
    assert collectif("proposal", "new", "cantines", *asked, folder=root).code == 0
    assert "levels: [poitiers]  #" in text(root, "programme/proposals/cantines.md")
    assert "competences: [ecoles]\n" in text(root, "programme/proposals/cantines.md")


@pytest.mark.parametrize(
    ("code", "words", "said", "advice"),
    [
        (2, "submit bus-nui", "there is no proposal “bus-nui”", "did you mean “bus-nuit”?"),
        (1, "submit velo", "“velo” is submitted already", ""),
        (2, "new", "“--title” is missing", "--title"),
        (2, "new --title X", "“--group” is missing", "--group"),
        (2, "new --title X --group mobilite", "there is no group “mobilite”", "did you mean “mobilites”?"),
        (1, "new --title X --group universite", "ended on 4 June 2019", "it merged into “mobilites”"),
        (1, "new bus-nuit --title X --group mobilites", "“bus-nuit” is taken", ""),
        (1, "new bus-tardifs --title X --group mobilites", "“bus-tardifs” is taken", ""),
        (2, "new Été --title X --group mobilites", "“Été” is not an id", "ete"),
        (2, "new --title Vélo --group mobilites --level x", "“x” is not one of", "grand-poitiers"),
        (2, "list --status draf", "“draf” is not one of the words", "did you mean “draft”?"),
        (2, "list --group zzz", "there is no group “zzz”", "“collectif group list” lists them"),
    ],
)  # fmt: skip
def test_mistakes_are_refused_plainly(
    collectif: Collectif, root: Path, code: int, words: str, said: str, advice: str
) -> None:
    """The repository above; nothing of it changes."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    answer = collectif("proposal", *words.split(), folder=root)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert advice in answer.err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_title_that_exists_is_refused(collectif: Collectif, root: Path) -> None:
    """Case and accents make no other title."""
    answer = collectif("proposal", "new", "--title", "le velo partout", "--group", "mobilites", folder=root)
    assert answer.code == 1
    assert "“velo” already has this title" in answer.err


def test_adopted_text_is_not_submitted(collectif: Collectif, root: Path) -> None:
    """A text that a vote settled."""
    adopted = text(root, BUS).replace("status: draft", "status: adopted")
    (root / BUS).write_text(adopted, encoding="utf-8")
    answer = collectif("proposal", "submit", "bus-nuit", folder=root)
    assert answer.code == 1
    assert "its status is “adopted”" in answer.err
