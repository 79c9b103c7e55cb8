"""Reads ``ballots.csv``: one row a ballot, one column a choice, as a spreadsheet saves it."""

import re
from collections.abc import Iterable

from collectif_cli.model.message import message, messages
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Ballots, Row
from collectif_cli.store.reading import Reading

_CLAIM = re.compile(r"#\s*vote:\s*(\S+)")
_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*')

Cells = tuple[Located[str], ...]


def read_ballots(text: str, reading: Reading) -> Ballots | None:
    """Give the ballots; ``;`` and ``,`` both separate, and ``#`` lines at the top are remarks."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    top = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    claims = next((found[1] for line in lines[:top] if (found := _CLAIM.match(line))), "")
    if top == len(lines):
        reading.fault("vote-ballots-header", reading.top, message("there is no line of column titles"))
        return None
    mark = ";" if lines[top].count(";") > lines[top].count(",") else ","
    columns = _cells(lines[top], mark, reading, top + 1)
    if columns is None or not _are_titles(columns, reading):
        return None
    rows = rows_in(lines[top + 1 :], top + 2, mark, len(columns), reading)
    return Ballots(span=reading.top, columns=columns[1:], rows=rows, claims=claims)


def _are_titles(columns: Cells, reading: Reading) -> bool:
    """Tell whether the titles are usable: the first is ``ballot``, and no other is there twice."""
    if columns[0].value != "ballot":
        hint = message("the first column is called “ballot” and numbers the ballots")
        said = message("the first column is not “ballot”")
        reading.fault("vote-ballots-header", columns[0].span, said, hint)
        return False
    seen: set[str] = set()
    for column in columns:
        if column.value in seen:
            said = message("the column “{column}” is there twice", column=column.value)
            reading.fault("vote-ballots-header", column.span, said, message("keep one of the two"))
            return False
        seen.add(column.value)
    return True


def rows_in(lines: Iterable[str], first: int, mark: str, width: int, reading: Reading) -> tuple[Row, ...]:
    """Give the ballots of lines that have no titles; ``first`` is the number of the first one."""
    rows: list[Row] = []
    for number, line in enumerate(lines, start=first):
        if not line.strip(" \t,;"):
            continue
        cells = _cells(line, mark, reading, number)
        if cells is None:
            continue
        if len(cells) != width:
            said = messages(
                "this line has {n} cell where the titles have {width}",
                "this line has {n} cells where the titles have {width}",
                len(cells),
                width=width,
            )
            reading.fault("vote-ballots-row", Span(reading.path, number, 1, len(line)), said)
        elif not cells[0].value:
            hint = message("give each paper a number, and write it on the paper")
            reading.fault("vote-ballots-row", cells[0].span, message("this ballot has no number"), hint)
        else:
            rows.append(Row(ballot=cells[0].value, span=cells[0].span, cells=cells[1:]))
    return tuple(rows)


def _cells(line: str, mark: str, reading: Reading, number: int) -> Cells | None:
    """Give the cells of a line with their columns; None, and a fault, when a quote is never closed."""
    cells: list[Located[str]] = []
    at = 0
    for part in _parts(line, mark):
        bare = part.strip()
        start = at + (part.find(bare) if bare else 0)
        span = Span(reading.path, number, start + 1, len(bare))
        if bare.startswith('"'):
            quoted = _QUOTED.fullmatch(part)
            if quoted is None:
                hint = message("close the quote on the same line, or remove it")
                said = message("a quote is opened here and not closed at the end of the cell")
                reading.fault("vote-ballots-row", span, said, hint)
                return None
            bare = quoted[1].replace('""', '"').strip()
        cells.append(Located(bare, span))
        at += len(part) + 1
    return tuple(cells)


def _parts(line: str, mark: str) -> list[str]:
    """Cut a line at its separators, but for those between quotes."""
    parts = line.split(mark)
    if '"' not in line:
        return parts
    joined: list[str] = []
    open_quotes = False
    for part in parts:
        if open_quotes:
            joined[-1] += mark + part
        else:
            joined.append(part)
        if open_quotes or part.lstrip().startswith('"'):
            open_quotes = joined[-1].count('"') % 2 == 1
    return joined
