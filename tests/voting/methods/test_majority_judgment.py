"""Majority judgment: ties removed one by one, empty cells, defects, margins tried out, belenios-tool."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Quorum
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import majority_judgment
from collectif_cli.voting.outcome import Figures, Outcome, Result, Verdict
from collectif_cli.voting.workings.gauges import Gauges
from tests.voting.belenios import NEEDS_BELENIOS, winners
from tests.voting.changes import assert_margin_is_true
from tests.voting.elections import at, rule
from tests.voting.texts import result, tallied

GRADES = ("À rejeter", "Passable", "Bien", "Très bien")
VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {{method: majority-judgment,
  grades: [À rejeter, Passable, Bien], not_judged: {not_judged}, ties: {ties}}}
electorate: {{kind: roll, registered: 20}}
ballots: anonymous
questions: [{{id: q, title: Q, options: [{{id: a, title: A}}, {{id: b, title: B}}]}}]
== programme/votes/v/ballots.csv ==
ballot,q.a,q.b
"""


def judged(ballots: str, not_judged: str = "worst-grade", ties: str = "majority-value") -> Result:
    return result(VOTE.format(not_judged=not_judged, ties=ties) + ballots)


def under(not_judged: str = "worst-grade", ties: str = "majority-value", grades: int = 3) -> DecisionRule:
    words = tuple(at(grade) for grade in GRADES[:grades])
    return replace(rule("majority-judgment", ties=ties, seed="7"), grades=words, not_judged=at(not_judged))


def poll_of(ballots: list[Mark], options: str = "abc", blank: int = 0) -> Poll:
    marks = {mark: ballots.count(mark) for mark in ballots if mark}
    expressed = sum(marks.values())
    figures = Figures(cast=len(ballots) + blank, blank=len(ballots) + blank - expressed, expressed=expressed)
    return Poll(question="q", options=tuple(options), marks=tuple(sorted(marks.items())), figures=figures)


def marks(options: str, grades: int, complete: bool = False) -> st.SearchStrategy[Mark]:
    given_ = st.integers(0, grades - 1) if complete else st.none() | st.integers(0, grades - 1)
    return st.tuples(*[given_] * len(options)).map(
        lambda cells: tuple((o, g) for o, g in zip(options, cells, strict=True) if g is not None)
    )


def test_same_grade_is_parted_by_removing_it() -> None:
    counted = judged("1,Bien,Bien\n2,passable,PASSABLE\n3,2,2\n4,3,1\n5,1,1\n")
    assert counted.outcome == Outcome(Verdict.ELECTED, ("a",))
    assert isinstance(counted.working, Gauges)
    (one,) = counted.working.neighbours
    assert (one.first, one.second, one.parting) == ("a", "b", (1, 1, 0))
    assert [(g.above, g.profile[g.grade], g.below, g.sign) for g in counted.working.gauges] == [
        (2, 2, 1, "+"),
        (1, 2, 2, "-"),
    ]


def test_same_grades_to_the_end_are_a_tie_and_a_lot_may_settle_it() -> None:
    same = "1,Bien,Passable\n2,Passable,Bien\n"
    assert judged(same).outcome == Outcome(Verdict.TIE, ("a", "b"))
    assert judged(same, ties="second-vote").decision.follows == "second-vote"
    drawn = judged(same, ties="lot, seed: 12-7-3")
    assert drawn.outcome.verdict is Verdict.ELECTED
    assert drawn.decision.ties[0].by == "lot"


def test_options_of_one_grade_stand_together_where_ties_are_kept() -> None:
    kept = judged("1,Bien,Passable\n2,Passable,Passable\n3,Passable,Passable\n", ties="kept")
    assert kept.ranking == (("a", "b"),)
    assert isinstance(kept.working, Gauges)
    assert kept.working.neighbours == ()


def test_the_margin_of_a_crowd_is_proved_against_every_rival() -> None:
    """7,501 for a, 7,000 for b, 499 for c: none of the others may pass before the one who is said to win."""
    groups = {"a": 7_501, "b": 7_000, "c": 499}
    of = Poll(
        question="q",
        options=("a", "b", "c"),
        marks=tuple(
            sorted((tuple((o, 2 * (o == liked)) for o in "abc"), number) for liked, number in groups.items())
        ),
        figures=Figures(cast=15_000, expressed=15_000),
    )
    margin = majority_judgment.count(of, under()).margin
    assert margin is not None
    assert (margin.at_least, margin.ballots) == (251, 502)
    assert margin.leads_to == Outcome(Verdict.ELECTED, ("b",))


def test_the_grade_alone_decides_where_ties_are_kept() -> None:
    close = "1,Bien,Passable\n2,Passable,Passable\n3,Passable,Passable\n"
    assert judged(close).outcome == Outcome(Verdict.ELECTED, ("a",))
    assert judged(close, ties="kept").outcome == Outcome(Verdict.TIE, ("a", "b"))


def test_empty_cells_are_worth_what_the_rule_says() -> None:
    gaps = "1,Passable,\n2,Passable,\n3,Passable,Bien\n4,,\n"
    assert judged(gaps).outcome.options == ("a",)
    assert judged(gaps, "ignored").outcome.options == ("b",)
    refused = judged(gaps, "refused")
    assert [(one.ballot, one.reason) for one in refused.set_aside] == [
        ("1", "not-judged"),
        ("2", "not-judged"),
    ]
    assert (refused.figures.blank, refused.figures.expressed) == (1, 1)
    other = {(one.convention, one.value): one.outcome.options for one in judged(gaps).sensitivity}
    assert other == {("not_judged", "ignored"): ("b",)}


def test_other_words_than_the_grades_set_the_ballot_aside() -> None:
    counted = judged("1,Bien,Génial\n2,0,1\n3,4,1\n4,Bien,1\n")
    assert [one.reason for one in counted.set_aside] == ["unknown-grade"] * 3
    assert counted.figures.expressed == 1


def test_nobody_judged_anything() -> None:
    assert judged("1,,\n").outcome == Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    assert judged("").outcome.verdict is Verdict.UNDECIDED


def test_conventions_are_never_guessed() -> None:
    text = VOTE.format(not_judged="worst-grade", ties="kept").replace(
        "not_judged: worst-grade, ties: kept", "seats: 1"
    )
    counted, findings = tallied(text + "1,Bien,Bien\n")
    assert counted is None
    assert [one.message.text for one in findings] == [
        "the rule does not say what becomes of an option that a ballot does not judge",
        "the rule does not say what settles a tie",
    ]


def test_quorum_missed_decides_nothing() -> None:
    asked = replace(under(), quorum=Quorum(of=at("registered"), at_least=at(Fraction(5))))
    counted = majority_judgment.count(poll_of([(("a", 2), ("b", 0))] * 3, "ab"), asked)
    assert counted.outcome.verdict is Verdict.NO_QUORUM
    assert counted.margin is not None
    assert (counted.margin.because, counted.margin.missing) == ("quorum", 2)
    assert [(one.convention, one.outcome.options) for one in counted.sensitivity] == [("quorum", ("a",))]


@pytest.mark.parametrize("not_judged", ["worst-grade", "ignored"])
@pytest.mark.parametrize("ties", ["majority-value", "kept", "lot"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_margin_holds_when_every_change_is_tried(not_judged: str, ties: str, data: st.DataObject) -> None:
    ballots = data.draw(st.lists(marks("ab", 3), min_size=1, max_size=5))
    cells = product([None, 0, 1, 2], repeat=2)
    every = [tuple((o, g) for o, g in zip("ab", one, strict=True) if g is not None) for one in cells]
    of = poll_of(ballots, "ab", blank=data.draw(st.integers(0, 1)))
    assert_margin_is_true(majority_judgment, of, under(not_judged, ties), [m for m in every if m], 3)


@settings(max_examples=40, deadline=None)
@given(st.lists(marks("abc", 3, complete=True), min_size=1, max_size=5))
def test_margin_holds_among_three_options(ballots: list[Mark]) -> None:
    every = [tuple(zip("abc", one, strict=True)) for one in product(range(3), repeat=3)]
    assert_margin_is_true(majority_judgment, poll_of(ballots), under(), every, 2)


def test_margin_of_a_crowd_is_an_interval_from_the_counts_alone() -> None:
    crowd: list[tuple[Mark, int]] = [
        ((("a", 2), ("b", 1)), 6_000_000_000),
        ((("a", 1), ("b", 2)), 4_000_000_000),
    ]
    of = replace(
        poll_of([], "ab"), marks=tuple(sorted(crowd)), figures=Figures(cast=10**10, expressed=10**10)
    )
    margin = majority_judgment.count(of, under()).margin
    assert margin is not None
    assert margin.ballots is not None
    assert margin.at_least is not None
    assert 0 < margin.at_least <= 10**9 <= margin.ballots <= 2 * 10**9 + 1


@NEEDS_BELENIOS
@settings(max_examples=1000, deadline=None)
@given(st.lists(marks("abcd", 4, complete=True), min_size=1, max_size=15))
def test_belenios_finds_the_same_order(ballots: list[Mark]) -> None:
    """It numbers the grades from 1, the best, and takes the better of two in the middle.

    Given ours numbered from the worst, that is the lower of the two in the middle, and its order is ours
    from the last to the first.
    """
    counted = majority_judgment.count(poll_of(ballots, "abcd"), under(grades=4))
    numbered = [[grade + 1 for _, grade in mark] for mark in ballots]
    theirs = winners("majority-judgment", numbered, 4, "--ngrades=4")
    assert [{"abcd".index(option) for option in group} for group in counted.ranking] == theirs[::-1]


@given(st.lists(marks("abc", 4, complete=True), min_size=1, max_size=9), st.permutations("abc"))
def test_names_of_options_change_nothing(ballots: list[Mark], others: list[str]) -> None:
    """Neutrality."""
    name = dict(zip("abc", others, strict=True))
    renamed = [tuple(sorted((name[option], grade) for option, grade in mark)) for mark in ballots]
    mine = majority_judgment.count(poll_of(ballots), under(grades=4))
    theirs = majority_judgment.count(poll_of(renamed), under(grades=4))
    assert [{name[option] for option in group} for group in mine.ranking] == [
        set(group) for group in theirs.ranking
    ]


@given(st.lists(marks("abc", 4, complete=True), min_size=1, max_size=9))
def test_one_more_ballot_that_likes_the_winner_best_keeps_it(ballots: list[Mark]) -> None:
    counted = majority_judgment.count(poll_of(ballots), under(grades=4))
    if counted.outcome.verdict is Verdict.ELECTED:
        (winner,) = counted.outcome.options
        more = tuple((option, 3 if option == winner else 0) for option in "abc")
        assert majority_judgment.count(poll_of([*ballots, more]), under(grades=4)).outcome == counted.outcome
