"""How few ballots let one who was left out overtake one who was chosen, exactly.

For the methods that add up what each ballot gives each option, at least 0 and at most ``best``, and where a
ballot may give one option ``best`` and another one 0. Ballots that are changed so take most from a lead,
those that gave most to the one ahead first: no other change of as many takes more. As long as nobody is
overtaken, nor caught up with where that is enough, the same are chosen; so the least over the pairs is the
least of all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.leaders import tie_rule
from collectif_cli.voting.lot import draw
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Decision, Margin, Outcome, Verdict, quorum_missed

Points = dict[str, int]


class Chase(NamedTuple):
    """One who is ahead, one who is behind, and whether it is enough to catch up with the first."""

    ahead: str
    behind: str
    level: bool


class Gifts(NamedTuple):
    """What a mark gives each option, the most that can be, and the mark that gives it to one, 0 to one."""

    given: Callable[[Mark], Points]
    best: int
    into: Callable[[str, str], Mark]


class Change(NamedTuple):
    """So many ballots, in that order, made to say the same; an empty mark is a blank ballot."""

    order: tuple[tuple[Mark, int], ...]
    number: int
    into: Mark


def chases(poll: Poll, rule: DecisionRule, outcome: Outcome, options: Sequence[str]) -> Iterator[Chase]:
    """Yield the chases among options for the same seats: each left out after each chosen, or two tied ones.

    Where a lot settles ties, being level is enough for those that it draws before.
    """
    tied = [option for option in options if option in outcome.options]
    if outcome.verdict is Verdict.TIE:
        yield from [Chase(tied[1], tied[0], level=False)] if tied else []
        return
    lot = tie_rule(rule) == "lot" and rule.seed is not None
    places = [id for id, _ in draw(rule.seed.value, poll.question, options)] if lot and rule.seed else []
    for ahead in tied:
        for behind in options:
            if behind not in outcome.options:
                level = not places or places.index(behind) < places.index(ahead)
                yield Chase(ahead, behind, level)


def margin_of_chases(
    poll: Poll,
    decision: Decision,
    gifts: Gifts,
    chased: Iterable[Chase],
    outcome_of: Callable[[Poll], Outcome],
    others: Iterable[Change] = (),
) -> Margin:
    """Give the margin; ``others`` are changes that alter the outcome in another way than by a chase."""
    missed = quorum_missed(decision)
    if missed is not None:
        return missed
    if poll.figures.cast is None:
        return Margin(because="unknown")
    worth = {mark: gifts.given(mark) for mark, _ in poll.marks}
    silent = ((), poll.figures.unexpressed)
    papers = [one for one in (*poll.marks, silent) if one[1]]
    found = [change for one in chased if (change := _change(one, papers, worth, gifts)) is not None]
    best = min((*found, *others), key=lambda change: change.number, default=None)
    if best is None or not best.number:
        return Margin(because="never")
    return Margin(best.number, outcome_of(changed(poll, best)))


def _change(
    chase: Chase, papers: Sequence[tuple[Mark, int]], worth: dict[Mark, Points], gifts: Gifts
) -> Change | None:
    """Give the fewest ballots that let the one behind overtake, or catch up where that is enough."""
    gains = [(_lead(worth.get(mark, {}), chase) + gifts.best, mark, many) for mark, many in papers]
    gains.sort(key=lambda one: -one[0])
    left = sum((gain - gifts.best) * many for gain, _, many in gains) + (not chase.level)
    order = tuple((mark, many) for _, mark, many in gains)
    number = 0
    for gain, _, many in gains:
        if gain <= 0:
            break
        taken = min(many, -(-left // gain))
        number, left = number + taken, left - gain * taken
        if left <= 0:
            return Change(order, number, gifts.into(chase.behind, chase.ahead))
    return None


def _lead(points: Points, chase: Chase) -> int:
    return points.get(chase.ahead, 0) - points.get(chase.behind, 0)


def changed(poll: Poll, change: Change) -> Poll:
    """Give the poll after a change; nobody comes or leaves."""
    left, marks = change.number, {change.into: change.number}
    for mark, many in change.order:
        taken = min(many, left)
        left -= taken
        marks[mark] = marks.get(mark, 0) + many - taken
    kept = {mark: many for mark, many in marks.items() if mark and many}
    figures = replace(poll.figures, expressed=sum(kept.values()))
    return replace(poll, marks=tuple(sorted(kept.items())), figures=figures)
