"""A spreadsheet saved as CSV: a line of titles, then a line a ballot; ``;``, ``,`` or a tab between cells.

What spreadsheets do to numbers is undone: ``1,0`` and ``1.0`` are 1, ``1 200`` is 1200. A cell may hold line
ends between its quotes.
"""

import csv
import re
from collections.abc import Iterator, Sequence

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.handed import lines_of
from collectif_cli.store.importers.importer import MOST_OPTIONS, Handed, Notes, are_countable, has_suffix

title = message("a spreadsheet")
MARKS = (";", ",", "\t")
_NUMBERED = ("ballot", "bulletin", "n°", "no", "nº", "numéro", "number", "receipt", "reçu", "id", "#")
_WHOLE = re.compile(r"([0-9]+)[.,]0+")
_THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")

Rows = Iterator[tuple[int, list[str]]]


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix."""
    return has_suffix(files, ".csv", ".tsv", ".txt")


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the cells as they stand, under the titles of the columns."""
    lines = lines_of(files[0], notes, of_spreadsheet=True)
    return None if lines is None else sheet(_rows(lines, files[0].path, notes), files[0].path, notes)


def sheet(rows: Rows, path: str, notes: Notes) -> Imported | None:
    """Give what a table says, from its lines with their numbers; also serves workbooks."""
    top = Span(path)
    found = next(((at, row) for at, row in rows if any(cell.strip() for cell in row)), None)
    if found is None or len(found[1]) > MOST_OPTIONS:
        if not notes.faults:
            notes.fault(top, message("there is no line of column titles"))
        return None
    at, titles = found
    while titles and not titles[-1].strip():
        titles.pop()
    columns = tuple(Located(_clean(one), Span(path, at, place)) for place, one in enumerate(titles, start=1))
    numbered = columns[0].value.casefold() in _NUMBERED
    papers: list[Paper] = []
    for line, row in rows:
        if any(cell.strip() for cell in row) and not notes.enough:
            _paper(row, Span(path, line), columns, papers, notes, numbered=numbered)
    if not are_countable(papers, top, notes):
        return None
    return Imported(span=top, form="cells", columns=columns[numbered:], papers=tuple(papers))


def _paper(
    row: list[str],
    span: Span,
    columns: Sequence[Located[str]],
    papers: list[Paper],
    notes: Notes,
    *,
    numbered: bool,
) -> None:
    """Add the ballot of a line, or a fault."""
    beyond = [cell for cell in row[len(columns) :] if cell.strip()]
    if beyond:
        said = message("“{cell}” stands beyond the last column that has a title", cell=_clean(beyond[0]))
        notes.fault(span, said, message("give the column a title, or remove the cell"))
        return
    cells = tuple(_value(cell) for cell in (*row[: len(columns)], *[""] * (len(columns) - len(row))))
    if not all(cell.isprintable() for cell in cells):
        hint = message("type the cell again")
        notes.fault(span, message("a cell of this ballot holds an invisible character"), hint)
        return
    if numbered and not cells[0]:
        notes.fault(span, message("this ballot has no number"))
        return
    papers.append(Paper(cells[numbered:], span, cells[0] if numbered else ""))


def _clean(cell: str) -> str:
    return " ".join(cell.split())


def _value(cell: str) -> str:
    """Give what a cell says, numbers as everybody writes them."""
    bare = _clean(cell)
    bare = _THOUSANDS.sub("", bare) if bare[:1].isdecimal() else bare
    whole = _WHOLE.fullmatch(bare)
    return whole[1] if whole else bare


def _rows(lines: Sequence[str], path: str, notes: Notes) -> Rows:
    """Yield the lines with their numbers; remarks of ``#`` at the top are left out."""
    top = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("# ")), 0)
    mark = max(MARKS, key=lambda one: _outside_quotes(lines[top]).count(one))
    reader = csv.reader((f"{line}\n" for line in lines[top:]), delimiter=mark, strict=True)
    before = 0
    try:
        for row in reader:
            yield top + before + 1, row
            before = reader.line_num
    except csv.Error:
        hint = message("look for a quote that is opened and not closed, and save the file again")
        notes.fault(Span(path, top + before + 1), message("this line cannot be cut into cells"), hint)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
