"""From whole lines of a file to rows of numbers: a number for each cell, and the numbers of the ballots."""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from collectif_cli.model.ballot_file import Lines
from collectif_cli.voting.bulk.alphabet import ODD, Alphabet, Codes, Words

Bytes: TypeAlias = NDArray[np.uint8]
Places: TypeAlias = NDArray[np.int64]

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
    ends = np.flatnonzero(data == _LINE)
    starts = np.concatenate([[0], ends[:-1] + 1])
    marks = np.flatnonzero(data == shape.mark)
    up_to = np.searchsorted(marks, ends)
    counts = np.diff(up_to, prepend=0)
    good = counts == shape.width - 1
    if raw.translate(None, _ORDINARY):
        good[np.searchsorted(ends, np.flatnonzero(_NEVER[data]))] = False
        suspects = np.flatnonzero(_NOT_IN_NUMBERS[data] & (data != _LINE))
        there = np.searchsorted(ends, suspects)
        first = marks[np.minimum(up_to[there] - counts[there], len(marks) - 1)] if len(marks) else ends[there]
        good[there[suspects < first]] = False
    if not good.all():
        marks = marks[np.repeat(good, counts)]
    cuts = marks.reshape(-1, shape.width - 1) if shape.width > 1 else ends[good][:, None]
    long = _lengths(starts[good], cuts, ends[good])
    fine = (long[:, 0] > 0) & (long.max(axis=1, initial=0) <= LONGEST)
    if not fine.all():
        good[np.flatnonzero(good)[~fine]] = False
        cuts, long = cuts[fine], long[fine]
    kept = starts[good]
    padded = np.concatenate([data, np.zeros(LONGEST, np.uint8)])
    codes = _codes(padded, (cuts + 1).T, long[:, 1:].T, alphabet)
    ids = np.stack([word.byteswap() for word in _words(padded, kept, long[:, 0])], axis=1)
    ordinary = raw if good.all() else data[np.repeat(good, ends + 1 - starts)].tobytes()
    return Cut(codes, ids, ordinary, np.flatnonzero(good), np.flatnonzero(~good))


def _lengths(starts: Places, cuts: Places, ends: Places) -> Places:
    """Give the length of each cell of each line."""
    left = np.column_stack([starts, cuts + 1])
    return np.column_stack([cuts, ends]) - left


def _codes(padded: Bytes, starts: Places, lengths: Places, alphabet: Alphabet) -> Codes:
    longest = int(lengths.max(initial=0))
    if longest <= 1:
        return alphabet.of_short(_byte(padded, starts, lengths, 0))
    if longest == 2:
        first, second = _byte(padded, starts, lengths, 0), _byte(padded, starts, lengths, 1)
        return alphabet.of_short(first | second << np.uint16(8))
    words = _words(padded, starts.ravel(), lengths.ravel())
    return alphabet.of_words(words).reshape(starts.shape)


def _byte(padded: Bytes, starts: Places, lengths: Places, at: int) -> NDArray[np.uint16]:
    found: NDArray[np.uint16] = np.where(lengths > at, padded[starts + at], 0).astype(np.uint16)
    return found


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
