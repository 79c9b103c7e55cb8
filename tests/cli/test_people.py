"""``collectif people``: somebody new, and somebody who asks to be spoken of no more."""

from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.group_texts import GROUP, PEOPLE, REPOSITORY, committed, git, text
from tests.cli.test_vote_open import edit, prepared
from tests.cli.vote_programme import make_programme
from tests.texts import write_texts

MORE = """
== groups/mobilites/meetings/2019-05-02.md ==
---
date: 2019-05-02
present: [tilleul, "erable"]
---
Sous le tilleul, Érable a parlé de vélo.
== programme/contributions/plateforme/0042.md ==
---
author: 'Érable'
fate: new
---
Plus de bus.
== programme/proposals/velo.md ==
---
title: Des arceaux
group: mobilites
status: draft
reviews: [{by: erable, date: 2019-06-01, opinion: favourable}]
---
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository of ``group_texts`` with texts that speak of Érable in every way."""
    return write_texts(tmp_path / "collectif", REPOSITORY + MORE)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def test_somebody_is_added(collectif: Collectif, root: Path) -> None:
    """One line, in its place in the alphabet; no group is needed."""
    said = collectif("people", "add", "frene", "--name", "Frêne", "--joined", "2019-03-01", folder=root)
    assert (said.code, "make sure that they agree" in said.out) == (0, True)
    assert "frene: {name: Frêne, joined: 2019-03-01}\ntilleul:" in text(root, PEOPLE)
    again = collectif("people", "add", "frene", "--hidden", folder=root)
    assert (again.code, "is in groups/people.yaml already" in again.err) == (1, True)


def test_somebody_is_replaced_wherever_a_person_stands(collectif: Collectif, root: Path) -> None:
    """Values are replaced between their quotes, nothing else moves; prose is left to people."""
    committed(root)
    people, group = text(root, PEOPLE), text(root, GROUP)
    said = collectif("people", "erase", "erable", "--commit", folder=root)
    assert said.code == 0, said.err
    hidden = "personne-1:  {visible: false, joined: 2018-11-20}"
    assert text(root, PEOPLE) == people.replace("erable:  {name: Érable, joined: 2018-11-20}", hidden)
    assert text(root, GROUP) == group.replace("person: erable", "person: personne-1")
    assert 'present: [tilleul, "personne-1"]' in text(root, "groups/mobilites/meetings/2019-05-02.md")
    assert "author: 'personne-1'" in text(root, "programme/contributions/plateforme/0042.md")
    assert "by: personne-1" in text(root, "programme/proposals/velo.md")
    assert "to read by hand" in said.out
    assert "  groups/mobilites/meetings/2019-05-02.md:5\n" in said.out
    assert r"regex:\berable\b==>personne-1" in said.out
    message = git(root, "log", "-1", "--format=%s")
    assert message == "people: somebody is erased\n"
    left = git(root, "grep", "-lE", "Érable|erable").split()
    assert left == ["groups/mobilites/meetings/2019-05-02.md"]
    assert collectif("check", "--only", "reference", "--only", "person", folder=root).code == 0


def test_the_list_of_places_comes_without_writing(collectif: Collectif, root: Path) -> None:
    """``--dry-run``: the lines that would change, then what is left."""
    before = text(root, PEOPLE)
    said = collectif("people", "erase", "tilleul", "--as", "abc", "--dry-run", folder=root)
    assert said.code == 0
    assert "+  - {role: titulaire, person: abc, from: 2019-07-11}" in said.out
    assert "nothing was written" in said.out
    assert "git filter-repo --replace-text" in said.out
    assert text(root, PEOPLE) == before


def test_a_vote_still_verifies(collectif: Collectif, tmp_path: Path) -> None:
    """The line of the sealed roll goes, its commitment stays."""
    root = make_programme(tmp_path / "p", "en")
    vote = prepared(root, collectif, "--electorate", "roll", rule="accord")
    path = f"programme/votes/{vote}/vote.yaml"
    edit(root, path, lambda text: text.replace("{kind: roll}", "{kind: roll, roll: [cedre, if, orme]}"))
    edit(root, PEOPLE, lambda text: f"{text}cedre: {{name: Cèdre}}\n") if (
        root / PEOPLE
    ).exists() else write_texts(root, f"== {PEOPLE} ==\ncedre: {{name: Cèdre}}\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "la liste")
    assert collectif("vote", "open", vote, "--commit", folder=root).code == 0
    said = collectif("people", "erase", "cedre", "--commit", folder=root)
    assert "1 line leaves a sealed roll" in said.out, said
    assert "cedre" not in text(root, f"programme/votes/{vote}/roll.csv")
    said = collectif("verify", folder=root)
    assert (said.code, "1 entry was taken away from a roll since" in said.out) == (0, True)


def test_who_cannot_be_erased(collectif: Collectif, root: Path) -> None:
    """Somebody unknown, somebody on the list; a pseudonym that is taken."""
    said = collectif("people", "erase", "erabl", folder=root)
    assert (said.code, "did you mean “erable”?" in said.err) == (2, True)
    said = collectif("people", "erase", "erable", "--as", "cedre", folder=root)
    assert (said.code, "is taken" in said.err) == (1, True)
    write_texts(
        root, "== programme/candidates.yaml ==\nlist: [{position: 1, person: erable, name: Érable, sex: F}]\n"
    )
    said = collectif("people", "erase", "erable", folder=root)
    assert (said.code, "which the law makes public" in said.err) == (1, True)
