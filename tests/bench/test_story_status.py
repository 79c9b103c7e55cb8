"""The matrix of groups and phases on five days tells what happened.

Fifteen groups announced, two of which never found a team; one born in April, one merged in June; fourteen
that were at work, thirteen that gave names to the summer's collective.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Collectif, collectif  # noqa: F401 - the fixture

NEVER = {"sante", "economie-territoriale"}
# The groups that gave a single name for their binôme.
ALONE = {"eau", "biodiversite-ville-nature", "jeunesse-vie-associative"}


@pytest.fixture(scope="module")
def days() -> dict[str, dict[str, Any]]:
    """Keep what was asked, for each day is read once."""
    return {}


@pytest.fixture
def at(told: Path, collectif: Collectif, days: dict[str, dict[str, Any]]) -> Any:  # noqa: F811
    """Give a function that gives the status on a day."""

    def status(day: str) -> dict[str, Any]:
        if day not in days:
            said = collectif("status", "--json", "--at", day, folder=told)
            assert (said.code, said.err) == (0, "")
            days[day] = json.loads(said.out)
        return days[day]

    return status


def states(given: dict[str, Any]) -> Counter[str]:
    return Counter(group["state"] for group in given["groups"])


def in_state(given: dict[str, Any], state: str) -> set[str]:
    return {group["id"] for group in given["groups"] if group["state"] == state}


def phase(given: dict[str, Any], group: str, id: str) -> dict[str, Any]:
    found = next(one for one in given["groups"] if one["id"] == group)
    return next(one for one in found["phases"] if one["phase"] == id)


def collective(given: dict[str, Any]) -> dict[str, tuple[int, int]]:
    return {one["phase"]: (one["met"], one["of"]) for one in given["collective"]}


def late(given: dict[str, Any]) -> set[tuple[str | None, str]]:
    return {(one["group"], one["phase"]) for one in given["late"]}


def test_at_the_end_of_2018_fifteen_groups_are_announced_and_two_have_no_team_yet(at: Any) -> None:
    """Nobody says “never” yet: the phase in which groups form ends that very day."""
    given = at("2018-12-31")
    assert states(given) == {"at-work": 13, "not-yet": 2}
    assert in_state(given, "not-yet") == NEVER
    assert "dechets" not in {group["id"] for group in given["groups"]}
    assert given["late"] == []
    assert all(phase(given, group, "construction")["met"] > 0 for group in in_state(given, "at-work"))


def test_on_28_may_a_group_born_late_owes_nothing_of_what_came_before(at: Any) -> None:
    given = at("2019-05-28")
    assert states(given) == {"at-work": 14, "never": 2}
    assert in_state(given, "never") == NEVER
    assert not phase(given, "dechets", "construction")["asked"]
    assert phase(given, "dechets", "exploration")["asked"]
    assert ("dechets", "construction") not in late(given)
    assert phase(given, "universite", "exploration")["met"] == 1


def test_on_11_july_thirteen_groups_of_fourteen_give_names(at: Any) -> None:
    given = at("2019-07-11")
    assert states(given) == {"at-work": 13, "merged": 1, "never": 2}
    assert in_state(given, "merged") == {"universite"}
    owed = {
        group: [one["objective"] for one in phase(given, group, "propositions")["owed"]]
        for group in in_state(given, "at-work")
    }
    assert {group for group, objectives in owed.items() if objectives} == ALONE
    for group in ALONE:
        missing = phase(given, group, "propositions")["owed"][0]["missing"]
        assert owed[group] == ["binome"]
        assert "un seul nom pour le binôme" in missing[0]["said"]
        assert [one["kind"] for one in missing[0]["who"]] == ["group", "plenary"]
    assert given["late"] == []


def test_on_24_september_what_agrees_is_adopted_before_it_was_planned(at: Any) -> None:
    given = at("2019-09-24")
    assert states(given) == {"at-work": 13, "merged": 1, "never": 2}
    assert collective(given)["socle"] == (3, 3)
    assert next(one["planned_ends"] for one in given["collective"] if one["phase"] == "socle") == "2019-10-31"
    assert collective(given)["debats"] == (0, 2)
    assert {(group, "propositions") for group in ALONE} < late(given)


def test_on_22_january_only_the_printed_programme_is_owed(at: Any) -> None:
    given = at("2020-01-22")
    assert states(given) == {"at-work": 13, "merged": 1, "never": 2}
    assert {id for id, (met, of) in collective(given).items() if met < of} == {"depot"}
    assert late(given) == {(group, "propositions") for group in ALONE}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2018-12-31", "15 groupes : 13 au travail et 2 pas encore constitués"),
        ("2019-05-28", "16 groupes : 14 au travail et 2 n’ont jamais démarré"),
        ("2019-07-11", "16 groupes : 13 au travail, 1 fusionné et 2 n’ont jamais démarré"),
    ],
)
def test_the_screen_counts_them(told: Path, collectif: Collectif, day: str, said: str) -> None:  # noqa: F811
    out = collectif("status", "--at", day, folder=told).out
    assert said in out.replace("\u00a0", " ")


def test_the_work_tree_tells_the_same_as_its_last_commit(told: Path, collectif: Collectif) -> None:  # noqa: F811
    """What is read from git and what is remembered of the work tree give one screen."""
    ways = [collectif("status", "--json", *more, folder=told).out for more in ((), ("--at", "HEAD"), ())]
    states_of = [states(json.loads(way)) for way in ways]
    assert states_of[0] == states_of[1] == states_of[2]
    assert ways[0] == ways[2]


def test_silence_on_a_day_is_told_from_the_commits_before_it(told: Path, collectif: Collectif) -> None:  # noqa: F811
    given = json.loads(collectif("status", "--silence", "--json", "--at", "2019-06-25", folder=told).out)
    days = [one["days"] for one in given["groups"]]
    assert days == sorted(days, reverse=True)
    assert all(one["last"]["date"] <= "2019-06-25" for one in given["groups"])
    assert not {one["id"] for one in given["groups"]} & {"universite", *NEVER}
