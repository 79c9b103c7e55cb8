"""Ballots changed one after the other, in a given order, until the outcome is another one."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from collectif_cli.model.noun import replace
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Margin, Outcome

Marks = Sequence[tuple[Mark, int]]


class Swing(NamedTuple):
    """A way to change ballots: in that order, each into the same mark; an empty mark is a blank ballot."""

    order: Marks
    into: Mark


def swung(poll: Poll, swing: Swing, number: int) -> Poll:
    """Give the poll with the first ``number`` ballots of the order changed; nobody comes or leaves.

    Once those are all changed, ballots that express nothing are, as long as there are any.
    """
    left, kept = number, []
    for mark, many in swing.order:
        taken = min(many, left)
        left -= taken
        if many > taken:
            kept.append((mark, many - taken))
    if not swing.into:
        return _with(poll, kept)
    return _with(poll, [*kept, (swing.into, number)])


def most(poll: Poll, swing: Swing) -> int:
    """Give how many ballots a swing can change."""
    return sum(many for _, many in swing.order) + (poll.figures.unexpressed if swing.into else 0)


def least_swing(
    poll: Poll, swings: Iterable[Swing], outcome: Outcome, outcome_of: Callable[[Poll], Outcome]
) -> Margin | None:
    """Give the fewest ballots with which one of the swings alters the outcome, verified; None when none does.

    Halving finds the fewest along a swing that never comes back; along another one it finds some number
    that does alter, which is all that is claimed.
    """
    best: Margin | None = None
    for swing in swings:
        high = most(poll, swing)
        if best is not None and best.ballots is not None:
            high = min(high, best.ballots - 1)

        def alters(number: int, swing: Swing = swing) -> bool:
            return outcome_of(swung(poll, swing, number)).differs_from(outcome)

        if high >= 1 and alters(high):
            number = 1 + bisect_left(range(1, high), True, key=alters)
            best = Margin(number, outcome_of(swung(poll, swing, number)))
    return best


def between(found: Margin | None, at_least: int) -> Margin:
    """Give the margin that a change found and a proven least number make: exact when the two meet."""
    if found is None or found.ballots is None:
        return Margin(because="not-found", at_least=at_least)
    return found if found.ballots <= at_least else found._replace(at_least=at_least)


def _with(poll: Poll, marks: Iterable[tuple[Mark, int]]) -> Poll:
    """Give the poll with those marks, alike ones together."""
    together: dict[Mark, int] = {}
    for mark, many in marks:
        together[mark] = together.get(mark, 0) + many
    figures = replace(poll.figures, expressed=sum(together.values()))
    return replace(poll, marks=tuple(sorted(together.items())), figures=figures)
