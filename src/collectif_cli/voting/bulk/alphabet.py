"""The different cells of a file of ballots, each with a number: millions of cells say a dozen things."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[np.uint16]
Words: TypeAlias = NDArray[np.uint64]

ODD = 0  # the number of a cell that must be read with its line
_UNSEEN = np.uint16(0xFFFF)
_MOST = 4_000  # different cells; those beyond are odd
_SLOTS = 16  # bits of the table where longer cells are found by a product that is spread over it


class Alphabet:
    """The cells met so far; ``texts`` has the text of each by its number.

    ``judge`` gives the text of a cell, or None for one that must be read with its line.
    """

    def __init__(self, judge: Callable[[bytes], str | None]) -> None:
        """Start with no cell."""
        self._judge = judge
        self.texts: list[str] = [""]
        self._short: Codes = np.full(1 << 16, _UNSEEN)  # of at most two bytes
        self._single: Codes = np.full(1 << 8, _UNSEEN)  # of one byte exactly
        self._known: dict[bytes, int] = {}
        self._long: dict[int, bytes] = {}  # longer ones, by the words of their bytes made one
        self._spread()

    def of_short(self, keys: NDArray[np.uint16]) -> Codes:
        """Give the numbers of cells of at most two bytes: the first, plus 256 times the second."""
        codes = self._short[keys]
        if (codes == _UNSEEN).any():
            for key in np.unique(keys[codes == _UNSEEN]).tolist():
                self._short[key] = self._number(key.to_bytes(2, "little").rstrip(b"\0"))
            codes = self._short[keys]
        return codes

    def of_bytes(self, keys: NDArray[np.uint8]) -> Codes:
        """Give the numbers of cells of one byte each."""
        codes: Codes = self._single[keys]
        if (codes == _UNSEEN).any():
            for key in np.unique(keys[codes == _UNSEEN]).tolist():
                self._single[key] = self._number(bytes([key]))
            codes = self._single[keys]
        return codes

    def of_words(self, words: list[Words]) -> Codes:
        """Give the numbers of cells from their bytes by eights, those of the last eight filled up with zeros.

        Several words are made one by a sum of products, and compared one by one to what was met before.
        """
        keys = words[0] if len(words) == 1 else self._joined(words)
        codes = self._found(keys, words)
        if (codes == _UNSEEN).any():
            places = np.flatnonzero(codes == _UNSEEN)
            for place in places[np.unique(keys[places], return_index=True)[1]].tolist():
                self._learn(
                    int(keys[place]), b"".join(int(word[place]).to_bytes(8, "little") for word in words)
                )
            self._spread()
            codes = self._found(keys, words)
            codes[codes == _UNSEEN] = ODD  # two cells that the sum does not tell apart
        return codes

    def _found(self, keys: Words, words: list[Words]) -> Codes:
        slots = (keys * self._factor) >> np.uint64(64 - _SLOTS)
        codes: Codes = self._table[slots]
        codes[self._keys[slots] != keys] = _UNSEEN
        if len(words) > 1:
            for word, known in zip(words, self._parts(len(words)), strict=True):
                codes[known[slots] != word] = _UNSEEN
        return codes

    def _learn(self, key: int, raw: bytes) -> None:
        if key not in self._long:
            self._long[key] = raw
            self._number(raw.rstrip(b"\0"))

    def _number(self, cell: bytes) -> int:
        if cell not in self._known:
            text = self._judge(cell) if len(self.texts) < _MOST else None
            self._known[cell] = ODD if text is None else len(self.texts)
            if text is not None:
                self.texts.append(text)
        return self._known[cell]

    def _spread(self) -> None:
        """Find a factor that gives each long cell a place of its own in the table."""
        size = 1 << _SLOTS
        keys = np.array(list(self._long), np.uint64)
        factor, slots = 0x9E3779B97F4A7C15, np.empty(0, np.uint64)
        for _ in range(1_000):
            slots = (keys * np.uint64(factor)) >> np.uint64(64 - _SLOTS)
            if len(np.unique(slots)) == len(keys):
                break
            factor = (factor * 6364136223846793005 + 1442695040888963407) % (1 << 64) | 1
        self._factor = np.uint64(factor)
        self._slots = slots
        self._keys: Words = np.zeros(size, np.uint64)
        self._table: Codes = np.full(size, _UNSEEN)
        self._keys[slots] = keys
        self._table[slots] = [self._known[raw.rstrip(b"\0")] for raw in self._long.values()]

    def _parts(self, number: int) -> list[Words]:
        """Give the words of each long cell, at its place in the table."""
        parts: list[Words] = []
        for at in range(0, 8 * number, 8):
            part = np.zeros(1 << _SLOTS, np.uint64)
            part[self._slots] = [int.from_bytes(raw[at : at + 8], "little") for raw in self._long.values()]
            parts.append(part)
        return parts

    @staticmethod
    def _joined(words: list[Words]) -> Words:
        keys = words[0].copy()
        for number, word in enumerate(words[1:], start=1):
            keys += word * np.uint64(0x9E3779B97F4A7C15 + 2 * number)
        return keys
