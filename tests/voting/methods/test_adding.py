"""Approval, dots, scores: cells, sums, ties, seats, thresholds, margins tried out, an independent count."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from votelib.evaluate.cardinal import ScoreVoting

from collectif_cli.model.noun import replace
from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting import close_look
from collectif_cli.voting.method import Mark, Method, Poll
from collectif_cli.voting.methods import approval, dots, score
from collectif_cli.voting.outcome import Figures, Margin, Outcome, Verdict
from collectif_cli.voting.workings.points import Points
from tests.voting.changes import assert_margin_is_true
from tests.voting.elections import at, rule
from tests.voting.texts import result, tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 20}
ballots: anonymous
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
"""


def text(said: str, ballots: str) -> str:
    papers = f"== programme/votes/v/ballots.csv ==\nballot,q.a,q.b\n{ballots}"
    return VOTE.replace("RULE", said) + papers


def poll_of(ballots: list[Mark], options: str, blank: int = 0) -> Poll:
    marks = {mark: ballots.count(mark) for mark in ballots if mark}
    expressed = sum(marks.values())
    cast = len(ballots) + blank
    figures = Figures(cast=cast, blank=cast - expressed, expressed=expressed)
    return Poll(question="q", options=tuple(options), marks=tuple(sorted(marks.items())), figures=figures)


def scored(not_judged: str, best: int = 3, ties: str = "") -> DecisionRule:
    return replace(rule("score", ties=ties, seed="7"), points=at(best), not_judged=at(not_judged))


def test_what_a_cell_may_approve_with() -> None:
    counted = result(text("method: approval", "1,x,\n2,Oui,non\n3,1,0\n4,,\n5,2,1\n"))
    assert [one.votes for one in counted.totals] == [3, 0]
    assert (counted.figures.blank, counted.figures.invalid) == (1, 1)
    assert counted.set_aside[0].span == ("programme/votes/v/ballots.csv", 6, 3, 1)


def test_approved_by_too_few() -> None:
    few = text('method: approval, threshold: "> 1/2", base: cast', "1,1,\n2,1,\n3,,1\n4,,\n")
    assert result(few).outcome == Outcome(Verdict.UNDECIDED, because="threshold")


def test_seats_and_a_tie_for_the_last_one() -> None:
    same = "1,1,1\n2,1,1\n"
    assert result(text("method: approval, seats: 2", same)).outcome.options == ("a", "b")
    assert result(text("method: approval", same)).outcome.verdict is Verdict.TIE
    drawn = result(text("method: approval, ties: lot, seed: 4-8", same))
    assert drawn.outcome.verdict is Verdict.ELECTED


def test_hands_do_not_add_up_to_the_voters() -> None:
    hands = "questions: {q: {options: {a: 4, b: 3}, blank: 0, invalid: 0}}"
    counts = f"== programme/votes/v/counts.yaml ==\ncast: 5\n{hands}"
    counted = result(VOTE.replace("RULE", "method: approval").replace("anonymous", "counts") + counts)
    assert counted.outcome.options == ("a",)
    assert (counted.figures.cast, counted.figures.expressed) == (5, 5)
    assert counted.margin is not None
    assert (counted.margin.at_least, counted.margin.ballots) == (1, 2)
    many, found = tallied(VOTE.replace("RULE", "method: approval") + counts.replace("a: 4", "a: 6"))
    assert many is None
    assert [one.message.text for one in found] == ["“{option}” has more than all who voted could give"]


def test_dots_beyond_what_one_has() -> None:
    said = "method: dots, points: 4, most_on_one: 3"
    counted = result(text(said, "1,3,1\n2,4,0\n3,3,2\n4,-1,1\n5,,2\n"))
    assert [one.reason for one in counted.set_aside] == ["too-many-on-one", "too-many-points", "not-a-number"]
    assert isinstance(counted.working, Points)
    assert [row.points for row in counted.working.rows] == [3, 3]


def test_dots_counted_on_the_wall() -> None:
    counts = "== programme/votes/v/counts.yaml ==\ncast: 9\nquestions: {q: {options: {a: 20, b: 7}}}"
    said = "method: dots, points: 4, most_on_one: 3"
    counted = result(VOTE.replace("RULE", said).replace("anonymous", "counts") + counts)
    assert counted.outcome.options == ("a",)
    assert counted.margin is not None
    assert (counted.margin.because, counted.margin.at_least) == (
        "sums",
        3,
    )  # 13 ahead, 6 a ballot at the most


def test_means_are_fractions() -> None:
    """5/3 is more than 3/2, and less than 1.67."""
    third = text("method: score, points: 3, not_judged: ignored", "1,3,2\n2,1,1\n3,1,\n")
    assert result(third).outcome.options == ("a",)
    other = {(one.convention, one.value): one.outcome.options for one in result(third).sensitivity}
    assert other == {("not_judged", "worst-grade"): ("a",)}


@pytest.mark.parametrize("said", ["3,x\n", "4,1\n", "1.5,1\n", "-1,1\n"])
def test_numbers_are_whole_and_within_bounds(said: str) -> None:
    counted = result(text("method: score, points: 3, not_judged: ignored", f"1,{said}2,1,1\n"))
    assert [one.reason for one in counted.set_aside] == ["not-a-number"]


def marks(options: str, most: int, budget: int | None = None) -> list[Mark]:
    """Give every ballot there can be, but the blank one."""
    cells = product(range(most + 1), repeat=len(options))
    given_ = [tuple((o, n) for o, n in zip(options, one, strict=True) if n) for one in cells]
    return [mark for mark in given_ if mark and (budget is None or sum(n for _, n in mark) <= budget)]


def gaps(options: str, most: int) -> list[Mark]:
    """Give every ballot of scores, those that leave options out included."""
    cells = product([None, *range(most + 1)], repeat=len(options))
    return [
        m for one in cells if (m := tuple((o, n) for o, n in zip(options, one, strict=True) if n is not None))
    ]


DOTS = replace(rule("dots"), points=at(3), most_on_one=at(2))
FEW_DOTS = replace(rule("dots"), points=at(2), most_on_one=at(5))
CASES: list[tuple[Method, DecisionRule, list[Mark]]] = [
    (approval, rule("approval"), marks("abc", 1)),
    (approval, rule("approval", base="cast", threshold="> 1/2"), marks("ab", 1)),
    (approval, rule("approval", base="expressed", threshold=">= 2/3"), marks("ab", 1)),
    (approval, replace(rule("approval"), seats=at(2)), marks("abc", 1)),
    (approval, rule("approval", ties="lot", seed="3"), marks("abc", 1)),
    (dots, DOTS, marks("abc", 2, 3)),
    (dots, FEW_DOTS, marks("ab", 2, 2)),
    (dots, replace(DOTS, seats=at(2)), marks("abc", 2, 3)),
    (score, scored("worst-grade", 2), gaps("ab", 2)),
    (score, scored("ignored", 2), gaps("ab", 2)),
]


@pytest.mark.parametrize("case", range(len(CASES)))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_margin_holds_when_every_change_is_tried(case: int, data: st.DataObject) -> None:
    method, under, every = CASES[case]
    ballots = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5))
    options = "".join(sorted({option for mark in every for option, _ in mark}))
    of = poll_of(ballots, options, blank=data.draw(st.integers(0, 1)))
    assert_margin_is_true(method, of, under, every, 2)


@pytest.mark.parametrize("case", [at_ for at_, one in enumerate(CASES) if one[1].threshold is None])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_margin_of_a_crowd_holds_too(case: int, data: st.DataObject) -> None:
    """What the counts alone prove, put to small elections where every change can be tried."""
    method, under, every = CASES[case]
    ballots = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5))
    options = "".join(sorted({option for mark in every for option, _ in mark}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(close_look, "MOST", 0)
        assert_margin_is_true(method, poll_of(ballots, options), under, every, 2)


def test_several_that_are_chosen_stand_in_the_order_of_the_paper() -> None:
    """Whoever has more of them: the same two, in another order of votes, are no other outcome."""
    counted = result(text("method: approval, seats: 2", "1,1,1\n2,1,1\n3,,1\n"))
    assert counted.outcome == Outcome(Verdict.ELECTED, ("a", "b"))
    assert counted.ranking == (("b",), ("a",))
    assert counted.margin is not None
    assert counted.margin.leads_to != Outcome(Verdict.ELECTED, ("b", "a"))


def test_a_lot_for_two_seats_names_both() -> None:
    paper = 'method: approval, seats: 2, ties: lot, seed: "1-2"'
    three = text(paper, "1,1,1,1\n").replace("{id: b, title: B}", "{id: b, title: B}, {id: c, title: C}")
    counted = result(three.replace("q.a,q.b", "q.a,q.b,q.c"))
    (tie,) = counted.decision.ties
    assert tie.chosen == tuple(option for option, _ in tie.draws[:2])
    assert counted.outcome.options == tuple(sorted(tie.chosen))


@pytest.mark.parametrize(
    ("said", "numbers", "blank", "expected"),
    [
        (
            "method: approval",
            (8, 1),
            "blank: 5, invalid: 0",
            "“{option}” has more than all who voted could give",
        ),
        ("method: approval", (5, 1), "blank: 9, invalid: 2", "more are blank or set aside than voted"),
        (
            "method: dots, points: 2, most_on_one: 5",
            (21, 0),
            "",
            "“{option}” has more than all who voted could give",
        ),
        (
            "method: dots, points: 3, most_on_one: 3",
            (30, 30),
            "",
            "the options have {n} point in all, where {most} could be given",
        ),
    ],
)
def test_hands_that_nobody_could_have_raised(
    said: str, numbers: tuple[int, int], blank: str, expected: str
) -> None:
    a, b = numbers
    hands = f"cast: 10\nquestions: {{q: {{options: {{a: {a}, b: {b}}}, {blank}}}}}"
    counts = f"== programme/votes/v/counts.yaml ==\n{hands}"
    counted, found = tallied(VOTE.replace("RULE", said).replace("anonymous", "counts") + counts)
    assert counted is None
    assert expected in [one.message.text for one in found]


def test_sums_prove_nothing_of_several_seats() -> None:
    counts = "== programme/votes/v/counts.yaml ==\ncast: 10\nquestions: {q: {options: {a: 20, b: 0}}}"
    said = "method: dots, points: 2, most_on_one: 2, seats: 2"
    counted = result(VOTE.replace("RULE", said).replace("anonymous", "counts") + counts)
    assert counted.margin == Margin(because="sums")


def test_a_tie_of_hands_takes_one_person_to_break() -> None:
    counts = "== programme/votes/v/counts.yaml ==\ncast: 9\nquestions: {q: {options: {a: 5, b: 5}}}"
    counted = result(VOTE.replace("RULE", "method: approval").replace("anonymous", "counts") + counts)
    assert counted.outcome.verdict is Verdict.TIE
    assert counted.margin == Margin(1, Outcome(Verdict.ELECTED, ("a",)))


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(gaps("abc", 3)), min_size=1, max_size=12))
def test_votelib_finds_the_same_best_mean(ballots: list[Mark]) -> None:
    counted = score.count(poll_of(ballots, "abc"), scored("ignored"))
    votes = {frozenset(mark): ballots.count(mark) for mark in ballots}
    judged = {option for mark in ballots for option, _ in mark}
    if counted.outcome.verdict is Verdict.ELECTED and len(judged) == 3:
        exact = ScoreVoting(function=lambda numbers: Fraction(sum(numbers), len(numbers)))
        assert exact.evaluate(votes, 1) == list(counted.outcome.options)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(marks("abcd", 1)), max_size=15))
def test_approvals_are_added_up(ballots: list[Mark]) -> None:
    counted = approval.count(poll_of(ballots, "abcd"), rule("approval"))
    by_hand = {option: sum(option in dict(mark) for mark in ballots) for option in "abcd"}
    assert {one.option: one.votes for one in counted.totals} == by_hand
    best = {option for option in "abcd" if by_hand[option] == max(by_hand.values())}
    assert not ballots or set(counted.outcome.options) == best


def test_thresholds_of_the_elections_are_thresholds() -> None:
    """The rules of the cases above say what they seem to say."""
    assert CASES[1][1].threshold == at(Threshold(sign=">", share=Fraction(1, 2)))


def test_zero_is_a_judgment_and_all_zeros_are_a_tie() -> None:
    """Nobody was silent: both options were judged, as badly."""
    counted = result(text("method: score, points: 3, not_judged: ignored", "1,0,0\n2,0,0\n"))
    assert counted.outcome == Outcome(Verdict.TIE, ("a", "b"))
    silent = result(text("method: score, points: 3, not_judged: ignored", "1,,\n"))
    assert silent.outcome == Outcome(Verdict.UNDECIDED, because="nothing-expressed")


def test_an_option_that_nobody_judged_is_not_tied_with_the_worst() -> None:
    counted = result(text("method: score, points: 3, not_judged: ignored", "1,0,\n2,0,\n"))
    assert counted.outcome == Outcome(Verdict.ELECTED, ("a",))


def test_a_seat_is_not_given_to_what_nobody_approves() -> None:
    counted = result(text("method: approval, seats: 2", "1,1,\n2,1,0\n"))
    assert counted.outcome == Outcome(Verdict.ELECTED, ("a",))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ('method: score, points: 3, not_judged: ignored, threshold: "> 1/2"', "threshold"),
        ('method: dots, points: 3, most_on_one: 1, threshold: "> 1/2"', "threshold"),
        ("method: approval, default_option: a", "default_option"),
        ("method: plurality, default_option: a", "default_option"),
        (
            'method: majority-judgment, grades: [X, Y], not_judged: ignored, ties: kept, threshold: "> 1/2"',
            "threshold",
        ),
    ],
)
def test_what_a_method_makes_nothing_of_is_refused(said: str, key: str) -> None:
    """A convention that is declared and dropped would be a silent one."""
    counted, found = tallied(text(said, "1,1,1\n"))
    assert counted is None
    assert [dict(one.message.values).get("key") for one in found if "makes nothing" in one.message.text] == [
        key
    ]


@pytest.mark.parametrize(
    "method", ["plurality", "majority-judgment, grades: [X, Y], not_judged: ignored, ties: kept"]
)
def test_methods_of_one_option_refuse_several_seats(method: str) -> None:
    counted, found = tallied(text(f"method: {method}, seats: 2", "1,1,1\n"))
    assert counted is None
    assert any(one.message.text == "“{method}” chooses one option" for one in found)
