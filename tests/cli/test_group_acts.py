"""``collectif group mandate``, ``dissolve``, ``merge``, ``split``: what they write, what they warn of."""

from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.cli.group_texts import GROUP, REPOSITORY, committed, git, text
from tests.texts import write_texts

MORE = """
== groups/binomes/group.yaml ==
title: Collectif programmatique
kind: mandated
formed: 2019-07-11
== programme/plenaries/2019-07-11-pleniere-9.md ==
---
number: 9
date: 2019-07-11
decisions:
  - {id: d1, kind: mandate, on: [mobilites], how: consent}
  - {id: d2, kind: other, title: Le groupe se sépare, how: consent}
---
"""
DECISION = "2019-07-11-pleniere-9/d2"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the repository of ``group_texts`` with a plenary and a body of binômes."""
    return write_texts(tmp_path / "collectif", REPOSITORY + MORE)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIF_LANG", "en")


def test_a_mandate_takes_the_role_that_is_free_and_the_day_of_the_plenary(
    collectif: Collectif, root: Path
) -> None:
    """Tilleul holds a mandate for nobody in particular; Érable's is for the binômes."""
    before = text(root, GROUP)
    asked = ("group", "mandate", "mobilites", "erable", "--for", "binomes", "--to", "2019-10-31")
    said = collectif(*asked, "--given-by", "2019-07-11-pleniere-9/d1", folder=root)
    written = f"written: {GROUP}\n“erable” is “titulaire” from 11 July 2019 on\n"
    assert (said.code, said.out) == (0, written)
    assert "“erable” is mandated alone, and a binôme is two people" in said.err
    row = "{role: titulaire, person: erable, for: binomes, given_by: 2019-07-11-pleniere-9/d1"
    assert text(root, GROUP) == f"{before}  - {row}, from: 2019-07-11, to: 2019-10-31}}\n"
    said = collectif(
        "group", "mandate", "mobilites", "cedre", "--for", "binomes", "--from", "2019-07-12", folder=root
    )
    assert "{role: suppleant, person: cedre, for: binomes, from: " in text(root, GROUP)
    assert "no decision of a plenary gives this mandate" in said.err


def test_a_mandate_that_bends_the_rules_is_written_all_the_same(collectif: Collectif, root: Path) -> None:
    """Tilleul as deputy too: both roles, no decision, and the text is as valid as reality."""
    said = collectif("group", "mandate", "mobilites", "tilleul", "--from", "2019-07-11", folder=root)
    assert said.code == 0
    assert "“tilleul” holds both roles of the binôme" in said.err
    assert "{role: suppleant, person: tilleul, from: 2019-07-11}" in text(root, GROUP)


def test_a_mandate_is_ended_by_its_last_day(collectif: Collectif, root: Path) -> None:
    """Only the row of the mandate changes."""
    before = text(root, GROUP)
    said = collectif("group", "mandate", "mobilites", "tilleul", "--to", "2019-10-31", folder=root)
    assert said.code == 0
    row = "{role: titulaire, person: tilleul, from: 2019-07-11}"
    assert text(root, GROUP) == before.replace(row, f"{row[:-1]}, to: 2019-10-31}}")


def test_the_end_of_a_group_ends_everyones_time_in_it(collectif: Collectif, root: Path) -> None:
    """The comment beside a row stays; the mandate and the proposal are told of."""
    before = text(root, GROUP)
    said = collectif("group", "dissolve", "mobilites", "--decision", DECISION, folder=root)
    assert said.code == 0
    after = before.replace(
        "formed: 2018-11-20\n", f"formed: 2018-11-20\ndissolved: 2019-07-11\ndissolved_by: {DECISION}\n"
    )
    for row in ("tilleul, from: 2018-11-20", "erable, from: 2018-11-20", "cedre, from: 2019-01-15"):
        after = after.replace(f"{{person: {row}}}", f"{{person: {row}, to: 2019-07-11}}")
    assert text(root, GROUP) == after
    assert "1 mandate of this group goes on" in said.out
    assert "its texts keep its name, and wait for who carries them: bus-nuit" in said.out
    shown = collectif("group", "show", "mobilites", folder=root).out
    assert f"dissolved, by the decision {DECISION}" in shown


def test_a_merger_takes_the_people_along(collectif: Collectif, root: Path) -> None:
    """All but Cèdre go to the binômes, in one commit."""
    committed(root)
    asked = ("group", "merge", "mobilites", "--into", "binomes", "--without", "cedre", "--on", "2019-09-01")
    said = collectif(*asked, "--commit", folder=root)
    assert said.code == 0
    assert "no decision says so" in said.out
    assert "merged_into: binomes\n" in text(root, GROUP)
    heir = text(root, "groups/binomes/group.yaml")
    assert (
        "members:\n  - {person: tilleul, from: 2019-09-01}\n  - {person: erable, from: 2019-09-01}\n" in heir
    )
    assert "cedre" not in heir
    assert git(root, "log", "-1", "--format=%s") == "Mobilités merges into Collectif programmatique\n"
    assert git(root, "status", "--porcelain") == ""
    shown = collectif("group", "show", "binomes", folder=root).out
    assert "Mobilités joins it" in shown


def test_a_group_that_had_not_met_is_formed_by_those_who_join_it(collectif: Collectif, root: Path) -> None:
    """Santé was only announced."""
    write_texts(root, "== groups/sante/group.yaml ==\ntitle: Santé\nkind: thematic\n")
    asked = ("group", "merge", "mobilites", "--into", "sante", "--on", "2019-09-01")
    assert collectif(*asked, folder=root).code == 0
    assert "formed: 2019-09-01\n" in text(root, "groups/sante/group.yaml")


def test_groups_come_out_of_one(collectif: Collectif, root: Path) -> None:
    """One is new, the other is there; the story is told from both ends."""
    asked = ("group", "split", "mobilites", "--into", "Vélo et marche,binomes", "--on", "2019-09-01")
    said = collectif(*asked, "--decision", DECISION, folder=root)
    assert said.code == 0
    new = text(root, "groups/velo-et-marche/group.yaml")
    assert f"formed: 2019-09-01\nformed_by: {DECISION}\nsplit_from: mobilites\n" in new
    assert "competences: [mobilite]" in new
    assert "split_from: mobilites\n" in text(root, "groups/binomes/group.yaml")
    assert "dissolved: 2019-09-01" in text(root, GROUP)
    shown = collectif("group", "show", "mobilites", folder=root).out
    assert "Vélo et marche comes out of it" in shown
    assert "formed out of Mobilités" in collectif("group", "show", "velo-et-marche", folder=root).out
    errors = collectif("check", "--only", "schema", "--only", "reference", folder=root)
    assert errors.code == 0, errors.out


def test_a_group_may_go_on_beside_what_comes_out_of_it(collectif: Collectif, root: Path) -> None:
    """``--keep``: the group that is split stays as it is."""
    before = text(root, GROUP)
    asked = ("group", "split", "mobilites", "--into", "Vélo", "--keep", "--on", "2019-09-01")
    assert collectif(*asked, folder=root).code == 0
    assert text(root, GROUP) == before


def test_whoever_leaves_before_the_year_is_over_leaves_a_gap_that_is_told(
    collectif: Collectif, root: Path
) -> None:
    """Érable commits for a year with Tilleul, then leaves; then Tilleul does."""
    asked = ("group", "facilitate", "mobilites", "erable", "--from", "2018-12-01", "--to", "2019-12-01")
    assert collectif(*asked, folder=root).code == 0
    assert "{person: erable, from: 2018-12-01, to: 2019-12-01}" in text(root, GROUP)
    said = collectif("group", "leave", "mobilites", "erable", "--to", "2019-05-01", folder=root)
    assert "the commitment was until 1 December 2019" in said.out
    assert "still facilitating: Tilleul" in said.out
    said = collectif("group", "leave", "mobilites", "tilleul", "--to", "2019-06-01", folder=root)
    assert "nobody facilitates this group any more" in said.out
    shown = collectif("group", "show", "mobilites", folder=root).out
    assert "2019-05-01  Érable no longer facilitates" in shown


def test_a_group_may_come_after_another(collectif: Collectif, root: Path) -> None:
    """``--succeeds``: told from both ends."""
    asked = ("group", "new", "--title", "Études", "--formed", "2019-09-01", "--succeeds", "fac")
    assert collectif(*asked, folder=root).code == 0
    assert "succeeds: universite\n" in text(root, "groups/etudes/group.yaml")
    shown = collectif("group", "show", "universite", folder=root).out
    assert "Études follows it" in shown
    assert "formerly" in shown


REFUSALS = [
    (1, "mandate mobilites tilleul --from 2019-08-01 --role titulaire", "already holds this mandate", "--to"),
    (1, "mandate mobilites erable --to 2019-10-31", "holds no mandate of this group", "--given-by"),
    (2, "mandate mobilites erabl --from 2019-08-01", "is not in groups/people.yaml", "“erable”"),
    (2, "mandate mobilites erable --given-by 2019-07-11-pleniere-9/d9", "there is no decision", "d"),
    (2, "mandate mobilites erable --role chef --from 2019-08-01", "“chef” is not one of the words", ""),
    (2, "mandate mobilites erable --from 2019-08-01 --to 2019-07-01", "ends before it begins", ""),
    (2, "mandate mobilites tilleul --to 2019-07-01", "ends before it begins", ""),
    (1, "dissolve universite", "ended on 4 June 2019", "it merged into “mobilites”"),
    (1, "dissolve mobilites --on 2999-01-01", "is still to come", ""),
    (1, "dissolve mobilites --on 2018-12-01", "was still at work on 15 January 2019", "--on"),
    (1, "merge mobilites --into mobilites", "merge into itself", ""),
    (1, "merge mobilites --into universite", "ended on 4 June 2019", ""),
    (1, "merge mobilites --into binomes --on 2019-07-01", "was formed on 11 July 2019", "--on"),
    (2, "merge mobilites --into binomes --without frene", "“frene” is not in the group", "group show"),
    (2, "split mobilites --into Vélo", "into two others at least", "--keep"),
    (2, "split mobilites --into velo,marche", "there is no group “velo”", ""),
    (1, "split mobilites --into mobilites,Vélo", "come from itself", ""),
]


@pytest.mark.parametrize(("code", "words", "said", "advice"), REFUSALS)
def test_what_cannot_be_is_refused(
    collectif: Collectif, root: Path, code: int, words: str, said: str, advice: str
) -> None:
    """Nothing is written then."""
    before = text(root, GROUP)
    answer = collectif("group", *words.split(), folder=root)
    assert answer.code == code
    assert said in answer.err
    assert advice in answer.err
    assert text(root, GROUP) == before
