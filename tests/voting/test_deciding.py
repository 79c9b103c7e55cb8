"""What follows from a vote: which texts move, on what they then rest, what the plenary records."""

import pytest

from collectif_cli.voting.deciding import moves, to_record
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.tally import Tally, tally
from tests.voting.texts import programme

TEXTS = """
== collectif.yaml ==
schema: 1
name: Collectif
language: fr
decision_rules:
  programme: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
== programme/outline.yaml ==
outline:
  - {id: bouger, title: Bouger, proposals: [bus, velo, train]}
== programme/proposals/bus.md ==
---
title: Des bus
group: eau
status: consensual
---
== programme/proposals/velo.md ==
---
title: Des vélos
group: eau
status: divisive
---
== programme/proposals/train.md ==
---
title: Des trains
group: eau
status: withdrawn
---
== programme/plenaries/2019-10-09-p.md ==
---
number: 12
date: 2019-10-09
decisions:
  - {id: d1, kind: other, how: consent}
DECIDED
---
== programme/votes/v/vote.yaml ==
title: Tout
plenary: 2019-10-09-p
date: 2019-10-09
rule: programme
electorate: {kind: present, present: 9, represented: 0}
ballots: counts
questions:
  - {id: q, title: Question, on: [ON]}
== programme/votes/v/counts.yaml ==
cast: 9
questions: {q: {options: {for: FOR, against: AGAINST}, blank: 0, invalid: 0, abstain: 0}}
"""


def decided(on: str, votes: int, decision: str = "") -> tuple[list[tuple[str, str, str]], list[str]]:
    """Give what moves, by the name of the file, and the decisions to record."""
    text = TEXTS.replace("ON", on).replace("FOR", str(votes)).replace("AGAINST", str(9 - votes))
    read = programme(text.replace("DECIDED", decision))
    (vote,), (plenary,) = read.votes.values(), read.plenaries.values()
    rule = rule_of(vote, read.collective)
    assert rule is not None
    counted, findings = tally(vote, rule, voters_of(vote, read.plenaries, read.groups, read.candidates))
    assert isinstance(counted, Tally), findings
    records = to_record(vote, counted, plenary)
    moved = moves(vote, counted, read, plenary, records if not decision else ())
    return (
        [(one.path.rpartition("/")[2], one.status, one.decision) for one in moved],
        [f"{one.id} {one.kind} {' '.join(one.on)} {one.how}" for one in records],
    )


@pytest.mark.parametrize(
    ("on", "votes", "moved", "recorded"),
    [
        ("bus", 5, [("bus.md", "adopted", "2019-10-09-p/d2")], ["d2 adopt bus show-of-hands"]),
        ("bus", 4, [("bus.md", "rejected", "2019-10-09-p/d2")], ["d2 reject bus show-of-hands"]),
        ("velo", 5, [("velo.md", "adopted", "2019-10-09-p/d2")], ["d2 adopt velo show-of-hands"]),
        ("socle", 5, [("bus.md", "adopted", "2019-10-09-p/d2")], ["d2 adopt socle show-of-hands"]),
        ("bouger", 5, [("bus.md", "adopted", "2019-10-09-p/d2")], ["d2 adopt bouger show-of-hands"]),
        ("socle", 4, [], ["d2 reject socle show-of-hands"]),
        ("train", 5, [], ["d2 adopt train show-of-hands"]),
        ("charter", 5, [], ["d2 adopt charter show-of-hands"]),
    ],
)
def test_what_moves(on: str, votes: int, moved: list[tuple[str, str, str]], recorded: list[str]) -> None:
    assert decided(on, votes) == (moved, recorded)


def test_a_decision_that_is_written_already_is_the_one_cited() -> None:
    written = "  - {id: d7, kind: adopt, on: [bus], how: show-of-hands, vote: v}"
    assert decided("bus", 5, written) == ([("bus.md", "adopted", "2019-10-09-p/d7")], [])


def test_without_a_decision_of_the_plenary_the_vote_itself_is_cited() -> None:
    written = "  - {id: d7, kind: adopt, on: [velo], how: show-of-hands, vote: v}"
    assert decided("bus", 5, written)[0] == [("bus.md", "adopted", "v")]


def test_a_text_that_moved_already_does_not_move_again() -> None:
    read = TEXTS.replace("status: consensual", "status: adopted\ndecisions: [v]")
    text = read.replace("ON", "bus").replace("FOR", "5").replace("AGAINST", "4").replace("DECIDED", "")
    found = programme(text)
    (vote,) = found.votes.values()
    rule = rule_of(vote, found.collective)
    assert rule is not None
    counted, _ = tally(vote, rule, voters_of(vote, found.plenaries, found.groups, found.candidates))
    assert counted is not None
    assert list(moves(vote, counted, found, None)) == []
