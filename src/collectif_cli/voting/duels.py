"""Duels: for each two options, how many ballots place one before the other, and what the duels say."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TypeAlias

from collectif_cli.voting.method import Mark

# matrix[a][b]: how many ballots place option a before option b; 0 where a is b.
Matrix: TypeAlias = tuple[tuple[int, ...], ...]
# How much a duel that is won is worth: compared as tuples, and empty where it is not won.
Strength: TypeAlias = tuple[int, ...]


class Box:
    """Duels that grow ballot by ballot.

    The row of an option is one whole number with a field for each other option, wide enough for every
    ballot: a ballot then takes one addition an option instead of one a pair.
    """

    def __init__(self, options: Sequence[str], most: int, *, ignored: bool, rows: Iterable[int] = ()) -> None:
        """Take the options and the most ballots there can be; ``ignored``: the unranked fight no duel."""
        self._options = tuple(options)
        self._width = most.bit_length() + 1
        self._unit = {option: 1 << (self._width * place) for place, option in enumerate(options)}
        self._all = sum(self._unit.values())
        self._most = most
        self._ignored = ignored
        self._rows = dict(zip(options, rows, strict=True)) if rows else dict.fromkeys(options, 0)

    def add(self, mark: Mark, number: int) -> None:
        """Count ``number`` ballots of that mark; fewer than none takes them out again."""
        unit, rows = self._unit, self._rows
        below = 0 if self._ignored else self._all - sum(unit[option] for option, _ in mark)
        level = same = 0
        for option, rank in sorted(mark, key=itemgetter(1), reverse=True):
            if rank != level:
                below, same, level = below + same, 0, rank
            rows[option] += number * below
            same += unit[option]

    def copy(self) -> "Box":
        """Give another box with the same ballots."""
        return Box(self._options, self._most, ignored=self._ignored, rows=self._rows.values())

    def matrix(self) -> Matrix:
        """Give the duels of the ballots counted so far."""
        mask = (1 << self._width) - 1
        shifts = [self._width * place for place in range(len(self._options))]
        return tuple(tuple(row >> shift & mask for shift in shifts) for row in self._rows.values())


def box_of(options: Sequence[str], marks: Iterable[tuple[Mark, int]], most: int, unranked: str) -> Box:
    """Give the box of those ballots, at most ``most``; ``unranked`` is the word of the rule.

    Under ``last`` the options without a rank come after all the ranked ones, and fight no duel among
    themselves; under ``ignored`` they fight none at all.
    """
    box = Box(options, most, ignored=unranked == "ignored")
    for mark, number in marks:
        box.add(mark, number)
    return box


def strength(votes: int, against: int, measure: str) -> Strength:
    """Give what a duel is worth; ``measure`` is ``winning-votes`` or ``margins``.

    By winning votes, the votes of the winner count first, then how few were against (Schulze 2018,
    arXiv 1804.02973, section 2.1; Debian Constitution, A.6.7). Where the duel is not won it is worth nothing.
    """
    if votes <= against:
        return ()
    return (votes - against,) if measure == "margins" else (votes, -against)


def strengths(matrix: Matrix, measure: str) -> tuple[tuple[Strength, ...], ...]:
    """Give what each duel is worth to each side."""
    size = range(len(matrix))
    return tuple(tuple(strength(matrix[a][b], matrix[b][a], measure) for b in size) for a in size)


def restricted(matrix: Matrix, places: Sequence[int]) -> Matrix:
    """Give the duels among the options at those places only."""
    return tuple(tuple(matrix[a][b] for b in places) for a in places)


def condorcet_winner(matrix: Matrix) -> int | None:
    """Give the place of the option that wins all its duels (Condorcet 1785); None when there is none."""
    size = range(len(matrix))
    for a in size:
        if all(matrix[a][b] > matrix[b][a] for b in size if b != a):
            return a
    return None


def smith_set(matrix: Matrix) -> tuple[int, ...]:
    """Give the places of the smallest group whose members win every duel against those outside.

    "Does not lose to" holds one way or the other between any two options; those who reach everyone by it
    are that group (Smith 1973).
    """
    size = range(len(matrix))
    reach = [sum(1 << b for b in size if matrix[a][b] >= matrix[b][a]) for a in size]
    closed = closure(reach)
    return tuple(a for a in size if closed[a] == (1 << len(matrix)) - 1)


def closure(reach: Sequence[int]) -> list[int]:
    """Give who reaches whom in any number of steps, from who does in one; each as a set of bits."""
    found = list(reach)
    for middle in range(len(found)):
        bit = 1 << middle
        for start in range(len(found)):
            if found[start] & bit:
                found[start] |= found[middle]
    return found


def layers(size: int, beaten: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Give the places in groups: those whom nobody beats, then those whom nobody left beats, and so on.

    ``beaten`` has, for each place, the set of bits of those that beat it; nothing beats in a circle. Nothing
    separates those of a group; each of a group is beaten by one of the group before it.
    """
    left = (1 << size) - 1
    found = []
    while left:
        group = tuple(place for place in range(size) if left >> place & 1 and not beaten[place] & left)
        found.append(group)
        left &= ~sum(1 << place for place in group)
    return tuple(found)
