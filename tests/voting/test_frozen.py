"""What opening fixes: everything that decides is in the digest, what may come later is not."""

import pytest

from collectif_cli.model.vote import Vote
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.frozen import frozen_digest
from collectif_cli.voting.opening import freeze
from collectif_cli.voting.subjects import bound_by
from tests.voting.texts import programme

TEXTS = """
== collectif.yaml ==
schema: 1
name: Collectif
language: fr
decision_rules:
  programme:
    method: majority
    base: expressed
    threshold: "> 1/2"
    quorum: {of: registered, at_least: "1/2"}
    second_call: {after: 15 days, quorum: none}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
members: [{person: cedre, from: 2019-01-01}, {person: if, from: 2019-01-01, to: 2019-06-01}]
== programme/proposals/bus.md ==
---
title: Des bus de nuit
group: eau
status: consensual
---
Des bus.
== programme/votes/v/vote.yaml ==
title: Les bus
date: 2019-10-09
rule: programme
electorate: {kind: group, group: eau, date: 2019-05-01}
ballots: anonymous
questions:
  - {id: q, title: Des bus, on: [bus], options: [{id: for, title: Oui}, {id: against, title: Non}]}
"""


def digest(text: str = TEXTS, commit: str = "c1") -> str:
    read = programme(text)
    (vote,) = read.votes.values()
    assert isinstance(vote, Vote)
    rule = rule_of(vote, read.collective)
    assert rule is not None
    voters = voters_of(vote, read.plenaries, read.groups, read.candidates)
    from collectif_cli.store.calendar_text import moment_of

    opened = moment_of("2019-10-09T18:30+02:00")
    assert opened is not None
    texts = [(one, "b1") for one in bound_by(vote.questions, read)]
    return frozen_digest(vote, freeze(vote, rule, voters, texts, opened=opened, commit=commit))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Les bus", "title: Le bus"),
        ("date: 2019-10-09", "date: 2019-10-10"),
        ("base: expressed", "base: cast"),
        ("> 1/2", ">= 1/2"),
        ('at_least: "1/2"', 'at_least: "1/3"'),
        ("15 days", "8 days"),
        ("date: 2019-05-01", "date: 2019-07-01"),
        ("ballots: anonymous", "ballots: named"),
        ("title: Des bus, on", "title: Des cars, on"),
        ("title: Oui", "title: Non merci"),
        (
            "{id: for, title: Oui}, {id: against, title: Non}",
            "{id: against, title: Non}, {id: for, title: Oui}",
        ),
        ("Des bus.", "Des cars."),
        ("title: Des bus de nuit", "title: Des bus le jour"),
        ("on: [bus]", "on: []"),
    ],
)
def test_whatever_decides_is_in_it(old: str, new: str) -> None:
    assert TEXTS.count(old) >= 1
    assert digest(TEXTS.replace(old, new)) != digest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ballots: anonymous", "ballots: anonymous\nexpected_ballots: 12"),
        ("Des bus.", "Des bus. <!-- relu -->"),
        ("status: consensual", "status: adopted\ndecisions: [v]"),
        ("title: Les bus", "title:    Les bus   # un titre"),
    ],
)
def test_what_may_come_later_or_means_nothing_is_not(old: str, new: str) -> None:
    assert digest(TEXTS.replace(old, new)) == digest()


def test_the_commit_and_the_number_of_voters_are_in_it() -> None:
    assert digest(commit="c2") != digest()
    assert digest(TEXTS.replace("to: 2019-06-01", "to: 2019-04-01")) != digest()
