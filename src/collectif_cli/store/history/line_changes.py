"""Which lines of a text are new compared with a former one, in bounded time whatever the texts hold."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_SMALL = 10_000  # product of the two lengths below which difflib is asked

Lines = Sequence[bytes]
Match = tuple[int, int]


def new_lines(old: bytes, new: bytes) -> frozenset[int]:
    """Give the numbers, from 1, of the lines of ``new`` not kept from ``old``; line ends do not count."""
    former, present = _lines(old), _lines(new)
    found: set[int] = set()
    before = (-1, -1)
    for match in (*_anchors(former, present), (len(former), len(present))):
        found |= _between(former, present, before, match)
        before = match
    return frozenset(found)


def every_line(new: bytes) -> frozenset[int]:
    """Give the numbers of all the lines of a text, the first included when it is empty."""
    return frozenset(range(1, max(len(_lines(new)), 1) + 1))


def _lines(raw: bytes) -> list[bytes]:
    lines = raw.replace(b"\r\n", b"\n").split(b"\n")
    return lines if lines[-1] else lines[:-1]


def _anchors(old: Lines, new: Lines) -> list[Match]:
    """Pair the lines that stand once in each text and keep their order (the "patience" difference).

    The longest increasing run of positions is found by piles, in n log n.
    """
    once_old, once_new = _places_of_single(old), _places_of_single(new)
    piles: list[int] = []
    tops: list[int] = []
    links: list[int] = []
    pairs = [(once_old[line], place) for line, place in once_new.items() if line in once_old]
    for number, (position, _) in enumerate(pairs):
        pile = bisect_left(piles, position)
        links.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [position]
        tops[pile : pile + 1] = [number]
    run: list[Match] = []
    number = tops[-1] if tops else -1
    while number >= 0:
        run.append(pairs[number])
        number = links[number]
    return run[::-1]


def _places_of_single(lines: Lines) -> dict[bytes, int]:
    counts = Counter(lines)
    return {line: place for place, line in enumerate(lines) if counts[line] == 1}


def _between(old: Lines, new: Lines, before: Match, after: Match) -> set[int]:
    """Give the new lines between two pairs, once what both ends share is set aside."""
    old_start, new_start = before[0] + 1, before[1] + 1
    old_end, new_end = after
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    if old_start == old_end:
        return set(range(new_start + 1, new_end + 1))
    return {new_start + 1 + offset for offset in _differing(old[old_start:old_end], new[new_start:new_end])}


def _differing(old: Lines, new: Lines) -> Iterator[int]:
    """Yield the places of the lines that differ; in a long stretch, those that the former had fewer of."""
    if len(old) * len(new) <= _SMALL:
        for tag, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield from range(start, end)
        return
    left = Counter(old)
    for place, line in enumerate(new):
        left[line] -= 1
        if left[line] < 0:
            yield place
