"""Borda: known elections, shared places by their definitions, margins tried out, other counts."""

import random
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from votelib.component.rankscore import Borda
from votelib.convert import RankedToPositionalVotes

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import borda
from collectif_cli.voting.outcome import Margin, Outcome, Verdict
from collectif_cli.voting.workings.places import Places
from tests.voting import by_definition
from tests.voting.changes import assert_margin_is_true
from tests.voting.rankings import order, orders, poll_of, polls_by_rank, ranked_rule
from tests.voting.texts import findings, result


def points(of: Poll, **said: Any) -> dict[str, Fraction]:
    working = borda.count(of, ranked_rule("borda", **said)).working
    assert isinstance(working, Places)
    return {row.option: row.points for row in working.rows}


def test_capitals_of_tennessee() -> None:
    """The example of many textbooks: Nashville, 194 points, before Chattanooga, 173."""
    of = orders({"m>n>c>k": 42, "n>c>k>m": 26, "c>k>n>m": 15, "k>c>n>m": 17}, "mnck")
    assert points(of) == {"m": 126, "n": 194, "c": 173, "k": 107}
    assert borda.count(of, ranked_rule("borda")).outcome == Outcome(Verdict.ELECTED, ("n",))


def test_borda_own_example() -> None:
    """Borda 1781: of 21 electors, 13 would have either of the others before A, who has most first places."""
    of = orders({"a>b>c": 1, "a>c>b": 7, "b>c>a": 7, "c>b>a": 6}, "abc")
    assert points(of) == {"a": 16, "b": 21, "c": 26}
    assert borda.count(of, ranked_rule("borda")).outcome.options == ("c",)


@pytest.mark.parametrize(
    ("ballot", "said", "expected"),
    [
        ("a>b=c>d", {"positions": "tournament"}, [3, Fraction(3, 2), Fraction(3, 2), 0]),
        ("a>b=c>d", {"positions": "positional"}, [3, 2, 2, 0]),
        ("a=b=c=d", {"positions": "tournament"}, [Fraction(3, 2)] * 4),
        ("a=b=c=d", {"positions": "positional"}, [3] * 4),
        ("b", {"unranked": "last", "positions": "tournament"}, [1, 3, 1, 1]),
        ("b", {"unranked": "last", "positions": "positional"}, [2, 3, 2, 2]),
        ("b", {"unranked": "ignored"}, [0, 3, 0, 0]),
        ("b>a=c", {"unranked": "ignored", "positions": "tournament"}, [Fraction(3, 2), 3, Fraction(3, 2), 0]),
    ],
)
def test_what_a_place_is_worth(ballot: str, said: dict[str, str], expected: list[Fraction]) -> None:
    assert list(points(orders({ballot: 1}, "abcd"), **said).values()) == expected


@given(polls_by_rank("abcd"))
def test_by_tournament_points_are_the_duels_won_and_half_those_drawn(of: Poll) -> None:
    """Black 1976: whatever ranks are equal or missing."""
    matrix = by_definition.duels(of.marks, of.options)
    expressed = of.figures.expressed or 0
    places = range(len(of.options))
    expected = [
        sum(Fraction(expressed + matrix[a][b] - matrix[b][a], 2) for b in places if b != a) for a in places
    ]
    assert list(points(of).values()) == expected


def test_votelib_adds_up_the_same_points() -> None:
    """Orders without equal ranks; votelib gives nothing to an option without a rank."""
    chance = random.Random(7)
    for _ in range(3000):
        options = "abcdef"[: chance.randint(1, 6)]
        papers = [
            (
                order(">".join(chance.sample(options, chance.randint(1, len(options)))), options),
                chance.randint(1, 4),
            )
            for _ in range(chance.randint(1, 12))
        ]
        papers.append((order(">".join(options), options), 1))  # votelib knows no option that nobody ranks
        votes: dict[tuple[str, ...], int] = {}
        for mark, many in papers:
            ranking = tuple(option for option, _ in sorted(mark, key=lambda one: one[1]))
            votes[ranking] = votes.get(ranking, 0) + many
        theirs = RankedToPositionalVotes(Borda(base=0)).convert(votes)
        assert points(poll_of(papers, options), unranked="ignored") == theirs


EVERY = [
    order(text, "abc")
    for text in (
        *(">".join(one) for one in permutations("abc")),
        *(">".join(one) for one in permutations("abc", 2)),
        *"abc", "a=b>c", "a=c>b", "b=c>a", "a>b=c", "b>a=c", "c>a=b", "a=b", "a=c", "b=c", "a=b=c",
    )
]  # fmt: skip
STRICT: list[Mark] = [mark for mark in EVERY if len(mark) == 3 and len({rank for _, rank in mark}) == 3]
RULES: list[tuple[DecisionRule, list[Mark]]] = [
    (ranked_rule("borda"), EVERY),
    (ranked_rule("borda", positions="positional"), EVERY),
    (ranked_rule("borda", unranked="ignored"), EVERY),
    (ranked_rule("borda", seats=2), EVERY),
    (ranked_rule("borda", seats=3), EVERY),
    (ranked_rule("borda", ties="lot", seed="4"), EVERY),
    (ranked_rule("borda", ties="lot", seed="9", seats=2), EVERY),
    (ranked_rule("borda", unranked="refused", equal_ranks="refused", positions=None), STRICT),
]


@pytest.mark.parametrize("at", range(len(RULES)))
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_margin_is_exact_when_every_change_is_tried(at: int, data: st.DataObject) -> None:
    under, every = RULES[at]
    papers = data.draw(st.lists(st.tuples(st.sampled_from(every), st.integers(1, 2)), max_size=3))
    refused = [(EVERY[-1], 1)] if under.equal_ranks and under.equal_ranks.value == "refused" else []
    of = poll_of(papers, "abc", blank=data.draw(st.integers(0, 1)), refused=refused)
    assert_margin_is_true(borda, of, under, every, 2)
    margin = borda.count(of, under).margin
    assert margin is not None
    assert margin.at_least is None


def test_margin_of_many_is_counted() -> None:
    """a leads b by 100 and each ballot a>c>b turned over takes 4 of it: 25 make them level."""
    of = orders({"a>c>b": 70, "b>a>c": 40}, "abc")
    assert points(of) == {"a": 180, "b": 80, "c": 70}
    counted = borda.count(of, ranked_rule("borda"))
    assert counted.margin == Margin(25, Outcome(Verdict.TIE, ("a", "b")))
    assert borda.count(of, ranked_rule("borda", ties="lot", seed="1")).margin in {
        Margin(25, Outcome(Verdict.ELECTED, ("b",))),
        Margin(26, Outcome(Verdict.ELECTED, ("b",))),
    }


def test_nobody_and_one_option() -> None:
    assert borda.count(poll_of([], "abc"), ranked_rule("borda")).margin == Margin(because="never")
    blank = borda.count(poll_of([], "abc", blank=1), ranked_rule("borda"))
    assert blank.outcome.because == "nothing-expressed"
    assert blank.margin == Margin(1, Outcome(Verdict.ELECTED, ("a",)))
    alone = borda.count(orders({"a": 3}, "a"), ranked_rule("borda"))
    assert alone.margin == Margin(3, Outcome(Verdict.UNDECIDED, because="nothing-expressed"))


def test_other_conventions_are_told() -> None:
    of = orders({"a": 4, "b>c>a": 3, "c=b>a": 1}, "abc")
    said = {
        (one.convention, one.value): one.outcome.options
        for one in borda.count(of, ranked_rule("borda")).sensitivity
    }
    assert said == {
        ("unranked", "ignored"): ("a",),
        ("unranked", "refused"): ("b",),
        ("equal_ranks", "refused"): ("a", "b"),
        ("positions", "positional"): ("b",),
    }
    whole = replace(of, marks=((order("a>b>c", "abc"), 2),))
    assert borda.count(whole, ranked_rule("borda")).sensitivity == ()


VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 20}
ballots: anonymous
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]
== programme/votes/v/ballots.csv ==
ballot,q.a,q.b,q.c
1,1,1,2
2,3,,1
3,,,2
4,,,
5,x,1,2
"""


def test_a_vote_from_its_files() -> None:
    counted = result(
        VOTE.replace("RULE", "method: borda, unranked: last, equal_ranks: allowed, positions: tournament")
    )
    assert (counted.figures.expressed, counted.figures.blank, counted.figures.invalid) == (3, 1, 1)
    assert counted.outcome == Outcome(Verdict.ELECTED, ("c",))


def test_nothing_is_taken_for_granted() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: V
    rule: {method: borda, unranked: last, threshold: "> 1/2"}
    electorate: {kind: roll, registered: 20}
    ballots: anonymous
    questions: [{id: q, title: Q, options: [{id: a, title: A}]}]
    == programme/votes/v/ballots.csv ==
    ballot,q.a
    1,1
    """
    assert findings(test_nothing_is_taken_for_granted) == [
        "vote.yaml:2:7 the rule does not say whether two options may have the same rank",
        "vote.yaml:2:7 the rule does not say how many points options that share places are given",
        "vote.yaml:2:50 “borda” makes nothing of “threshold”",
    ]
