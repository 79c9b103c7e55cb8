"""Ballots read one preference after another: alike ones together, and the piles they make for the options."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple, Protocol, Self, TypeAlias

# The options of a ballot from the first to the last, and how many ballots say the same.
Paper: TypeAlias = tuple[tuple[str, ...], int]


class Swap(NamedTuple):
    """A change of ballots: those that prefer ``out`` to all others of ``among`` put ``into`` in its place.

    With no ``out`` only silent ballots change, which then name ``into``. ``start`` is how many the figures of
    the count say it takes.
    """

    out: str
    into: str
    among: frozenset[str]
    start: int


class Pile(Protocol):
    """Ballots that count for an option."""

    @property
    def number(self) -> int:
        """How many ballots it holds."""

    def passed_on(self, still: Collection[str]) -> dict[str, Self]:
        """Give the ballots by the next option on them that is ``still`` in; under "" for none."""

    def plus(self, other: Self) -> Self:
        """Give the ballots of both."""


class Change(Protocol):
    """Ballots that a swap changes, one after another: at most ``most`` of them."""

    @property
    def most(self) -> int:
        """How many there are."""

    def after(self, number: int) -> "Papers":
        """Give all the ballots, with so many of those changed."""


class Papers(Protocol):
    """All the ballots that count."""

    @property
    def number(self) -> int:
        """How many name an option."""

    @property
    def read(self) -> int:
        """How many preferences there are to read, those of alike ballots once."""

    def first_piles(self, options: Iterable[str]) -> dict[str, Pile]:
        """Give the pile of each option: the ballots that put it before all the others of those options."""

    def changing(self, swap: Swap, silent: int) -> Change:
        """Give the ballots that a swap changes, then the ``silent`` ones.

        First those that have ``out`` in the first place, then in the second…; those of a place by what they
        say, as text.
        """


class ManyPapers(Papers, Protocol):
    """Ballots too many to be listed."""

    def with_listed(self, listed: "Listed") -> Papers:
        """Give these ballots and others."""


class Held(NamedTuple):
    """Alike ballots in a pile: their preferences, the place of the one they count for, how many they are."""

    order: tuple[str, ...]
    at: int
    number: int


class ListedPile:
    """A pile, each kind of ballot by itself."""

    def __init__(self, held: list[Held]) -> None:
        """Take the ballots."""
        self._held = held

    @cached_property
    def number(self) -> int:
        """How many ballots it holds."""
        return sum(held.number for held in self._held)

    def passed_on(self, still: Collection[str]) -> dict[str, "ListedPile"]:
        """Give the ballots by the next option on them that is ``still`` in; under "" for none."""
        found: dict[str, list[Held]] = {}
        for held in self._held:
            order, at, number = held
            for place in range(at + 1, len(order)):
                if order[place] in still:
                    found.setdefault(order[place], []).append(Held(order, place, number))
                    break
            else:
                found.setdefault("", []).append(held)
        return {option: ListedPile(part) for option, part in found.items()}

    def plus(self, other: "ListedPile") -> "ListedPile":
        """Give the ballots of both."""
        return ListedPile(self._held + other._held)


class Listed:
    """All the ballots that count, each kind by itself, in a settled order."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        """Take the ballots, those that say the same together."""
        self.papers = sorted(papers)

    @cached_property
    def number(self) -> int:
        """How many name an option."""
        return sum(number for order, number in self.papers if order)

    @cached_property
    def read(self) -> int:
        """How many preferences there are to read, those of alike ballots once."""
        return sum(len(order) for order, _ in self.papers)

    def first_piles(self, options: Iterable[str]) -> dict[str, Pile]:
        """Give the pile of each option: the ballots that put it before all the others of those options."""
        held: dict[str, list[Held]] = {option: [] for option in options}
        for order, number in self.papers:
            at = next((place for place, option in enumerate(order) if option in held), None)
            if at is not None:
                held[order[at]].append(Held(order, at, number))
        return {option: ListedPile(some) for option, some in held.items()}

    def changing(self, swap: Swap, silent: int) -> "ListedChange":
        """Give the ballots that a swap changes, then the ``silent`` ones."""
        touched = [
            paper
            for paper in self.papers
            if swap.out and next((option for option in paper[0] if option in swap.among), "") == swap.out
        ]
        touched.sort(key=lambda paper: (paper[0].index(swap.out), paper[0]))
        return ListedChange(self.papers, [*touched, ((), silent)] if silent else touched, swap)


class ListedChange:
    """Ballots that a swap changes, one after another."""

    def __init__(self, papers: list[Paper], touched: list[Paper], swap: Swap) -> None:
        """Take all the ballots, and those that change in their order."""
        self._papers, self._touched, self._swap = papers, touched, swap
        self.most = sum(number for _, number in touched)

    def after(self, number: int) -> Listed:
        """Give all the ballots, with so many of those changed."""
        papers = Counter(dict(self._papers))
        for order, there in self._touched:
            some = min(number, there)
            if not some:
                break
            papers[order] -= some
            papers[_swapped(order, self._swap)] += some
            number -= some
        return Listed((order, count) for order, count in papers.items() if count > 0)


def _swapped(order: tuple[str, ...], swap: Swap) -> tuple[str, ...]:
    """Give the preferences with the two options in each other's place; a silent ballot names the second."""
    if not order:
        return (swap.into,)
    other = {swap.out: swap.into, swap.into: swap.out}
    return tuple(other.get(option, option) for option in order)
