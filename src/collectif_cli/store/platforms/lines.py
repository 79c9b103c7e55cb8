"""From the bytes of a table to its rows: encodings, separators, and quotes that somebody forgot to close.

A row that cannot be cut into cells is told with its place, and reading goes on with the lines below it.
"""

import csv
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from collectif_cli.model.message import message, messages
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.raw_text import same

LARGEST = 64_000_000  # bytes: about 50,000 contributions of a page
MARKS = (";", ",", "\t")
_MOST_CELL = 1_000_000  # characters that a quote may hold before it must be one that was never closed
_MOST_STARTS = 200  # times that reading begins again below a broken row
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LINE_END = re.compile("\r\n|\r|\n")


class Row(NamedTuple):
    """A row: the number of its first line, and its cells as they stand."""

    line: int
    cells: list[str]


def text_of(file: Handed, notes: Notes) -> str | None:
    """Give the text of a file; None, with a fault, when it is too large.

    What is not UTF-8 is read as Windows-1252, line by line, and told: files are sometimes pasted together.
    """
    if len(file.raw) > LARGEST:
        said = message("this file is too large to be read (over {most} MB)", most=LARGEST // 1_000_000)
        notes.fault(Span(file.path), said, message("export it in several parts, a source for each"))
        return None
    wide = _WIDE.get(file.raw[:2])
    if wide is not None:
        return same(file.raw[2:].decode(wide, "replace"))
    raw = file.raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return same(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return same(_decoded_by_line(raw, file.path, notes))


def _decoded_by_line(raw: bytes, path: str, notes: Notes) -> str:
    lines, foreign, own = [], [], 0
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
            own += not line.isascii()
        except UnicodeDecodeError:
            lines.append(line.decode("windows-1252", "replace"))
            foreign.append(number)
    hint = message("look at its accents")
    if not own:
        said = message("the file is not in UTF-8: it was read as Windows-1252")
        notes.remark(Span(path, foreign[0]), said, hint)
    else:
        for number in foreign:
            said = message("this line is not in UTF-8 like the others: it was read as Windows-1252")
            notes.remark(Span(path, number), said, hint)
    return "\n".join(lines)


def lines_of(text: str) -> list[str]:
    """Give the lines of a text, however they end."""
    return _LINE_END.split(text)


def mark_of(line: str) -> str:
    """Give what stands between the cells of a line of titles."""
    outside = "".join(line.split('"')[::2])
    return max(MARKS, key=outside.count) if any(mark in outside for mark in MARKS) else ","


def rows_of(lines: Sequence[str], path: str, notes: Notes, *, even: bool = True) -> Iterator[Row]:
    """Yield the rows that hold something, the titles first; ``even`` when they all have as many cells."""
    top = next((at for at, line in enumerate(lines) if line.strip(" \t,;")), len(lines))
    mark = mark_of(
        "".join(lines[top : top + 1 if even else top + 2])
    )  # a table may be named by a line of its own
    with _long_cells():
        yield from _Rows(lines, path, notes, mark, even=even).all(top)


class _Rows:
    """A table being cut into rows."""

    def __init__(self, lines: Sequence[str], path: str, notes: Notes, mark: str, *, even: bool) -> None:
        self.lines, self.path, self.notes, self.mark, self.even = lines, path, notes, mark, even
        self.size = 0
        self.lost = False  # below a broken row, until a line is whole again

    def all(self, top: int) -> Iterator[Row]:
        """Yield the rows from a line on, beginning again below each one that is broken."""
        at: int | None = top
        for _ in range(_MOST_STARTS):
            if at is None or self.notes.enough:
                break
            at = yield from self._from(at)
        if at is not None:
            said = message("too many rows cannot be read: what stands below was left aside")
            self.notes.fault(Span(self.path, at + 1), said, message("save the table again as CSV"))

    def _from(self, start: int) -> Generator[Row, None, int | None]:
        """Yield rows; give the line to begin again from, None at the end."""
        lines = self.lines
        given = (f"{lines[at]}\n" for at in range(start, len(lines)))
        reader = csv.reader(given, delimiter=self.mark, strict=True)
        line = start
        while True:
            try:
                cells = next(reader, None)
            except csv.Error:
                self._broken(line)
                return line + 1
            if cells is None:
                return None
            end = start + reader.line_num
            if any(cell and not cell.isspace() for cell in cells):
                if self._is_whole(cells, end - line):
                    self.lost = False
                    yield Row(line + 1, cells)
                elif end - line > 1:
                    self._broken(line)
                    return line + 1
                elif not self.lost:
                    self._uneven(line, len(cells))
            line = end

    def _is_whole(self, cells: list[str], lines: int) -> bool:
        """Tell whether a row has its cells; the last ones may be missing, or be there and empty."""
        if not self.even:
            return True
        if not self.size:
            self.size = len(cells)
        if lines > 1 or self.lost:
            return len(cells) == self.size
        return len(cells) <= self.size or not any(cell.strip() for cell in cells[self.size :])

    def _uneven(self, line: int, cells: int) -> None:
        said = messages(
            "this row has {n} cell, for {size} columns",
            "this row has {n} cells, for {size} columns",
            cells,
            size=self.size,
        )
        span = Span(self.path, line + 1, self.size + 1)
        self.notes.fault(span, said, message("look for a separator that stands in a text without quotes"))

    def _broken(self, line: int) -> None:
        if not self.lost:
            hint = message("look for a quote that is opened and not closed; the rows below are read")
            span = Span(self.path, line + 1, self._column(self.lines[line]))
            self.notes.fault(span, message("this row cannot be cut into cells"), hint)
        self.lost = True

    def _column(self, line: str) -> int:
        """Give the number of the cell in which a line goes wrong."""
        mark = re.escape(self.mark)
        cell = re.compile(rf'(?:"(?:[^"]|"")*"|[^"{mark}][^{mark}]*|)(?:{mark}|$)')
        column, at = 1, 0
        while at < len(line) and (found := cell.match(line, at)) and found.end() > at:
            column, at = column + 1, found.end()
        return column


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the reader of tables take cells longer than it usually does."""
    before = csv.field_size_limit(_MOST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
