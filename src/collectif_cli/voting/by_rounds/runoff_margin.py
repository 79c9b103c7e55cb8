"""How many changed ballots are proved not to alter an instant runoff, and which changes are worth trying.

The proof is the "best-path lower bound" of Cary, "Estimating the Margin of Victory for Instant-Runoff Voting"
(EVT/WOTE 2011). A changed ballot moves at most one vote from an option to another in any round, so that the
votes of one option, less those of several others, change by two at most. Where a group has fewer votes
together than each of the others by more than ``2k``, no change of ``k`` ballots keeps any of the group from
leaving before those others, in whatever order; so a round of the count is surely met again. The winner has
won as soon as all the others are such a group. Over all the ways through the rounds, the best worst
step is the bound.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from collectif_cli.voting.by_rounds.papers import Papers, Swap
from collectif_cli.voting.by_rounds.runoff import leave, lowest

Votes = dict[str, int]


def rounds_to_the_end(papers: Papers, options: tuple[str, ...]) -> list[Votes]:
    """Give the votes of those in the running, round after round until one is left, past any majority.

    Where the order of those who are last matters, the last on the paper leaves: the proof takes no step
    that rests on such a choice.
    """
    piles = papers.first_piles(options)
    found: list[Votes] = []
    while piles:
        found.append({option: pile.number for option, pile in piles.items()})
        last, together = lowest(found[-1])
        if len(piles) == 1:
            break
        leave(piles, last if together else last[-1:])
    return found


def least_to_alter(rounds: Sequence[Votes], winner: str) -> int:
    """Give how many ballots it takes at the least; 1, as any change does, where nothing more is proved."""
    if len(rounds[0]) == 1:
        return sum(rounds[0].values())
    reached = [sum(rounds[0].values()), *(0 for _ in rounds)]
    ends: list[Votes] = [*rounds, {winner: 0}]
    for start, votes in enumerate(rounds):
        for end in range(start + 1, len(ends)):
            gone = [option for option in votes if option not in ends[end]]
            if not gone or any(option not in votes for option in ends[end]):
                continue
            slack = min(votes[option] for option in ends[end]) - sum(votes[option] for option in gone)
            if slack > 0:
                reached[end] = max(reached[end], min(reached[start], -(-slack // 2)))
    return max(reached[-1], 1)


def swaps_to_try(rounds: Sequence[Votes], options: tuple[str, ...], winner: str) -> Iterator[Swap]:
    """Yield the changes of the winner for another, of who leaves a round, then of the silent ballots."""
    duel = next((votes for votes in reversed(rounds) if len(votes) > 1 and winner in votes), None)
    if duel is not None:
        for other in sorted((one for one in duel if one != winner), key=lambda one: -duel[one]):
            yield Swap(winner, other, frozenset(duel), max(1, -(-(duel[winner] - duel[other]) // 2)))
    gaps = [
        (votes[other] - votes[out], out, other, frozenset(votes))
        for votes, following in pairwise(rounds)
        for out in votes
        if out not in following
        for other in following
    ]
    for gap, out, other, among in sorted(gaps, key=lambda one: one[:3]):
        yield Swap(other, out, among, gap // 2 + 1)
    for option in options:
        yield Swap("", option, frozenset(), 1)
