"""A file of ballots too large to be held row by row: its titles are read, its rows are given as bytes."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from collectif_cli.model.ballot_file import BallotFile, Lines, RowsRead
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.vote import Ballots
from collectif_cli.store.raw_text import LARGEST_BALLOTS, decode
from collectif_cli.store.readers.ballots import read_ballots, rows_in
from collectif_cli.store.reading import Reading
from collectif_cli.store.tree import Large

BLOCK = 4_000_000  # bytes read at a time
_LONGEST_LINE = 16_000_000  # bytes; what is longer is no ballot, and is cut
_LONGEST_HEAD = 1_000_000  # bytes among which the titles must be

Open = Callable[[], BinaryIO]


def read_ballot_file(path: str, large: Large, reading: Reading) -> BallotFile | None:
    """Give the file at ``path``, or None where its titles cannot be read; what is wrong there is noted."""
    open_file = large.open
    with open_file() as file:
        head = _head(file)
    text = decode(head, reading)
    ballots = None if text is None else read_ballots(text, reading)
    if text is None or ballots is None:
        return None
    titles = text.rstrip("\n").rpartition("\n")[2]
    mark = ";" if titles.count(";") > titles.count(",") else ","
    first, width = head.count(b"\n") + 1, len(ballots.columns) + 1

    def read(lines: Lines) -> RowsRead:
        inner = Reading(path)
        text = decode(b"\n" + lines.raw, inner, len(lines.raw) + 1)  # nothing there is the start of a file
        shift = lines.first - 2
        faults = [_moved(fault, shift) for fault in inner.faults]
        if text is None:
            return RowsRead((), tuple(faults))
        inner.faults.clear()
        cut = (line.rstrip("\r") for line in text[1:].split("\n"))
        rows = rows_in(cut, lines.first, mark, width, inner)
        return RowsRead(rows, (*faults, *inner.faults))

    def whole() -> tuple[Ballots | None, tuple[Diagnostic, ...]]:
        inner = Reading(path)
        with open_file() as file:
            text = decode(_bytes(file, LARGEST_BALLOTS + 1), inner, LARGEST_BALLOTS)
        return (None if text is None else read_ballots(text, inner)), tuple(inner.faults)

    return BallotFile(
        span=reading.top,
        size=large.size,
        mark=mark,
        columns=ballots.columns,
        claims=ballots.claims,
        lines=lambda: _lines(open_file, len(head), first),
        read=read,
        whole=whole,
        scratch=_scratch,
    )


def _scratch() -> BinaryIO:
    import tempfile  # only a large count comes here

    return cast("BinaryIO", tempfile.TemporaryFile())


def _moved(fault: Diagnostic, shift: int) -> Diagnostic:
    return fault._replace(span=fault.span._replace(line=fault.span.line + shift))


def _head(file: BinaryIO) -> bytes:
    """Give the lines up to the titles, which are the first that is neither empty nor a remark."""
    found = b""
    while len(found) < _LONGEST_HEAD and (block := file.read(65536)):
        found += block
        at = 0
        while end := found.find(b"\n", at) + 1:
            line = found[at:end].removeprefix(b"\xef\xbb\xbf")
            if line.strip() and not line.startswith(b"#"):
                return found[:end]
            at = end
    return found


def _lines(open_file: Open, start: int, first: int) -> Iterator[Lines]:
    """Yield whole lines, some megabytes at a time."""
    with open_file() as file:
        file.seek(start)
        left = b""
        while block := _bytes(file, BLOCK):
            cut = block.rfind(b"\n") + 1
            if not cut and len(left) < _LONGEST_LINE:
                left += block
                continue
            raw = left + (block[:cut] if cut else block)
            left = block[cut:] if cut else b""
            yield Lines(raw, first)
            first += raw.count(b"\n")
        if left:
            yield Lines(left, first)


def _bytes(file: BinaryIO, most: int) -> bytes:
    """Give that many bytes, or those that are left."""
    blocks = []
    while most > 0 and (block := file.read(most)):
        blocks.append(block)
        most -= len(block)
    return blocks[0] if len(blocks) == 1 else b"".join(blocks)
