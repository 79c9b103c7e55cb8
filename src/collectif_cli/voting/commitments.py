"""Salted commitments: what proves an entry to whoever holds its salt, and tells nothing to the others.

The commitment of an entry of a roll is the SHA-256 of ``<salt>/<entry>`` in UTF-8. Commitments are written
in the frozen part of a vote, sorted, so that their order says nothing; salts stay with the entries, in
``roll.csv``. Taking a line away from that file erases the person: what is left is a number that nothing
leads back from, as long as the salt is unknown (128 random bits, so that a list of likely names cannot be
tried). The vote keeps its count.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from collectif_cli.model.vote import RollEntry


class RollState(NamedTuple):
    """A roll beside its commitments: the lines that none answers, and how many have no line any more."""

    strangers: tuple[RollEntry, ...]
    erased: int


def commitment(salt: str, entry: str) -> str:
    """Give ``sha256:`` and the digest of an entry with its salt."""
    return f"sha256:{sha256(f'{salt}/{entry}'.encode()).hexdigest()}"


def commitments(entries: Iterable[RollEntry]) -> tuple[str, ...]:
    """Give the commitments of a roll, sorted."""
    return tuple(sorted(commitment(one.salt, one.entry) for one in entries))


def compare_roll(entries: Iterable[RollEntry], committed: Iterable[str]) -> RollState:
    """Say which lines of a roll were not on it at the opening, and how many of those that were are gone."""
    left = list(committed)
    strangers = []
    for one in entries:
        said = commitment(one.salt, one.entry)
        if said in left:
            left.remove(said)
        else:
            strangers.append(one)
    return RollState(tuple(strangers), len(left))
