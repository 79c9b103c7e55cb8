"""The single transferable vote as it is counted in Scotland.

Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52. Votes
are whole numbers of hundred-thousandths, so that "to five decimal places, any remainder being ignored"
(rule 48(3)) is a whole division.
"""

from collections.abc import Callable
from typing import TypeAlias

from collectif_cli.voting.by_rounds.papers import Papers
from collectif_cli.voting.by_rounds.worked import Moved, Stage, StageTie

# A vote, in the unit of all sums below.
VOTE = 100_000

# Settles a tie that no earlier stage settles: between whom, and whether one of them is favoured (its
# surplus goes first) or leaves. None stops the count there.
Settle: TypeAlias = Callable[[tuple[str, ...], bool], StageTie | None]


class Count:
    """A count under way; when ``run`` has ended, ``tied`` is who it stopped for, if it did.

    ``elected`` is in the order of election, and ``last`` are those elected because no more were left.
    """

    def __init__(self, papers: Papers, options: tuple[str, ...], seats: int, settle: Settle) -> None:
        """Take the ballots that count, the options of the paper, how many to elect, how ties are settled."""
        self._options, self._settle, self._seats = options, settle, seats
        self._parcels = {o: {VOTE: pile} for o, pile in papers.first_piles(options).items()}
        self._votes = {o: VOTE * parcels[VOTE].number for o, parcels in self._parcels.items()}
        self._still = list(options)
        self._pending: list[str] = []
        self._left = 0
        self.papers = papers.number
        self.quota = VOTE * (self.papers // (seats + 1) + 1)
        self.stages: list[Stage] = []
        self.elected: list[str] = []
        self.last: tuple[str, ...] = ()
        self.tied: tuple[str, ...] = ()

    def run(self) -> "Count":
        """Count to the end, or to a tie that nothing settles."""
        self._end_stage("first", (), (), None)
        while not self.tied and len(self._still) > self._vacant > 0:
            if self._pending:
                self._transfer_surplus()
            else:
                self._exclude()
        if not self.tied and self._vacant:
            # Rule 52: those who are left are as many as the vacancies.
            self.last = tuple(self._still)
            self.elected += self.last
        return self

    @property
    def still(self) -> tuple[str, ...]:
        """Those who are neither elected nor excluded, in the order of the paper."""
        return tuple(self._still)

    @property
    def _vacant(self) -> int:
        return self._seats - len(self.elected)

    def _transfer_surplus(self) -> None:
        """Rules 48 and 49: the largest surplus first, each paper at its share of it."""
        most = max(self._votes[option] for option in self._pending)
        option, tie = self._pick([one for one in self._pending if self._votes[one] == most], favoured=True)
        if not option:
            return
        surplus = most - self.quota
        moved = self._move(option, lambda value: surplus * value // most)
        self._votes[option] = self.quota
        self._pending.remove(option)
        self._end_stage("surplus", (option,), moved, tie)

    def _exclude(self) -> None:
        """Rules 50 and 51: the option with the fewest votes, each paper at the value it came with."""
        least = min(self._votes[option] for option in self._still)
        option, tie = self._pick([one for one in self._still if self._votes[one] == least], favoured=False)
        if not option:
            return
        self._still.remove(option)
        moved = self._move(option, lambda value: value)
        self._votes[option] = 0
        self._end_stage("exclusion", (option,), moved, tie)

    def _move(self, option: str, new_value: Callable[[int], int]) -> tuple[Moved, ...]:
        """Pass the papers of an option on to the next one still in the running on each."""
        moved: list[Moved] = []
        for value, pile in sorted(self._parcels.pop(option).items(), reverse=True):
            after = new_value(value)
            parts = pile.passed_on(set(self._still))
            for to in (*self._still, ""):
                held = parts.get(to)
                if held is None:
                    continue
                papers = held.number
                moved.append(Moved(to, papers, value, after))
                if to:
                    there = self._parcels[to].get(after)
                    self._parcels[to][after] = held if there is None else there.plus(held)
                    self._votes[to] += papers * after
        return tuple(moved)

    def _end_stage(
        self, act: str, options: tuple[str, ...], moved: tuple[Moved, ...], tie: StageTie | None
    ) -> None:
        """Rule 47: elect those who have the quota, and record the stage."""
        reached = [option for option in self._still if self._votes[option] >= self.quota]
        reached.sort(key=lambda option: -self._votes[option])
        for option in reached:
            self._still.remove(option)
            self.elected.append(option)
            if self._votes[option] > self.quota:
                self._pending.append(option)
        self._left += sum(one.papers * one.after for one in moved if not one.to)
        votes = tuple(self._votes[option] for option in self._options)
        cut = VOTE * self.papers - sum(votes) - self._left
        stage = Stage(act, options, moved, votes, self._left, self.quota, tuple(reached), tie, cut)
        self.stages.append(stage)

    def _pick(self, tied: list[str], *, favoured: bool) -> tuple[str, StageTie | None]:
        """Give the one of them to take, and how the tie was settled if there was one; "" when it was not.

        Rules 49(2) and 51(2): the most recent stage at which they had unequal votes; where several of them
        were level at its end, the stages before settle between those; else a lot.
        """
        if len(tied) == 1:
            return tied[0], None
        between = tied
        for number in range(len(self.stages) - 1, 0, -1):
            votes = dict(zip(self._options, self.stages[number - 1].votes, strict=True))
            best = (max if favoured else min)(votes[option] for option in between)
            between = [option for option in between if votes[option] == best]
            if len(between) == 1:
                return between[0], StageTie(tuple(tied), "earlier-stage", (between[0],), stage=number)
        if not self._votes[between[-1]] and len(self._still) - len(between) >= self._vacant:
            # They have no votes to pass on, and all of them will go: the order is nothing to anyone.
            return between[-1], StageTie(tuple(tied), "no-votes", (between[-1],))
        tie = self._settle(tuple(between), favoured)
        if tie is None:
            self.tied = tuple(between)
            return "", None
        return tie.chosen[0], tie
