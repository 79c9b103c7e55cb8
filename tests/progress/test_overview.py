"""The whole process on a day: which groups are asked what, what is late, what comes next."""

from datetime import date
from pathlib import Path

import pytest

from collectif_cli.progress.overview import overview
from tests.progress.given import given

TEXTS = """
== collectif.yaml ==
schema: 1
name: Essai
language: fr
levels: [poitiers]
phases:
  - id: une
    title: Une
    scope: group
    starts: 2019-01-01
    ends: 2019-03-31
    objectives:
      - {id: o, title: Objectif, evidence: {meetings: 1}}
  - id: deux
    title: Deux
    scope: group
    starts: 2019-05-15
    ends: 2019-07-11
    objectives:
      - {id: p, title: Autre, evidence: {meetings: 1}}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
GROUP
== groups/air/group.yaml ==
title: Air
kind: transversal
formed: 2018-11-20
"""


def texts(group: str) -> str:
    return TEXTS.replace("GROUP", group)


@pytest.mark.parametrize(
    ("group", "day", "asked", "state", "story"),
    [
        ("formed: 2018-11-20", "2019-05-01", [True, True], "at-work", None),
        ("formed: 2019-04-09", "2019-05-01", [False, True], "at-work", None),
        (
            "formed: 2018-11-20\ndissolved: 2019-02-01\nmerged_into: air",
            "2019-05-01",
            [False, False],
            "merged",
            "merged into {group} on {day}",
        ),
        (
            "formed: 2018-11-20\ndissolved: 2019-04-15",
            "2019-05-01",
            [True, False],
            "ended",
            "dissolved on {day}",
        ),
        ("formed: 2018-11-20\ndissolved: 2019-06-01", "2019-05-01", [True, False], "at-work", None),
        ("", "2019-05-01", [True, False], "never", "never formed"),
        ("", "2019-04-01", [True, False], "never", "never formed"),
        ("", "2019-03-31", [True, False], "not-yet", "not formed yet"),
        ("formed: 2019-05-02", "2019-05-01", [False, True], "not-yet", "not formed yet"),
    ],
)
def test_what_a_group_is_and_what_it_is_asked(
    tmp_path: Path, group: str, day: str, asked: list[bool], state: str, story: str | None
) -> None:
    """A group is said to have never formed only once the phase in which groups form is over."""
    standing = overview(given(tmp_path, texts(group), day)).groups[0]
    assert [phase.asked for phase in standing.phases] == asked
    assert standing.life.state == state
    assert (standing.story.text if standing.story else None) == story


def test_a_calendar_without_phases_of_groups_calls_no_group_lost(tmp_path: Path) -> None:
    """
    == groups/eau/group.yaml ==
    title: Eau
    kind: thematic
    """
    text = test_a_calendar_without_phases_of_groups_calls_no_group_lost.__doc__ or ""
    standing = overview(given(tmp_path, text)).groups[0]
    assert (standing.life.state, standing.phases) == ("not-yet", ())


def test_a_phase_that_ended_with_something_owed_is_late(tmp_path: Path) -> None:
    whole = overview(given(tmp_path, texts("formed: 2018-11-20")))
    assert [(group.group.id if group else "", phase.phase.id.value) for group, phase in whole.late] == [
        ("eau", "une")
    ]
    assert whole.groups[0].phases[0].is_late
    assert not whole.groups[0].phases[1].is_late


def test_a_group_that_left_is_late_of_nothing(tmp_path: Path) -> None:
    assert overview(given(tmp_path, texts("formed: 2018-11-20\ndissolved: 2019-04-15"))).late == ()


def test_what_comes_is_a_phase_and_a_plenary(tmp_path: Path) -> None:
    plenary = "== programme/plenaries/2019-05-09-p.md ==\n---\nnumber: 4\ndate: 2019-05-09\n---\nOrdre.\n"
    coming = overview(given(tmp_path, texts("formed: 2018-11-20") + plenary)).coming
    assert [(one.day, one.plenary is not None, one.is_end) for one in coming] == [
        (date(2019, 5, 9), True, False),
        (date(2019, 5, 15), False, False),
    ]
    assert overview(given(tmp_path, texts("formed: 2018-11-20"), "2020-01-01")).coming == ()


def test_groups_of_other_kinds_have_no_phase(tmp_path: Path) -> None:
    whole = overview(given(tmp_path, texts("formed: 2018-11-20")))
    assert [(one.group.id, one.phases) for one in whole.others] == [("air", ())]
    assert (whole.title_of("air"), whole.title_of("terre")) == ("Air", "terre")
