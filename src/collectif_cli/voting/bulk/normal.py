"""The normal lines of ballots, as ``voting.digest`` says them, from the bytes of ordinary lines."""

import unicodedata
from collections.abc import Sequence

import numpy as np

from collectif_cli.model.vote import Row
from collectif_cli.voting.bulk.alphabet import Words

# What is replaced: an eighth of the time that ``bytes.replace`` takes where so much is.
_TABS = {mark: bytes.maketrans(mark.encode(), b"\t") for mark in ",;"}


def normal_lines(raw: bytes, mark: str, order: Sequence[int]) -> bytes:
    """Give the normal lines of ordinary ones: tabs between the cells, in the order of the paper."""
    tabbed = raw.translate(_TABS[mark])
    if list(order) == list(range(len(order))):
        return tabbed
    lines = (line.split(b"\t") for line in tabbed.split(b"\n")[:-1])
    return b"".join(b"\t".join([cells[0], *(cells[place + 1] for place in order)]) + b"\n" for cells in lines)


def normal_line(row: Row, order: Sequence[int]) -> bytes:
    """Give the normal line of a ballot read by itself."""
    cells = [row.ballot, *(row.cells[place].value for place in order)]
    return "\t".join(" ".join(unicodedata.normalize("NFC", cell).split()) for cell in cells).encode() + b"\n"


def keys_of(numbers: Sequence[bytes]) -> Words:
    """Give the numbers of ballots by eight bytes, as whole numbers that are ordered as the text is."""
    width = max(-(-len(one) // 8) * 8 for one in numbers)
    joined = b"".join(one.ljust(width, b"\0") for one in numbers)
    return np.frombuffer(joined, ">u8").reshape(len(numbers), -1).astype(np.uint64)
