"""The single transferable vote: several are elected, each by a quota; what exceeds it is passed on.

Only the variant ``scottish`` is counted (``by_rounds/scottish.py`` says each rule): the quota is the whole
part of the ballots over one more than the seats, plus one; surpluses are passed on by weighted inclusive
Gregory, truncated to five decimals. A tie is settled by the most recent stage at which those tied were
unequal; where they never were, by ``ties``: ``lot`` (from the seed; as ever the smallest SHA-256 is
favoured: its surplus goes first, or it stays), or ``kept``: every choice is tried, and where they end
otherwise, those who are elected by some and not by others are a tie.

When the last to be excluded leaves as many as there are seats left, their ballots are still passed on, as
the count of Glasgow in 2007 shows it; this alters nothing, since all who are left are elected.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_rounds.count import FOLLOWED_BY_ROUNDS, Ended, count_rounds, needed_by_rounds
from collectif_cli.voting.by_rounds.papers import Papers, Swap
from collectif_cli.voting.by_rounds.preferences import read_preferences
from collectif_cli.voting.by_rounds.scottish import VOTE, Count
from collectif_cli.voting.by_rounds.worked import Stage, StageTie
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.leaders import tie_rule
from collectif_cli.voting.lot import draw
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Outcome, Result, Verdict

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = (*FOLLOWED_BY_ROUNDS, "seats", "variant")
tie_breaks = ("kept", "lot")
read = read_preferences

# How many counts are made before giving up on trying every choice.
_MOST_COUNTS = 200


class _Counted(NamedTuple):
    """A count to its end, or to the tie that matters; who is surely elected, and who may be."""

    counted: Count
    elected: frozenset[str]
    possible: frozenset[str]
    complete: bool = True


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give how many are elected, the variant, what becomes of defects and of ties."""
    return needed_by_rounds(rule, "seats", "variant")


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give those who are elected."""
    return count_rounds(poll, rule, _run)


def _run(papers: Papers, poll: Poll, rule: DecisionRule) -> Ended:
    ended = _ended(papers, poll, rule)
    counted = ended.counted
    return Ended(
        _outcome(ended, poll.options),
        {
            "seats": _seats(rule),
            "papers": counted.papers,
            "unit": VOTE,
            "stages": tuple(counted.stages) if counted.papers else (),
            "last": counted.last,
            "tied": StageTie(counted.tied, "kept") if counted.tied else None,
            "complete": ended.complete,
        },
        lambda: (1, _swaps(counted, poll.options)),
    )


def _seats(rule: DecisionRule) -> int:
    return rule.seats.value if rule.seats is not None else 1


def _outcome(ended: _Counted, options: tuple[str, ...]) -> Outcome:
    if not ended.counted.papers:
        return Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    if ended.elected == ended.possible:
        return Outcome(Verdict.ELECTED, tuple(option for option in options if option in ended.elected))
    between = ended.possible - ended.elected
    return Outcome(Verdict.TIE, tuple(option for option in options if option in between))


def _ended(papers: Papers, poll: Poll, rule: DecisionRule) -> _Counted:
    """Count to the end, every tie settled; or by every choice, where the rule keeps ties."""
    seats, seed = _seats(rule), rule.seed
    if not papers.number:
        return _Counted(Count(papers, poll.options, seats, _Chosen(()).settle), frozenset(), frozenset())
    if tie_rule(rule) == "lot" and seed is not None:
        settle = partial(_by_lot, seed.value, poll.question)
        counted = Count(papers, poll.options, seats, settle).run()
        return _Counted(counted, frozenset(counted.elected), frozenset(counted.elected))
    todo: list[tuple[str, ...]] = [()]
    ends: list[frozenset[str]] = []
    first: Count | None = None
    for _ in range(_MOST_COUNTS):
        choices = todo.pop()
        counted = Count(papers, poll.options, seats, _Chosen(choices).settle).run()
        if counted.tied:
            todo += [(*choices, option) for option in counted.tied]
        else:
            first = first or counted
            ends.append(frozenset(counted.elected))
        if not todo:
            break
    if first is not None and not todo and len(set(ends)) == 1:
        return _Counted(first, ends[0], ends[0])
    stopped = Count(papers, poll.options, seats, _Chosen(()).settle).run()
    if todo:
        known = frozenset(stopped.elected)
        return _Counted(stopped, known, known.union(stopped.still), complete=False)
    return _Counted(stopped, ends[0].intersection(*ends), ends[0].union(*ends))


def _by_lot(seed: str, question: str, tied: tuple[str, ...], favoured: bool) -> StageTie:
    draws = draw(seed, question, tied)
    return StageTie(tied, "lot", (draws[0 if favoured else -1][0],), draws=draws)


class _Chosen:
    """Settles the first ties by the choices given, in their order, and no other."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        self._choices = list(choices)

    def settle(self, tied: tuple[str, ...], favoured: bool) -> StageTie | None:
        """Give the next choice; None when there is none left."""
        if not self._choices:
            return None
        return StageTie(tied, "either", (self._choices.pop(0),))


def _swaps(counted: Count, options: tuple[str, ...]) -> list[Swap]:
    """Give each of the elected against each of the others, the closest first, then the silent ballots.

    Nothing more is proved than that it takes a ballot: the part of its worth at which a paper is passed on
    moves with every other paper.
    """
    found = []
    for into in options if counted.stages else ():
        if into not in counted.elected:
            stage = counted.stages[_last_in(counted.stages, into)]
            votes = dict(zip(options, stage.votes, strict=True))
            for out in counted.elected:
                start = max(1, -(-(votes[out] - votes[into]) // (2 * VOTE)))
                found.append(Swap(out, into, frozenset((out, into)), start))
    found.sort(key=lambda swap: swap.start)
    return found + [Swap("", option, frozenset(), 1) for option in options]


def _last_in(stages: Sequence[Stage], option: str) -> int:
    """Give the place of the last stage at whose end the option was still in the running."""
    gone = (at for at, stage in enumerate(stages) if option in stage.options)
    return next(gone, len(stages)) - 1
