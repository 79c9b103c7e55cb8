"""How close a vote was: the smallest number of ballots whose change alters the outcome, exactly."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from collectif_cli.voting.outcome import Decision, Figures, Margin, Outcome, quorum_missed

Votes = tuple[int, ...]


class _Way(NamedTuple):
    """A way to change ballots one by one: at most how many, and the votes after some number of them."""

    most: int
    after: Callable[[int], Votes]


def margin_of_votes(
    votes: Votes, figures: Figures, decision: Decision, outcome_of: Callable[[Votes], Outcome]
) -> Margin:
    """Give the margin where a ballot names one option and more votes never harm the one who has them.

    No way of changing ``n`` ballots does more for an option than to take them from the strongest of the
    others, then from the ballots that express nothing: each brings the option one vote, the leader one
    less, and leaves the base as it is while it can. Nothing does more against all than to silence them.
    So the least over those ways is the least of all; each way keeps what it altered, so halving finds it.
    """
    missed = quorum_missed(decision)
    if missed is not None:
        return missed
    best: Margin | None = None
    for way in _ways(votes, figures.unexpressed):
        number = _smallest(way, lambda after: outcome_of(after).differs_from(decision.outcome))
        if number is not None and (best is None or best.ballots is None or number < best.ballots):
            best = Margin(number, outcome_of(way.after(number)))
    return best or Margin(because="unknown" if figures.cast is None else "never")


def _ways(votes: Votes, spare: int) -> Iterator[_Way]:
    """Yield the ways worth trying: toward each option in turn, and into silence."""
    for option in range(len(votes)):
        others = [place for place in range(len(votes)) if place != option]
        others.sort(key=lambda place: -votes[place])
        yield _Way(sum(votes) - votes[option] + spare, _toward(votes, option, others))
    strongest_first = sorted(range(len(votes)), key=lambda place: -votes[place])
    yield _Way(sum(votes), lambda number: tuple(_without(votes, number, strongest_first)))


def _toward(votes: Votes, option: int, others: Sequence[int]) -> Callable[[int], Votes]:
    def after(number: int) -> Votes:
        changed = _without(votes, number, others)
        changed[option] += number
        return tuple(changed)

    return after


def _without(votes: Votes, number: int, order: Sequence[int]) -> list[int]:
    """Give the votes less ``number`` of them, taken from each option in that order until it has none."""
    left = list(votes)
    for place in order:
        taken = min(left[place], number)
        left[place] -= taken
        number -= taken
    return left


def _smallest(way: _Way, alters: Callable[[Votes], bool]) -> int | None:
    """Give the smallest number from 1 that alters, or None; what alters with some ballots does with more."""
    if way.most < 1 or not alters(way.after(way.most)):
        return None
    return 1 + bisect_left(range(1, way.most), True, key=lambda number: alters(way.after(number)))
