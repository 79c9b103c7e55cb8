"""How close a vote by rounds was: ballots that a recount proves to be enough to alter the outcome."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from collectif_cli.voting.by_rounds.preferences import Paper
from collectif_cli.voting.outcome import Margin, Outcome, Verdict

Recount: TypeAlias = Callable[[Sequence[Paper]], Outcome]

# How many preferences all the recounts of one margin may read, and what a recount costs besides in the same
# measure: a thousand recounts of the papers of an assembly, and a few of a large election.
_MOST_READ = 3_000_000
_EACH_RECOUNT = 3_000
_FEWEST_RECOUNTS = 3


class Swap(NamedTuple):
    """A change of ballots: those that prefer ``out`` to all others of ``among`` put ``into`` in its place.

    With no ``out`` only silent ballots change, which then name ``into``. ``start`` is how many the figures of
    the count say it takes.
    """

    out: str
    into: str
    among: frozenset[str]
    start: int


def margin_by_recount(
    papers: Sequence[Paper],
    silent: int,
    swaps: Iterable[Swap],
    recount: Recount,
    now: Outcome,
    least: int,
) -> Margin:
    """Give the fewest changed ballots that were found to alter the outcome, and that ``least`` is proved.

    Each swap is tried on the ballots it touches, then on the ``silent`` ones, which then name ``into`` alone;
    to silence every ballot is enough too, when anything was decided. What is found is the outcome of a
    full recount. The number is exact where it is ``least``; else both are given. Nothing is found only
    where no ballot was handed in.
    """
    left = _MOST_READ // (_EACH_RECOUNT + sum(len(order) for order, _ in papers))
    left = max(_FEWEST_RECOUNTS, left)
    best: tuple[int, Outcome] | None = None
    if now.verdict is not Verdict.UNDECIDED:
        silence = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
        best = (sum(number for order, number in papers if order), silence)
    for swap in swaps:
        if left <= 0 or (best is not None and best[0] == least):
            break
        touched = _touched(papers, silent, swap)
        most = sum(number for _, number in touched)
        search = _Search(papers, touched, swap, now, recount, left)
        best = search.fewest(least, most if best is None else min(most, best[0] - 1)) or best
        left = search.left
    if best is None:
        return Margin(because="never")
    return Margin(*best) if best[0] == least else Margin(*best, at_least=least)


class _Search:
    """Tries numbers of changed ballots, as long as there are recounts ``left``."""

    def __init__(
        self,
        papers: Sequence[Paper],
        touched: Sequence[Paper],
        swap: Swap,
        now: Outcome,
        recount: Recount,
        left: int,
    ) -> None:
        self._papers, self._touched, self._swap = papers, touched, swap
        self._now, self._recount, self.left = now, recount, left

    def fewest(self, least: int, most: int) -> tuple[int, Outcome] | None:
        """Give the fewest found from ``least`` to ``most``, and the outcome; None when none was found.

        From the start that the swap announces the numbers double; then the gap below is halved.
        """
        number, below = max(least, min(self._swap.start, most)), least - 1
        found: tuple[int, Outcome] | None = None
        while found is None and number <= most and self.left > 0:
            outcome = self._outcome(number)
            if outcome.differs_from(self._now):
                found = (number, outcome)
            else:
                below, number = number, most if number < most < 2 * number else 2 * number
        while found is not None and found[0] - below > 1 and self.left > 0:
            middle = (below + found[0]) // 2
            outcome = self._outcome(middle)
            if outcome.differs_from(self._now):
                found = (middle, outcome)
            else:
                below = middle
        return found

    def _outcome(self, number: int) -> Outcome:
        """Give the outcome with ``number`` of the touched ballots changed."""
        self.left -= 1
        papers = Counter(dict(self._papers))
        for order, there in self._touched:
            some = min(number, there)
            if not some:
                break
            papers[order] -= some
            papers[_swapped(order, self._swap)] += some
            number -= some
        return self._recount(sorted((order, count) for order, count in papers.items() if count > 0))


def _touched(papers: Sequence[Paper], silent: int, swap: Swap) -> list[Paper]:
    """Give the ballots that a swap changes, those that put ``out`` first of all before the others."""
    touched = [
        paper
        for paper in papers
        if swap.out and next((option for option in paper[0] if option in swap.among), "") == swap.out
    ]
    touched.sort(key=lambda paper: (paper[0].index(swap.out), paper[0]))
    return [*touched, ((), silent)] if silent else touched


def _swapped(order: tuple[str, ...], swap: Swap) -> tuple[str, ...]:
    """Give the preferences with the two options in each other's place; a silent ballot names the second."""
    if not order:
        return (swap.into,)
    other = {swap.out: swap.into, swap.into: swap.out}
    return tuple(other.get(option, option) for option in order)
