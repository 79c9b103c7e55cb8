"""Who could vote: what the vote says, then its plenary, its roll, its group; what nobody wrote is unknown."""

from collectif_cli.voting.electorate import Voters, voters_of
from tests.voting.texts import programme

VOTE = """
== programme/votes/bus/vote.yaml ==
title: Bus
plenary: 2019-10-09-pleniere-12
date: 2019-10-09
rule: {method: plurality}
electorate: ELECTORATE
ballots: anonymous
questions: [{id: bus, title: Des bus le soir}]
FROZEN
== programme/plenaries/2019-10-09-pleniere-12.md ==
---
date: 2019-10-09
attendance: ATTENDANCE
---
== groups/eau/group.yaml ==
title: Eau
kind: thematic
facilitators: [{person: orme, from: 2019-02-01}, {person: saule, from: 2019-02-01, to: 2019-03-01}]
members:
  - {person: cedre, from: 2019-01-15, to: 2019-07-01}
  - {person: saule, from: 2019-01-15, to: 2019-10-09}
  - {person: saule, from: 2019-02-15}
  - {person: merle, from: 2019-10-09}
== programme/candidates.yaml ==
list: [{position: 1, person: saule, sex: F}, {position: 2, person: merle, sex: M}]
"""
OPENED = """
frozen:
  date: 2019-10-01
  rule: {method: plurality}
  electorate: {count: 7}
  digest: abc
"""


def voters(electorate: str, attendance: str = "{present: 35, represented: 2}", frozen: str = "") -> Voters:
    text = VOTE.replace("ELECTORATE", electorate).replace("ATTENDANCE", attendance).replace("FROZEN", frozen)
    read = programme(text)
    return voters_of(read.votes["bus"], read.plenaries, read.groups, read.candidates)


def test_people_present_are_those_of_the_plenary() -> None:
    found = voters("{kind: present}")
    assert (found.present, found.represented, found.registered, found.most) == (35, 2, None, 37)


def test_vote_itself_is_heard_first() -> None:
    found = voters("{kind: present, present: 30, represented: 0, registered: 200}")
    assert (found.present, found.represented, found.registered, found.most) == (30, 0, 200, 30)


def test_estimate_is_said_and_bounds_nothing() -> None:
    found = voters("{kind: present}", "{present: 30, represented: 0, record: estimated}")
    assert (found.estimated, found.most) == (True, None)
    assert not voters("{kind: present, present: 28}", "{present: 30, record: estimated}").estimated


def test_nobody_is_represented_unless_it_is_written() -> None:
    found = voters("{kind: present}", "{present: 30}")
    assert (found.represented, found.most) == (None, None)


def test_roll_is_as_long_as_it_is() -> None:
    assert voters("{kind: roll, roll: [saule, merle, cedre]}").most == 3
    assert voters("{kind: roll, registered: 12}").most == 12
    assert voters("{kind: roll}").most is None


def test_members_of_a_group_are_those_of_the_day_and_so_are_those_who_facilitate_it() -> None:
    found = voters("{kind: group, group: eau}")
    assert (found.registered, found.group) == (3, "Eau")
    assert voters("{kind: group, group: eau, date: 2019-01-31}").registered == 2
    assert voters("{kind: group, group: eau, date: 2019-02-01}").registered == 3
    assert voters("{kind: group, group: eau, date: 2018-02-01}").registered == 0


def test_candidates_are_those_of_the_list() -> None:
    assert voters("{kind: candidates}").registered == 2


def test_attendance_is_of_those_present_and_not_of_a_roll() -> None:
    assert voters("{kind: roll, registered: 12}").present is None
    assert voters("{kind: roll, registered: 12, present: 9}").present == 9


def test_number_of_the_opening_stays() -> None:
    assert voters("{kind: group, group: eau}", frozen=OPENED).registered == 7
    assert voters("{kind: present}", frozen=OPENED).present == 35
    assert voters("{kind: present}", "{record: missing}", frozen=OPENED).present == 7
