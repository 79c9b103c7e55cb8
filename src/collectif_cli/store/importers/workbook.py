"""A workbook, ``.xlsx``: its first sheet, read like a spreadsheet saved as CSV, by ``openpyxl``."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from collectif_cli.model.imported import Imported
from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import MOST_OPTIONS, Handed, Notes, has_suffix
from collectif_cli.store.importers.spreadsheet import sheet
from collectif_cli.store.raw_text import same

title = message("a workbook")
# Bytes once unpacked; a workbook of a million ballots has a third of it, a bomb a thousand times more.
MOST_UNPACKED = 512_000_000
INSTALL = "pip install collectif-cli[office]"


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix."""
    return has_suffix(files, ".xlsx")


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the cells of the first sheet; a formula gives what it showed when the file was saved."""
    rows = rows_of(files[0], notes)
    return None if rows is None else sheet(iter(rows), files[0].path, notes)


def rows_of(file: Handed, notes: Notes) -> list[tuple[int, list[str]]] | None:
    """Give the rows of the first sheet with their numbers; None, with a fault, when they cannot be read."""
    try:
        import openpyxl
    except ImportError:
        hint = message("type “{command}”, or save the sheet as CSV", command=INSTALL)
        notes.fault(Span(file.path), message("workbooks are read with openpyxl, which is not here"), hint)
        return None
    hint = message("open it in a spreadsheet, and save the sheet as CSV")
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > MOST_UNPACKED:
            notes.fault(Span(file.path), message("this workbook is too large once unpacked"), hint)
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and drawings, which hold no ballot
            book = openpyxl.load_workbook(io.BytesIO(file.raw), read_only=True, data_only=True)
            rows = list(_rows(book.worksheets[0]))
            others = book.sheetnames[1:]
    except zipfile.BadZipFile:
        said = message("this is no workbook, or it is cut, or a password closes it")
        notes.fault(Span(file.path), said, hint)
        return None
    except Exception:  # a damaged workbook raises whatever the XML, the archive or openpyxl do
        notes.fault(Span(file.path), message("this workbook is damaged"), hint)
        return None
    for name in others:
        notes.remark(
            Span(file.path), message("the sheet “{name}” was left aside: only the first is read", name=name)
        )
    return rows


def _rows(page: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers, up to the last cell that holds something."""
    for at, row in enumerate(page.iter_rows(values_only=True, max_col=MOST_OPTIONS), start=1):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield at, cells


def _text(value: object) -> str:
    """Give a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        shown = Decimal(repr(value))
        return str(int(shown)) if shown == shown.to_integral_value() else f"{shown:f}"
    if isinstance(value, date):
        return value.isoformat()
    return same(str(value))
