"""How close a vote by duels was: ballots that are proved to be enough, and how many are proved not to be."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.contest import Leaders, contest_of, settled
from collectif_cli.voting.duels import Box, Matrix
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Decision, Margin, Outcome, Verdict, quorum_missed

# How many ranks are read at most to turn ballots toward one option and another: toward all of them in an
# assembly, toward the closest few in a large election.
_MOST_READ = 2_000_000
_FEWEST_RIVALS = 3


class _Reached(NamedTuple):
    """The ballots after some number of them were changed: their duels, and how many express a choice."""

    number: int
    box: Box
    expressed: int


class _Change:
    """A way to change ballots one by one: alike ones together, in their order, and what they then say."""

    def __init__(
        self, papers: Sequence[tuple[Mark, int]], into: Callable[[Mark], Mark], box: Box, expressed: int
    ) -> None:
        self._papers, self._into = papers, into
        self._ends = list(accumulate(number for _, number in papers))
        self.start = _Reached(0, box, expressed)
        self.most = self._ends[-1] if papers else 0

    def after(self, reached: _Reached, number: int) -> _Reached:
        """Give the ballots with ``number`` of them changed in all, from a point before that one."""
        box, expressed, done = reached.box.copy(), reached.expressed, reached.number
        while done < number:
            place = bisect_right(self._ends, done)
            mark, changed = self._papers[place][0], self._into(self._papers[place][0])
            some = min(number, self._ends[place]) - done
            box.add(mark, -some)
            box.add(changed, some)
            expressed += some * (bool(changed) - bool(mark))
            done += some
        return _Reached(number, box, expressed)


def _smallest(change: _Change, alters: Callable[[_Reached], bool], least: int, most: int) -> _Reached | None:
    """Give the fewest ballots from ``least`` to ``most`` found to alter the outcome; None when none does.

    Steps that double, then halving. Where more ballots could undo what fewer did, what is found alters
    the outcome all the same, and may not be the fewest.
    """
    before, step, most = change.start, 1, min(most, change.most)
    if most < least:
        return None
    reached = change.after(before, least)
    while not alters(reached):
        if reached.number == most:
            return None
        before, reached = reached, change.after(reached, min(reached.number + step, most))
        step *= 2
    while reached.number - max(before.number, least - 1) > 1:
        middle = change.after(before, (max(before.number, least - 1) + reached.number) // 2)
        if alters(middle):
            reached = middle
        else:
            before = middle
    return reached


def margin_of_duels(
    poll: Poll, rule: DecisionRule, decision: Decision, box: Box, leaders: Leaders, least: int
) -> Margin:
    """Give the margin: exact where the fewest ballots found are as few as ``least``, else both bounds.

    ``least`` is proved by the method: fewer cannot alter the outcome. What is found is counted again in
    full, since the duels of the changed ballots are those of a recount. Ballots are changed toward each
    option in turn, which they then place first, and the winner last; or into silence.
    """
    missed, cast = quorum_missed(decision), poll.figures.cast or 0
    if missed is not None:
        return missed

    def outcome(reached: _Reached) -> Outcome:
        contest = contest_of(poll.question, poll.options, reached.box.matrix(), rule)
        return settled(contest, reached.expressed, leaders)[0]

    best: _Reached | None = None
    for papers, into in _ways(poll, rule, box.matrix(), decision.outcome):
        change = _Change(papers, into, box, poll.figures.expressed or 0)
        most = cast if best is None else best.number - 1
        found = _smallest(change, lambda one: outcome(one).differs_from(decision.outcome), least, most)
        best = found or best
        if best is not None and best.number == least:
            return Margin(least, outcome(best))
    if best is None:
        return Margin(because="never")
    return Margin(best.number, outcome(best), at_least=least)


def _ways(
    poll: Poll, rule: DecisionRule, matrix: Matrix, outcome: Outcome
) -> Iterator[tuple[list[tuple[Mark, int]], Callable[[Mark], Mark]]]:
    """Yield the ways worth trying, the most promising first: toward each option, and into silence."""
    winner = outcome.options[0] if outcome.verdict is Verdict.ELECTED else ""
    papers = [*poll.marks, ((), poll.figures.unexpressed)] if poll.figures.unexpressed else [*poll.marks]
    strict = rule.equal_ranks is not None and rule.equal_ranks.value == "refused"
    whole = rule.unranked is None or rule.unranked.value != "last"
    most = max(_FEWEST_RIVALS, _MOST_READ // (1 + len(papers) * len(poll.options)))
    for rival in _rivals(poll.options, matrix, winner)[:most]:
        order = partial(_gain, first=rival, last=winner, options=poll.options)
        into = partial(_toward, first=rival, last=winner, options=poll.options, strict=strict, whole=whole)
        yield sorted(papers, key=order), into
    if winner:
        yield list(poll.marks), lambda mark: ()


def _rivals(options: tuple[str, ...], matrix: Matrix, winner: str) -> list[str]:
    """Give the options other than the winner, those that come closest to beating it, or all, first."""
    places = range(len(options))
    against = [options.index(winner)] if winner else list(places)

    def behind(place: int) -> int:
        others = (other for other in against if other != place)
        return sum(max(matrix[other][place] - matrix[place][other] + 1, 0) for other in others)

    return [options[place] for place in sorted(places, key=behind) if options[place] != winner]


def _toward(
    mark: Mark, *, first: str, last: str, options: tuple[str, ...], strict: bool, whole: bool
) -> Mark:
    """Give the ballot with ``first`` before all and ``last`` after all, the others as they were.

    Where the ballot must rank every option (``whole``), those without a rank come just before ``last``; else
    they stay without one, and ``last`` joins them. Equal ones follow the paper where the rule wants it
    ``strict``.
    """
    rank, bottom = dict(mark), len(options) + 1
    places: dict[str, tuple[int, ...]] = {first: (0,)}
    for place, option in enumerate(options):
        if option not in {first, last} and (whole or option in rank):
            level = rank.get(option, bottom)
            places[option] = (level, place) if strict else (level,)
    if whole and last:
        places[last] = (bottom + 1,)
    order = sorted(set(places.values()))
    return tuple((option, order.index(places[option]) + 1) for option in options if option in places)


def _gain(
    paper: tuple[Mark, int], *, first: str, last: str, options: tuple[str, ...]
) -> tuple[int, int, Mark]:
    """Give the place of a ballot in the order of change: those that help most come first."""
    mark, rank, none = paper[0], dict(paper[0]), len(options) + 1
    mine, theirs = rank.get(first, none), rank.get(last, none)
    above = sum(1 for _, place in mark if place < mine)
    level = sum(1 for option in options if option != first and rank.get(option, none) == mine)
    return ((theirs > mine) - (theirs < mine) if last else 0, -2 * above - level, mark)
