"""The margin is the smallest number of ballots whose change alters the outcome: proved by trying all."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.method import Poll
from tests.voting.elections import TWO, majority_rules, plurality_rules, poll, polls, recast, rule


def ways_to_vote(ballots: int, options: int) -> Iterator[tuple[int, ...]]:
    """Yield each way to share out at most that many ballots; the rest is blank."""
    if options == 0:
        yield ()
        return
    for first in range(ballots + 1):
        for others in ways_to_vote(ballots - first, options - 1):
            yield (first, *others)


def by_trying_all(of: Poll, under: DecisionRule) -> int | None:
    """Give the margin as its definition says it."""
    count = METHODS[under.method.value].count
    now = count(of, under)
    votes = [one.votes for one in now.totals]
    cast = of.figures.cast or 0
    found = []
    for other in ways_to_vote(cast, len(votes)):
        if count(recast(of, other), under).outcome.differs_from(now.outcome):
            silent, silent_then = cast - sum(votes), cast - sum(other)
            pairs = [*zip(votes, other, strict=True), (silent, silent_then)]
            found.append(sum(max(then - before, 0) for before, then in pairs))
    return min(found, default=None)


@given(polls(most=4, options=TWO), majority_rules)
def test_margin_of_a_text_is_the_smallest_change(of: Poll, under: DecisionRule) -> None:
    margin = METHODS["majority"].count(of, under).margin
    assert margin is not None
    assert margin.ballots == by_trying_all(of, under)


@given(polls(most=3), plurality_rules)
def test_margin_among_options_is_the_smallest_change(of: Poll, under: DecisionRule) -> None:
    margin = METHODS[under.method.value].count(of, under).margin
    assert margin is not None
    assert margin.ballots == by_trying_all(of, under)


@given(polls(most=3), plurality_rules)
def test_margin_leads_to_another_outcome(of: Poll, under: DecisionRule) -> None:
    counted = METHODS[under.method.value].count(of, under)
    assert counted.margin is not None
    if counted.margin.ballots is None:
        assert counted.margin.because in {"quorum", "never"}
    else:
        assert counted.margin.leads_to is not None
        assert counted.margin.leads_to.differs_from(counted.outcome)


def test_margin_of_a_quorum_just_missed_is_one_person() -> None:
    of = poll((2, 1), options=TWO, absent=1)
    counted = METHODS["majority"].count(
        of, rule("majority", base="expressed", threshold="> 1/2", quorum=("present", Fraction(4)))
    )
    assert counted.outcome.verdict == "no-quorum"
    assert counted.margin is not None
    assert (counted.margin.ballots, counted.margin.because, counted.margin.missing) == (None, "quorum", 1)


def test_margin_of_large_numbers_takes_no_time() -> None:
    counted = METHODS["plurality"].count(poll((10**10, 10**9, 5)), rule("plurality"))
    assert counted.margin is not None
    assert counted.margin.ballots == 4_500_000_000
