"""Ballots by the million that order options without a defect, each different one as a few whole numbers.

The bits of those numbers spell the order: for each place the option there, as its place among the ids in the
order of the alphabet, from 1; zeros after the last. So they are ordered as the texts are.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from collectif_cli.voting.bulk.alphabet import Words
from collectif_cli.voting.by_rounds.papers import Listed, Pile, Swap

Numbers = NDArray[np.int64]
Orders = NDArray[np.uint8]


class Spelling:
    """How orders of some options are spelled."""

    def __init__(self, options: Sequence[str]) -> None:
        """Take the options, in any order."""
        self.options = sorted(options)
        self.digit = {option: at for at, option in enumerate(self.options, start=1)}
        self._bits = max(len(options).bit_length(), 1)
        self._each = 64 // self._bits
        self.words = -(-len(options) // self._each)

    def digit_at(self, option: str, place: int) -> tuple[int, int]:
        """Give the word, and what it holds, of an option at a place from 0."""
        word, at = divmod(place, self._each)
        return word, self.digit[option] << self._bits * (self._each - 1 - at)

    def keys(self, orders: Orders) -> Words:
        """Give the words of orders, a row for each."""
        keys = np.zeros((len(orders), self.words), np.uint64)
        for place in range(orders.shape[1]):
            word, at = divmod(place, self._each)
            shift = np.uint64(self._bits * (self._each - 1 - at))
            keys[:, word] |= orders[:, place].astype(np.uint64) << shift
        return keys

    def orders(self, keys: Words) -> Orders:
        """Give the digits of orders, a row for each and a column for each place."""
        found = np.zeros((len(keys), len(self.options)), np.uint8)
        mask = np.uint64((1 << self._bits) - 1)
        for place in range(len(self.options)):
            word, at = divmod(place, self._each)
            shift = np.uint64(self._bits * (self._each - 1 - at))
            found[:, place] = (keys[:, word] >> shift) & mask
        return found


def together(keys: Words, numbers: Numbers) -> tuple[Words, Numbers]:
    """Give the different keys in order, and how many ballots have each."""
    if not len(keys):
        return keys, numbers
    order = np.argsort(keys[:, 0]) if keys.shape[1] == 1 else np.lexsort(keys.T[::-1])
    keys, numbers = keys[order], numbers[order]
    first = np.concatenate([[True], (keys[1:] != keys[:-1]).any(axis=1)])
    return keys[first], np.add.reduceat(numbers, np.flatnonzero(first))


class Packed:
    """All the ballots: the orders, and how many ballots say each."""

    def __init__(self, spelling: Spelling, orders: Orders, numbers: Numbers) -> None:
        """Take the orders in digits, with how many ballots give each."""
        self._spelling, self._orders, self._numbers = spelling, orders, numbers
        self.number = int(numbers.sum())

    @property
    def read(self) -> int:
        """How many preferences there are to read, those of alike ballots once."""
        return int(np.count_nonzero(self._orders))

    def with_listed(self, listed: Listed) -> "Packed":
        """Give these ballots and others, those that say the same together."""
        if not listed.papers:
            return self
        spell, more = self._spelling, np.zeros((len(listed.papers), self._orders.shape[1]), np.uint8)
        for row, (order, _) in zip(more, listed.papers, strict=True):
            row[: len(order)] = [spell.digit[option] for option in order]
        keys = np.concatenate([spell.keys(self._orders), spell.keys(more)])
        theirs = np.array([number for _, number in listed.papers], np.int64)
        keys, numbers = together(keys, np.concatenate([self._numbers, theirs]))
        return Packed(spell, spell.orders(keys), numbers)

    def first_piles(self, options: Iterable[str]) -> dict[str, Pile]:
        """Give the pile of each option: the ballots that put it before all the others of those options."""
        names = list(options)
        every = np.arange(len(self._numbers))
        whole = PackedPile(self, every, np.full(len(every), -1, np.int8))
        parts = whole.passed_on(names)
        none = PackedPile(self, every[:0], np.empty(0, np.int8))
        return {option: parts.get(option, none) for option in names}

    def changing(self, swap: Swap, silent: int) -> "PackedChange":
        """Give the ballots that a swap changes, then the ``silent`` ones."""
        touched = np.empty(0, np.int64)
        if swap.out:
            pile = self.first_piles(swap.among)[swap.out]
            assert isinstance(pile, PackedPile)  # noqa: S101 - its own
            digit = self._spelling.digit[swap.out]
            at = (self._orders[pile.which] == digit).argmax(axis=1)
            keys = self._spelling.keys(self._orders[pile.which])
            touched = pile.which[np.lexsort([*keys.T[::-1], at])]
        return PackedChange(self, touched, swap, silent)

    def changed(self, touched: Numbers, swap: Swap, silent: int, number: int) -> "Packed":
        """Give the ballots with so many of those touched changed, in their order, then silent ones."""
        digit, numbers = self._spelling.digit, self._numbers.copy()
        up_to = np.cumsum(numbers[touched])
        last = int(np.searchsorted(up_to, number, side="right"))
        some, left = touched[: last + 1], number - (int(up_to[last - 1]) if last else 0)
        moved = numbers[some]
        if last < len(touched):
            moved[-1] = left
        numbers[some] -= moved
        other = np.arange(len(self._spelling.options) + 1, dtype=np.uint8)
        if swap.out:
            other[[digit[swap.out], digit[swap.into]]] = digit[swap.into], digit[swap.out]
        alone = np.zeros((1, self._orders.shape[1]), np.uint8)
        alone[0, 0] = digit[swap.into]
        unsaid = max(number - (int(up_to[-1]) if len(up_to) else 0), 0)
        return Packed(
            self._spelling,
            np.concatenate([self._orders, other[self._orders[some]], alone]),
            np.concatenate([numbers, moved, [min(unsaid, silent)]]),
        )


class PackedChange:
    """Ballots that a swap changes, one after another."""

    def __init__(self, papers: Packed, touched: Numbers, swap: Swap, silent: int) -> None:
        """Take all the ballots, and the places of those that change in their order."""
        self._papers, self._touched, self._swap, self._silent = papers, touched, swap, silent
        self.most = int(papers._numbers[touched].sum()) + silent

    def after(self, number: int) -> Packed:
        """Give all the ballots, with so many of those changed."""
        return self._papers.changed(self._touched, self._swap, self._silent, number)


class PackedPile:
    """Ballots that count for an option: ``which`` of all, and the place on each of that option."""

    def __init__(self, papers: Packed, which: Numbers, at: NDArray[np.int8]) -> None:
        """Take the ballots."""
        self._papers, self.which, self._at = papers, which, at
        self.number = int(papers._numbers[which].sum())

    def passed_on(self, still: Collection[str]) -> dict[str, "PackedPile"]:
        """Give the ballots by the next option on them that is ``still`` in; under "" for none."""
        spelling, orders = self._papers._spelling, self._papers._orders
        stays = np.zeros(len(spelling.options) + 1, bool)
        stays[[spelling.digit[option] for option in still]] = True
        left, at = self.which, self._at
        found: dict[int, list[tuple[Numbers, NDArray[np.int8]]]] = {}
        for place in range(orders.shape[1] if len(left) else 0):
            digits = orders[left, place]
            here = stays[digits] & (at < place)
            if here.any():
                taken, into = left[here], digits[here]
                for digit in np.flatnonzero(np.bincount(into)).tolist():
                    some = taken[into == digit]
                    found.setdefault(digit, []).append((some, np.full(len(some), place, np.int8)))
                left, at = left[~here], at[~here]
        if len(left):
            found[0] = [(left, at)]
        names = ["", *spelling.options]
        return {
            names[digit]: PackedPile(
                self._papers,
                np.concatenate([one for one, _ in parts]),
                np.concatenate([at for _, at in parts]),
            )
            for digit, parts in found.items()
        }

    def plus(self, other: "PackedPile") -> "PackedPile":
        """Give the ballots of both."""
        return PackedPile(
            self._papers, np.concatenate([self.which, other.which]), np.concatenate([self._at, other._at])
        )
