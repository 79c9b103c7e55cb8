"""From whole lines of a file to rows of numbers: a number for each cell, and the numbers of the ballots."""

from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from collectif_cli.model.ballot_file import Lines
from collectif_cli.voting.bulk.alphabet import ODD, Alphabet, Codes, Words

Bytes: TypeAlias = NDArray[np.uint8]
Places: TypeAlias = NDArray[np.signedinteger[Any]]
Mask: TypeAlias = NDArray[np.bool_]

LONGEST = 32  # bytes of a number of ballot, or of a cell; longer ones are read with their line
_LINE, _QUOTE, _SPACE, _DELETE = 10, 34, 32, 127
# What no cell of an ordinary line holds, and what besides no number of a ballot does.
_NEVER = np.zeros(256, bool)
_NEVER[[*(byte for byte in range(_SPACE) if byte != _LINE), _QUOTE, _DELETE]] = True
_NOT_IN_NUMBERS = _NEVER.copy()
_NOT_IN_NUMBERS[[_LINE, _SPACE, *b",;", *range(128, 256)]] = True
_ORDINARY = bytes([_LINE, *range(_SPACE + 1, _QUOTE), *range(_QUOTE + 1, _DELETE)])
# What keeps the first bytes of a word, none to eight, the little end first.
_KEPT = np.array([(1 << 8 * number) - 1 for number in range(9)], np.uint64)

_PAIRS = np.array([0, 0xFF, 0xFFFF], np.uint16)


class Shape(NamedTuple):
    """What a line must look like: what separates its cells, and how many they are with the number."""

    mark: int
    width: int


class Cut(NamedTuple):
    """The ordinary lines among some, and which lines are not.

    ``codes`` has a row for each column of the file but the first. ``ids`` has one for each ballot: the bytes
    of its number by eights, as whole numbers that are ordered as the text is. ``ordinary`` holds the lines
    in one piece, ``places`` the place of each among all the lines, ``odd`` the places of the others.
    """

    codes: Codes
    ids: Words
    ordinary: bytes
    places: Places
    odd: Places


def cut(lines: Lines, shape: Shape, alphabet: Alphabet) -> Cut:
    """Give the ordinary lines; each line is in ``places`` or in ``odd``."""
    raw = lines.raw if lines.raw.endswith(b"\n") else lines.raw + b"\n"
    found = _fixed(raw, shape, alphabet)
    if found is None:
        found = _cut_anywhere(raw.replace(b"\r\n", b"\n") if b"\r" in raw else raw, shape, alphabet)
    return _without_odd(found) if not found.codes.all() else found


def _fixed(raw: bytes, shape: Shape, alphabet: Alphabet) -> Cut | None:
    """Cut lines that are all of the same length, with one byte in each cell; None where they are not."""
    length, cells = raw.index(b"\n") + 1, shape.width - 1
    number = length - 1 - 2 * cells
    if number < 1 or number > LONGEST or len(raw) % length:
        return None
    table = np.frombuffer(raw, np.uint8).reshape(-1, length)
    if not (table[:, -1] == _LINE).all() or not (table[:, number:-1:2] == shape.mark).all():
        return None
    numbers, inside = table[:, :number], np.ascontiguousarray(table[:, number + 1 : -1 : 2].T)
    if _NOT_IN_NUMBERS[numbers].any():
        return None
    codes = alphabet.of_bytes(inside)
    if not codes.all() and ((inside == _LINE) | (inside == shape.mark)).any():
        return None
    width = -(-number // 8) * 8
    padded = np.zeros((len(table), width), np.uint8)
    padded[:, :number] = numbers
    ids = padded.view(">u8").astype(np.uint64)
    return Cut(codes, ids, raw, np.arange(len(table)), np.empty(0, np.int64))


def _cut_anywhere(raw: bytes, shape: Shape, alphabet: Alphabet) -> Cut:
    """Cut lines of any length."""
    data = np.frombuffer(raw, np.uint8)
    bounds, good = _bounds(data, shape)
    ordinary = raw
    if not good.all() or raw.translate(None, _ORDINARY):
        ends = np.flatnonzero(data == _LINE)
        good, bounds = _leave(data, ends, bounds, good)
        ordinary = data[np.repeat(good, np.diff(ends, prepend=-1))].tobytes()
    lengths = np.diff(bounds, axis=0) - 1
    fine = (lengths[0] > 0) & (lengths.max(axis=0) <= LONGEST)
    if not fine.all():
        ends = np.flatnonzero(np.frombuffer(ordinary, np.uint8) == _LINE)
        ordinary = np.frombuffer(ordinary, np.uint8)[np.repeat(fine, np.diff(ends, prepend=-1))].tobytes()
        good[np.flatnonzero(good)[~fine]] = False
        bounds, lengths = bounds[:, fine], lengths[:, fine]
    starts = bounds[:-1] + 1
    padded = np.concatenate([data, np.zeros(LONGEST, np.uint8)])
    codes = _codes(padded, starts[1:], lengths[1:], alphabet)
    ids = np.stack([word.byteswap() for word in _words(padded, starts[0], lengths[0])], axis=1)
    return Cut(codes, ids, ordinary, np.flatnonzero(good), np.flatnonzero(~good))


def _bounds(data: Bytes, shape: Shape) -> tuple[Places, Mask]:
    """Give where cells are bounded, in the lines that have as many as they must; and which lines these are.

    A column of what is given has, for one line, the place before it, those of its marks, and its end.
    """
    both = np.flatnonzero((data == shape.mark) | (data == _LINE)).astype(np.int32)
    is_end = data[both] == _LINE
    at = np.flatnonzero(is_end)
    good = np.diff(at, prepend=-1) == shape.width
    if not good.all():
        both = both[np.repeat(good, np.diff(at, prepend=-1))]
    bounds = np.empty((shape.width + 1, int(good.sum())), np.int32)
    bounds[1:] = both.reshape(-1, shape.width).T
    ends = np.flatnonzero(data == _LINE) if not good.all() else bounds[-1]
    bounds[0] = np.concatenate([[-1], ends[:-1]])[good] if len(ends) else ends
    return bounds, good


def _leave(data: Bytes, ends: Places, bounds: Places, good: Mask) -> tuple[Mask, Places]:
    """Leave the lines that hold a byte which no ordinary line does, there or in the number of the ballot."""
    kept = good.copy()
    kept[np.searchsorted(ends, np.flatnonzero(_NEVER[data]))] = False
    suspects = np.flatnonzero(_NOT_IN_NUMBERS[data] & (data != _LINE))
    lines = np.searchsorted(ends, suspects)
    first = np.zeros(len(good), np.int64)
    first[good] = bounds[1]
    kept[lines[suspects < first[lines]]] = False
    return kept, bounds[:, kept[good]]


def _codes(padded: Bytes, starts: Places, lengths: Places, alphabet: Alphabet) -> Codes:
    if lengths.max(initial=0) <= 2:
        pairs = np.ndarray((len(padded) - 1,), "<u2", padded.data, strides=(1,))
        return alphabet.of_short(pairs[starts] & _PAIRS[lengths])
    words = _words(padded, starts.ravel(), lengths.ravel())
    return alphabet.of_words(words).reshape(starts.shape)


def _words(padded: Bytes, starts: Places, lengths: Places) -> list[Words]:
    """Give the bytes of cells by eights, with zeros after the last."""
    windows = np.ndarray((len(padded) - 7,), "<u8", padded.data, strides=(1,))
    longest = max(int(lengths.max(initial=0)), 1)
    return [windows[starts + at] & _KEPT[np.clip(lengths - at, 0, 8)] for at in range(0, longest, 8)]


def _without_odd(found: Cut) -> Cut:
    """Put the lines apart that hold a cell which must be read with its line."""
    good = (found.codes != ODD).all(axis=0)
    data = np.frombuffer(found.ordinary, np.uint8)
    ends = np.flatnonzero(data == _LINE)
    sizes = np.diff(ends, prepend=-1)
    return Cut(
        found.codes[:, good],
        found.ids[good],
        data[np.repeat(good, sizes)].tobytes(),
        found.places[good],
        np.sort(np.concatenate([found.odd, found.places[~good]])),
    )
