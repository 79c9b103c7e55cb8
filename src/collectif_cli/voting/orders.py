"""The duels that ballots make, kept apart by what a rule may refuse: gaps, equal ranks.

Whatever a rule says of these, its duels are a sum of some of these parts; and the parts of two heaps of
ballots add up to those of both.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from collectif_cli.model.noun import Noun
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.duels import Matrix, box_of
from collectif_cli.voting.method import Mark
from collectif_cli.voting.ranks import has_equal_ranks


class Part(NamedTuple):
    """Alike ballots: how many, the duels among the options they rank, and those over the ones they do not."""

    number: int
    among: Matrix
    over: Matrix

    def __add__(self, other: object) -> "Part":
        """Give the part of both."""
        if not isinstance(other, Part):
            return NotImplemented
        among, over = summed((self.among, other.among)), summed((self.over, other.over))
        return Part(self.number + other.number, among, over)


class Orders(Noun):
    """Ballots that rank ``size`` options: without gaps or equal ranks, with gaps, with equals, with both."""

    size: int
    parts: tuple[Part, Part, Part, Part]

    def __add__(self, other: "Orders") -> "Orders":
        """Give the duels of both."""
        one, two, three, four = (mine + theirs for mine, theirs in zip(self.parts, other.parts, strict=True))
        return Orders(size=self.size, parts=(one, two, three, four))

    @property
    def have_gaps(self) -> bool:
        """Whether a ballot leaves options without a rank."""
        return bool(self.parts[1].number or self.parts[3].number)

    @property
    def have_equals(self) -> bool:
        """Whether a ballot gives two options the same rank."""
        return bool(self.parts[2].number or self.parts[3].number)

    def under(self, rule: DecisionRule) -> tuple[int, Matrix]:
        """Give how many ballots count under a rule, and their duels."""
        unranked = rule.unranked.value if rule.unranked is not None else "last"
        strict = rule.equal_ranks is not None and rule.equal_ranks.value == "refused"
        kept = [
            part
            for place, part in enumerate(self.parts)
            if not (place & 1 and unranked == "refused") and not (place & 2 and strict)
        ]
        matrices = [part.among for part in kept]
        if unranked != "ignored":
            matrices += [part.over for part in kept]
        return sum(part.number for part in kept), summed((nobody(self.size), *matrices))


def nobody(size: int) -> Matrix:
    """Give the duels of no ballot."""
    return ((0,) * size,) * size


def summed(matrices: Sequence[Matrix]) -> Matrix:
    """Give the sum of some matrices, at least one."""
    return tuple(tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*matrices, strict=True))


def orders_of(options: Sequence[str], marks: Iterable[tuple[Mark, int]]) -> Orders:
    """Give the duels of those marks, which may be ones that a rule refuses."""
    apart: list[list[tuple[Mark, int]]] = [[], [], [], []]
    for mark, number in marks:
        apart[(len(mark) < len(options)) + 2 * has_equal_ranks(mark)].append((mark, number))
    one, two, three, four = (_part(options, some) for some in apart)
    return Orders(size=len(options), parts=(one, two, three, four))


def _part(options: Sequence[str], marks: list[tuple[Mark, int]]) -> Part:
    number, size = sum(number for _, number in marks), len(options)
    if not marks:
        return Part(0, nobody(size), nobody(size))
    among = box_of(options, marks, number, "ignored").matrix()
    if all(len(mark) == size for mark, _ in marks):
        return Part(number, among, nobody(size))
    last = box_of(options, marks, number, "last").matrix()
    over = tuple(tuple(a - b for a, b in zip(*rows, strict=True)) for rows in zip(last, among, strict=True))
    return Part(number, among, over)
