"""Duels kept one after the other, as long as they close no circle; equal ones in every order."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

# For each option, the set of bits of those that the duels kept so far lead to from it.
Kept: TypeAlias = tuple[int, ...]
# A duel by the places of its winner and of its loser.
Won: TypeAlias = tuple[int, int]

# How many states are looked at before giving up on trying every order.
_MOST_STATES = 20_000


class Tried(NamedTuple):
    """Every way the duels can be kept; ``complete`` is False where there are too many to try them all."""

    ends: frozenset[Kept]
    complete: bool = True


def keep(kept: Kept, duel: Won) -> Kept:
    """Give what the duels lead to with one more; the same where it would close a circle or adds nothing."""
    winner, loser = duel
    if kept[loser] >> winner & 1 or kept[winner] >> loser & 1:
        return kept
    more = kept[loser] | 1 << loser
    return tuple(
        reach | more if place == winner or reach >> winner & 1 else reach for place, reach in enumerate(kept)
    )


def keep_in_order(size: int, duels: Sequence[Won]) -> Kept:
    """Give what the duels lead to when they are taken in that order."""
    kept: Kept = (0,) * size
    for duel in duels:
        kept = keep(kept, duel)
    return kept


def keep_in_every_order(size: int, levels: Sequence[Sequence[Won]]) -> Tried:
    """Give every end that the duels can lead to, equal ones taken in any order; strongest level first.

    Where the duels of a level close no circle with what is kept, their order does not matter. Else each
    of those still open is taken first in turn; states that are met again are looked at once. To tell
    who can win is hard in general (Brill and Fischer 2012), so the search stops after so many states.
    """
    ends: frozenset[Kept] = frozenset([(0,) * size])
    for level in levels:
        seen: set[tuple[Kept, tuple[Won, ...]]] = set()
        todo = [(kept, tuple(level)) for kept in ends]
        found: set[Kept] = set()
        while todo:
            kept, pending = todo.pop()
            still = tuple(duel for duel in pending if _is_open(kept, duel))
            together = _all_fit(kept, still)
            if together is not None:
                found.add(together)
            elif (kept, still) not in seen:
                seen.add((kept, still))
                todo += [(keep(kept, duel), tuple(one for one in still if one != duel)) for duel in still]
            if len(seen) + len(found) > _MOST_STATES:
                return Tried(frozenset(), complete=False)
        ends = frozenset(found)
    return Tried(ends)


def _is_open(kept: Kept, duel: Won) -> bool:
    """Tell whether a duel is neither led to already nor closes a circle."""
    winner, loser = duel
    return not (kept[loser] >> winner & 1 or kept[winner] >> loser & 1)


def _all_fit(kept: Kept, duels: Sequence[Won]) -> Kept | None:
    """Give what is led to with all of those duels; None where some of them close a circle."""
    for winner, loser in duels:
        if kept[loser] >> winner & 1:
            return None
        kept = keep(kept, (winner, loser))
    return kept
