"""Who may join, leave or facilitate a group, and why not."""

from datetime import date

import pytest

from collectif_cli.model.group import Group, Membership
from collectif_cli.model.identifiers import GroupId, PersonId
from collectif_cli.model.people import Person
from collectif_cli.model.source import Located, Span
from collectif_cli.progress.roster import (
    open_memberships,
    why_not_facilitate,
    why_not_join,
    why_not_leave,
)

TOP = Span("groups/eau/group.yaml")
TODAY = date(2019, 9, 1)


def day(text: str) -> Located[date]:
    return Located(date.fromisoformat(text), TOP)


def stay(person: str, since: str, until: str | None = None) -> Membership:
    return Membership(person=Located(person, TOP), since=day(since), until=day(until) if until else None)


def group(*members: Membership, lead: tuple[Membership, ...] = (), ended: str | None = None) -> Group:
    return Group(
        id=GroupId("eau"),
        span=TOP,
        title=Located("Eau", TOP),
        kind=Located("thematic", TOP),
        formed=day("2018-11-20"),
        dissolved=day(ended) if ended else None,
        members=members,
        facilitators=lead,
    )


def person(joined: str | None = None, left: str | None = None) -> Person:
    return Person(
        id=PersonId("buse"),
        span=TOP,
        joined=day(joined) if joined else None,
        left=day(left) if left else None,
    )


@pytest.mark.parametrize(
    ("eau", "who", "on", "why"),
    [
        (group(), None, "2019-03-01", None),
        (group(), person("2018-12-01"), "2019-03-01", None),
        (group(), person("2019-04-01"), "2019-03-01", "joined the collective on"),
        (group(), person(left="2019-02-01"), "2019-03-01", "left the collective on"),
        (group(), None, "2018-11-19", "the group was formed on"),
        (group(), None, "2019-09-02", "still to come"),
        (group(ended="2019-02-01"), None, "2019-03-01", "ended on"),
        (group(ended="2019-04-01"), None, "2019-03-01", None),
        (group(stay("buse", "2019-01-01")), None, "2019-03-01", "already in the group"),
        (group(stay("buse", "2019-05-01")), None, "2019-03-01", "already in the group"),
        (group(stay("buse", "2019-01-01", "2019-03-02")), None, "2019-03-01", "already in the group"),
        (group(stay("buse", "2019-01-01", "2019-03-01")), None, "2019-03-01", None),
        (group(lead=(stay("buse", "2019-01-01"),)), None, "2019-03-01", "already in the group"),
    ],
)
def test_joining(eau: Group, who: Person | None, on: str, why: str | None) -> None:
    """Buse wants to be in the group."""
    trouble = why_not_join(eau, "buse", who, date.fromisoformat(on), TODAY)
    assert (trouble is None) == (why is None)
    assert trouble is None or (why or "") in trouble.said.text


@pytest.mark.parametrize(
    ("eau", "on", "why"),
    [
        (group(stay("buse", "2019-01-01")), "2019-03-01", None),
        (group(stay("buse", "2019-01-01")), "2018-12-01", "joined the group on"),
        (group(stay("buse", "2019-01-01", "2019-02-01")), "2019-03-01", "already left"),
        (group(stay("buse", "2019-01-01", "2019-12-31")), "2019-03-01", None),
        (group(stay("bise", "2019-01-01")), "2019-03-01", "not in the group"),
        (group(stay("buse", "2019-01-01"), ended="2019-02-01"), "2019-03-01", "ended on"),
        (group(stay("buse", "2019-01-01"), ended="2019-02-01"), "2019-02-01", None),
    ],
)
def test_leaving(eau: Group, on: str, why: str | None) -> None:
    """Buse wants to leave the group."""
    trouble = why_not_leave(eau, "buse", date.fromisoformat(on), TODAY)
    assert (trouble is None) == (why is None)
    assert trouble is None or (why or "") in trouble.said.text


def test_facilitating() -> None:
    """Buse is a member, and already facilitates in one of two groups."""
    spring = date(2019, 3, 1)
    member, lead = stay("buse", "2019-01-01"), stay("buse", "2019-01-01")
    assert why_not_facilitate(group(member), "buse", person(), spring, TODAY) is None
    trouble = why_not_facilitate(group(member, lead=(lead,)), "buse", person(), spring, TODAY)
    assert trouble is not None
    assert open_memberships(group(member, lead=(lead,)), "buse", spring) == (lead, member)
