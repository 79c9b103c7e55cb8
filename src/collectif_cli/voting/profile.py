"""A profile: how many ballots gave an option each number from 0, or each grade from the worst to the best."""

from typing import TypeAlias

Profile: TypeAlias = tuple[int, ...]


def total(profile: Profile) -> int:
    """Give the sum of the numbers of a profile."""
    return sum(value * number for value, number in enumerate(profile))
