"""Instant runoff, round after round, with every tie for the last place settled as the rule says."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NamedTuple

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_rounds.papers import Papers, Pile
from collectif_cli.voting.by_rounds.worked import Moved, Stage, StageTie
from collectif_cli.voting.leaders import tie_rule
from collectif_cli.voting.lot import draw

# How many sets of options are counted before giving up on trying every choice.
_MOST_SETS = 5_000


class Race(NamedTuple):
    """The rounds, and who wins: one option, or several where the choice between those tied decides.

    ``tied`` is the tie at which the rounds stop then. ``complete`` is False where the choices were too many
    to try them all: those in the running where that was given up are then among the winners. No winner: no
    ballot counts.
    """

    stages: tuple[Stage, ...]
    winners: tuple[str, ...]
    tied: StageTie | None = None
    complete: bool = True


class _Fate(NamedTuple):
    """Who leaves after a round, and by which tie; nobody where the choice decides who among several wins."""

    leaving: tuple[str, ...]
    tie: StageTie | None = None
    winners: tuple[str, ...] = ()


def run(papers: Papers, options: tuple[str, ...], rule: DecisionRule, question: str) -> Race:
    """Count the rounds."""
    piles, cast = papers.first_piles(options), papers.number
    trial = Trial(papers)
    stages: list[Stage] = []
    moved: tuple[Moved, ...] = ()
    fate = _Fate(())
    while cast:
        votes = {option: pile.number for option, pile in piles.items()}
        winner = majority(votes)
        shown, counting = tuple(votes.get(option, 0) for option in options), sum(votes.values())
        act, elected = ("exclusion" if stages else "first"), ((winner,) if winner else ())
        needed = counting // 2 + 1
        stages.append(Stage(act, fate.leaving, moved, shown, cast - counting, needed, elected, fate.tie))
        if winner:
            return Race(tuple(stages), elected)
        fate = _fate(votes, trial, rule, question)
        if not fate.leaving:
            return Race(tuple(stages), fate.winners, fate.tie, trial.complete)
        moved = leave(piles, fate.leaving)
    return Race((), ())


def majority(votes: Mapping[str, int]) -> str:
    """Give the option that has more than half of the votes, or nothing."""
    total = sum(votes.values())
    return next((option for option, number in votes.items() if 2 * number > total), "")


def lowest(votes: Mapping[str, int]) -> tuple[tuple[str, ...], bool]:
    """Give the options with the fewest votes, and whether all of them leave whatever the order.

    They do where they are fewer together than any other: each can gain no more than what the others
    of them have.
    """
    least = min(votes.values())
    last = tuple(option for option, number in votes.items() if number == least)
    above = [number for number in votes.values() if number > least]
    return last, len(last) == 1 or (bool(above) and least * len(last) < min(above))


class Trial:
    """Who can win, whoever of those tied is made to leave; ``complete`` until there are too many to try."""

    def __init__(self, papers: Papers) -> None:
        """Take the ballots that count."""
        self._papers = papers
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self.complete = True

    def winners(self, still: tuple[str, ...]) -> frozenset[str]:
        """Give the options that can win among those still in the running; all of them once given up."""
        if still not in self._known:
            if len(self._known) >= _MOST_SETS:
                self.complete = False
                return frozenset(still)
            self._known[still] = self._tried(still)
        return self._known[still]

    def _tried(self, still: tuple[str, ...]) -> frozenset[str]:
        votes = {option: pile.number for option, pile in self._papers.first_piles(still).items()}
        winner = majority(votes)
        if winner:
            return frozenset([winner])
        last, together = lowest(votes)
        if together:
            return self.winners(tuple(option for option in still if option not in last))
        each = [self.winners(tuple(option for option in still if option != out)) for out in last]
        return frozenset().union(*each)


def _fate(votes: Mapping[str, int], trial: Trial, rule: DecisionRule, question: str) -> _Fate:
    """Give who leaves: the lowest, or one of the lowest."""
    last, together = lowest(votes)
    if together:
        return _Fate(last, StageTie(last, "together", last) if len(last) > 1 else None)
    if tie_rule(rule) == "lot" and rule.seed is not None:
        draws = draw(rule.seed.value, question, last)
        return _Fate((draws[-1][0],), StageTie(last, "lot", (draws[-1][0],), draws=draws))
    each = [trial.winners(tuple(option for option in votes if option != out)) for out in last]
    can_win = frozenset().union(*each)
    if len(can_win) == 1:
        return _Fate(last[-1:], StageTie(last, "either", last[-1:]))
    return _Fate((), StageTie(last, "kept"), tuple(option for option in votes if option in can_win))


def leave(piles: dict[str, Pile], leaving: Iterable[str]) -> tuple[Moved, ...]:
    """Take options out, and pass their ballots on."""
    held = reduce(lambda one, other: one.plus(other), [piles.pop(option) for option in leaving])
    parts = held.passed_on(piles)
    for option, part in parts.items():
        if option:
            piles[option] = piles[option].plus(part)
    return tuple(Moved(to, parts[to].number, 1, 1) for to in (*piles, "") if to in parts)
