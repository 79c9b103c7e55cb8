"""How close a vote by rounds was: ballots that a recount proves to be enough to alter the outcome."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from collectif_cli.voting.by_rounds.papers import Change, Papers, Swap
from collectif_cli.voting.outcome import Margin, Outcome, Verdict

Recount: TypeAlias = Callable[[Papers], Outcome]

# How many preferences all the recounts of one margin may read, and what a recount costs besides in the same
# measure: a thousand recounts of the papers of an assembly, and a few of a large election.
_MOST_READ = 3_000_000
_EACH_RECOUNT = 3_000
_FEWEST_RECOUNTS = 3


def margin_by_recount(
    papers: Papers,
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
    left = _MOST_READ // (_EACH_RECOUNT + papers.read)
    left = max(_FEWEST_RECOUNTS, left)
    best: tuple[int, Outcome] | None = None
    if now.verdict is not Verdict.UNDECIDED:
        silence = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
        best = (papers.number, silence)
    for swap in swaps:
        if left <= 0 or (best is not None and best[0] == least):
            break
        change = papers.changing(swap, silent)
        search = _Search(change, swap.start, now, recount, left)
        best = search.fewest(least, change.most if best is None else min(change.most, best[0] - 1)) or best
        left = search.left
    if best is None:
        return Margin(because="never")
    return Margin(*best) if best[0] == least else Margin(*best, at_least=least)


class _Search:
    """Tries numbers of changed ballots, as long as there are recounts ``left``."""

    def __init__(self, change: Change, start: int, now: Outcome, recount: Recount, left: int) -> None:
        self._change, self._start = change, start
        self._now, self._recount, self.left = now, recount, left

    def fewest(self, least: int, most: int) -> tuple[int, Outcome] | None:
        """Give the fewest found from ``least`` to ``most``, and the outcome; None when none was found.

        From the start that the swap announces the numbers double; then the gap below is halved.
        """
        number, below = max(least, min(self._start, most)), least - 1
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
        return self._recount(self._change.after(number))
