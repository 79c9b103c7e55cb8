"""Which figures about people may be told: never about fewer than some, nor by taking one from another.

A count is told when it is about nobody or about as many people as ``privacy`` asks, and so is the rest of
the whole that it leaves. Hiding one figure is not enough when its neighbours give it away: what is hidden
together is always several figures, which add up to nobody or to as many people as ``privacy`` asks, on
both sides (complementary suppression; Willenborg and de Waal, Elements of Statistical Disclosure Control,
2001, chapter 4).
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

Key = TypeVar("Key")


class Part(NamedTuple):
    """Some people among a whole."""

    people: int
    whole: int


def may_tell(count: int, least: int) -> bool:
    """Tell whether a count alone says nothing of a few people: of nobody, or of enough of them."""
    return count == 0 or count >= least


def part_told(part: Part, least: int) -> bool:
    """Tell whether a part of a whole that is told may be told: it gives the rest away."""
    return may_tell(part.people, least) and may_tell(part.whole - part.people, least)


def kept(parts: Mapping[Key, Part], shown: Iterable[Key], least: int) -> frozenset[Key]:
    """Give those of ``shown`` that may be told beside the sum of all, of the parts that it is the sum of.

    More is hidden, the smallest first, until nobody can work out what is hidden.
    """
    told = {key for key in shown if key in parts}
    while told and not _is_safe([parts[key] for key in parts if key not in told], least):
        told.discard(min((key for key in parts if key in told), key=lambda key: _smallness(parts[key])))
    return frozenset(told)


def _smallness(part: Part) -> tuple[bool, int]:
    """Give what is hidden first: small figures before large ones, zeros last, for they hide nothing."""
    return part.people == 0, part.people


def _is_safe(hidden: list[Part], least: int) -> bool:
    """Tell whether the sum of what is hidden, which anybody can work out, may be known."""
    together = Part(sum(one.people for one in hidden), sum(one.whole for one in hidden))
    return not hidden or (len(hidden) > 1 and part_told(together, least))


def far_enough(before: Mapping[Key, int], after: Mapping[Key, int], least: int) -> bool:
    """Tell whether two counts of the same things may both be told: what changed is about nobody or enough."""
    return all(may_tell(abs(after[key] - before[key]), least) for key in before.keys() & after.keys())
