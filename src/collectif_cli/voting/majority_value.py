"""The majority value: how majority judgment orders options by the counts of their grades.

A *profile* is how many ballots gave each grade, from the worst grade to the best. Source: Balinski and
Laraki, *Majority Judgment* (MIT Press, 2011), chapter 1 for the majority grade and the gauge, chapter 13 for
the majority value. Counts are integers of any size; nothing here depends on how many ballots there are.
"""

from collections.abc import Sequence
from functools import cmp_to_key
from itertools import accumulate, groupby
from math import lcm
from typing import NamedTuple

from collectif_cli.voting.profile import Profile


class Parting(NamedTuple):
    """Where two profiles part: after how many removals from each, and the majority grade of each by then.

    The grades are places in the list of grades. Those of profiles that never part are the same.
    """

    removals: int
    one: int
    other: int


def majority_grade(profile: Profile) -> int:
    """Give the place of the lower middle grade; raise ValueError when nobody judged.

    With ``n`` grades in order, that is the one of rank ``(n + 1) // 2`` from the worst: the best grade that
    more than half judge the option to deserve, or at least half when their number is even.
    """
    if not sum(profile):
        raise ValueError("a profile without judgments has no majority grade")
    return _grade_of_rank((sum(profile) + 1) // 2, profile)


def parting(one: Profile, other: Profile) -> Parting:
    """Give where two profiles part when majority grades are removed from both, one by one.

    Profiles with different numbers of judgments are compared as exact proportions: both are scaled to the
    same number first. Removals are then counted in judgments of that scale.
    """
    common = lcm(sum(one), sum(other))
    left, right = _scaled(one, common), _scaled(other, common)
    for removals, rank in _ranks(left, right, common):
        grades = _grade_of_rank(rank, left), _grade_of_rank(rank, right)
        if grades[0] != grades[1]:
            return Parting(removals, *grades)
    last = _grade_of_rank(common, left)
    return Parting(common, last, last)


def ordered(profiles: Sequence[Profile], by_grade_alone: bool = False) -> tuple[tuple[int, ...], ...]:
    """Give the places of the profiles from the best to the worst; those that never part stand together.

    ``by_grade_alone``, those of the same majority grade do. Profiles without any judgment come last,
    together.
    """
    judged = [place for place, profile in enumerate(profiles) if sum(profile)]

    def compared(one: int, other: int) -> int:
        if by_grade_alone:
            return majority_grade(profiles[other]) - majority_grade(profiles[one])
        return _sign(parting(profiles[one], profiles[other]))

    value = cmp_to_key(compared)
    groups = [tuple(sorted(group)) for _, group in groupby(sorted(judged, key=value), key=value)]
    rest = tuple(place for place, profile in enumerate(profiles) if not sum(profile))
    return (*groups, rest) if rest else tuple(groups)


def _sign(found: Parting) -> int:
    """Give a negative number when the first is better, so that it is sorted first."""
    return found.other - found.one


def _scaled(profile: Profile, common: int) -> Profile:
    factor = common // sum(profile)
    return tuple(count * factor for count in profile)


def _grade_of_rank(rank: int, profile: Profile) -> int:
    """Give the grade of the judgment of that rank, counted from 1 at the worst."""
    return next(grade for grade, below in enumerate(accumulate(profile)) if below >= rank)


def _ranks(one: Profile, other: Profile, total: int) -> list[tuple[int, int]]:
    """Give, with how many were removed before, the ranks of the judgments where the two may part first.

    Removing majority grades one by one visits the ranks outwards from the lower middle: with ``n`` even
    ``n/2, n/2 + 1, n/2 - 1, n/2 + 2…``; with ``n`` odd the middle, then the one below it, the one above…
    Grades change along the way only where a count of either profile ends: the ranks just past those ends,
    on both sides, and the middle are all that must be looked at.
    """
    ends = {end for profile in (one, other) for end in accumulate(profile)}
    ranks = {(total + 1) // 2, total // 2, total // 2 + 1, *ends, *(end + 1 for end in ends)}
    visited = sorted((_removals(rank, total), rank) for rank in ranks if 1 <= rank <= total)
    return visited


def _removals(rank: int, total: int) -> int:
    """Give how many majority grades are removed before the judgment of that rank is the middle one."""
    middle = (total + 1) // 2
    if total % 2:
        return 2 * (middle - rank) - 1 if rank < middle else 2 * (rank - middle)
    return 2 * (middle - rank) if rank <= middle else 2 * (rank - middle) - 1
