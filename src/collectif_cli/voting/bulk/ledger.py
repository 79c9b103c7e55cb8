"""The digest of ballots by the million: their normal lines in the order of their numbers, read through once.

A file in that order is digested as it comes. Of any other, the lines are put aside in runs that are each in
order, on the disk, and merged at the end: memory holds a piece of each run, whatever the number of ballots.
Two ballots of the same number then stand side by side.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO, NamedTuple

import numpy as np

from collectif_cli.voting.bulk.alphabet import Words
from collectif_cli.voting.bulk.cutting import Places

_PIECE = 16_384  # ballots read back at a time, of each run


class Normal(NamedTuple):
    """The normal lines of ballots in one piece, and the number of each in a row of ``keys``."""

    keys: Words
    lines: bytes


class _Piece(NamedTuple):
    """Where some ballots of a run lie on the disk."""

    at: int
    ballots: int
    words: int
    size: int


class Ledger:
    """The lines of the ballots, taken some at a time; ``titles`` is the normal line of the titles."""

    def __init__(self, titles: bytes, scratch: BinaryIO) -> None:
        """Start with no ballot."""
        self._digest = sha256(titles)
        self._titles, self._scratch, self._end = titles, scratch, 0
        self._last: tuple[int, ...] = ()
        self._runs: list[list[_Piece]] = []
        self.in_order = True
        self.ballots = 0

    def take(self, some: Normal) -> bool:
        """Take some ballots; False where they come too late to be digested, and all must be taken again.

        That happens once: from then on the ledger puts everything aside.
        """
        if not len(some.keys):
            return True
        sorted_so = _ascends(some.keys)
        if not sorted_so:
            some = _in_order(some)
        first, last = _number(some.keys[0]), _number(some.keys[-1])
        follows = not self._last or self._last < first
        if self.in_order and not (follows and sorted_so):
            self.in_order = False
            if self.ballots:
                return False
        if self.in_order:
            self._digest.update(some.lines)
        else:
            self._put_aside(some, follows)
        self._last = last
        self.ballots += len(some.keys)
        return True

    def again(self) -> None:
        """Forget the ballots, and put aside those that come."""
        self._digest, self._last, self.ballots, self.in_order = sha256(self._titles), (), 0, False

    def close(self) -> tuple[str, set[bytes]]:
        """Give the digest, and the numbers that several ballots have."""
        twice: set[bytes] = set()
        if not self.in_order:
            self._last = ()
            for some in merged([self._read(run) for run in self._runs]):
                same = (some.keys[1:] == some.keys[:-1]).all(axis=1)
                twice.update(_text(some.keys[place]) for place in np.flatnonzero(same).tolist())
                if self._last == _number(some.keys[0]):
                    twice.add(_text(some.keys[0]))
                self._last = _number(some.keys[-1])
                self._digest.update(some.lines)
        return f"sha256:{self._digest.hexdigest()}", twice

    def _put_aside(self, some: Normal, follows: bool) -> None:
        """Write pieces of a run; one that follows the last run goes on with it."""
        if not follows or not self._runs:
            self._runs.append([])
        ends = _ends(some.lines)
        for start in range(0, len(some.keys), _PIECE):
            stop = min(start + _PIECE, len(some.keys))
            keys = np.ascontiguousarray(some.keys[start:stop])
            lines = some.lines[ends[start - 1] + 1 if start else 0 : ends[stop - 1] + 1]
            self._runs[-1].append(_Piece(self._end, stop - start, keys.shape[1], len(lines)))
            self._scratch.write(keys.tobytes())
            self._scratch.write(lines)
            self._end += keys.nbytes + len(lines)

    def _read(self, run: Sequence[_Piece]) -> Iterator[Normal]:
        for piece in run:
            self._scratch.seek(piece.at)
            size = 8 * piece.ballots * piece.words
            raw = self._scratch.read(size + piece.size)
            keys = np.frombuffer(raw[:size], np.uint64).reshape(-1, piece.words)
            yield Normal(keys, raw[size:])


def _in_order(some: Normal) -> Normal:
    """Give ballots in the order of their numbers."""
    order = _order(some.keys)
    return Normal(some.keys[order], _gathered(some.lines, order))


def merged(runs: Sequence[Iterator[Normal]]) -> Iterator[Normal]:
    """Yield all the ballots of some runs in order: as far each time as every run has been read."""
    held = {place: some for place, run in enumerate(runs) if (some := next(run, None)) is not None}
    while held:
        bound = min(_number(some.keys[-1]) for some in held.values())
        taken: list[Normal] = []
        for place, some in list(held.items()):
            up_to = _count_up_to(some.keys, bound)
            if up_to:
                ends = _ends(some.lines)[up_to - 1] + 1
                taken.append(Normal(some.keys[:up_to], some.lines[:ends]))
                rest = Normal(some.keys[up_to:], some.lines[ends:])
                following = rest if len(rest.keys) else next(runs[place], None)
                if following is None:
                    del held[place]
                else:
                    held[place] = following
        yield _together(taken)


def _together(taken: Sequence[Normal]) -> Normal:
    if len(taken) == 1:
        return taken[0]
    same = _of_one_width(taken)
    keys = np.concatenate([some.keys for some in same])
    order = _order(keys)
    return Normal(keys[order], _gathered(b"".join(some.lines for some in same), order))


def _gathered(lines: bytes, order: Places) -> bytes:
    """Give the lines in another order; those that stay side by side move together."""
    ends = _ends(lines) + 1
    starts = np.concatenate([[0], ends[:-1]])
    breaks = np.flatnonzero(np.diff(order) != 1) + 1
    first = order[np.concatenate([[0], breaks])]
    last = order[np.concatenate([breaks - 1, [len(order) - 1]])]
    pairs = zip(starts[first].tolist(), ends[last].tolist(), strict=True)
    return b"".join([lines[start:end] for start, end in pairs])


def _order(keys: Words) -> Places:
    if keys.shape[1] == 1:
        return np.argsort(keys[:, 0], kind="stable")
    return np.lexsort(keys.T[::-1])


def _ascends(keys: Words) -> bool:
    """Tell whether each number comes after the one before it."""
    after = np.zeros(len(keys) - 1, bool)
    for word in reversed(range(keys.shape[1])):
        one, other = keys[:-1, word], keys[1:, word]
        after = (one < other) | ((one == other) & after)
    return bool(after.all())


def _count_up_to(keys: Words, bound: tuple[int, ...]) -> int:
    """Give how many of the first keys come no later than the bound."""
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if bound < _number(keys[middle]):
            high = middle
        else:
            low = middle + 1
    return low


def _of_one_width(some: Sequence[Normal]) -> list[Normal]:
    width = max(one.keys.shape[1] for one in some)
    return [Normal(np.pad(one.keys, ((0, 0), (0, width - one.keys.shape[1]))), one.lines) for one in some]


def _number(key: Words) -> tuple[int, ...]:
    """Give a key without the zeros it was filled up with."""
    words: list[int] = key.tolist()
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def _ends(lines: bytes) -> Places:
    return np.flatnonzero(np.frombuffer(lines, np.uint8) == 10)


def _text(key: Words) -> bytes:
    return b"".join(word.to_bytes(8, "big") for word in key.tolist()).rstrip(b"\0")
