"""The files that are handed over to be read, and their text."""

import re
from collections.abc import Sequence
from pathlib import Path

from collectif_cli.errors import UsageError
from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.raw_text import LARGEST_BALLOTS, decode
from collectif_cli.store.reading import Reading
from collectif_cli.store.system_reason import system_reason

_LINE_END = re.compile("\r\n|\r|\n")
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
MOST_FILES = 100


def open_files(folder: Path, paths: Sequence[Path]) -> tuple[Handed, ...]:
    """Give the files named in ``folder``; a folder among them stands for the files in it.

    Raises UsageError when one is not there, cannot be read, or is a folder with no file in it.
    """
    found: list[Handed] = []
    for path in paths:
        place = folder / path
        inside = _files_in(path, place) if place.is_dir() else [place]
        found.extend(_opened(one, str(path / one.relative_to(place))) for one in inside)
    return tuple(found)


def _files_in(path: Path, place: Path) -> list[Path]:
    """Give the files of a folder, hidden ones and links left out, in the order of their names."""
    try:
        files = [one for one in sorted(place.iterdir()) if one.is_file() and not one.is_symlink()]
    except OSError as error:
        said = message("{path} cannot be read ({reason})", path=str(path), reason=system_reason(error))
        raise UsageError(said) from error
    seen = [one for one in files if not one.name.startswith(".")][:MOST_FILES]
    if not seen:
        raise UsageError(message("the folder {path} holds no file of votes", path=str(path)))
    return seen


def _opened(place: Path, shown: str) -> Handed:
    if place.exists() and not place.is_file():  # a pipe would be waited for, a device has no end
        raise UsageError(message("{path} is not a file", path=shown))
    try:
        with place.open("rb") as file:
            return Handed(shown, file.read(LARGEST_BALLOTS + 1))
    except OSError as error:
        said = message("{path} cannot be read ({reason})", path=shown, reason=system_reason(error))
        raise UsageError(said) from error


def lines_of(file: Handed, notes: Notes, *, of_spreadsheet: bool = False) -> list[str] | None:
    """Give the lines of a text; None, with a fault, when it is no text.

    A mark at its beginning is left aside. What spreadsheets save in another alphabet than UTF-8 is read
    when ``of_spreadsheet``: UTF-16 with its mark, and Windows-1252, which is told.
    """
    raw = _as_utf8(file, notes) if of_spreadsheet else file.raw
    reading = Reading(file.path)
    text = decode(raw, reading, LARGEST_BALLOTS)
    for one in reading.faults:
        if one.severity is Severity.ERROR and not notes.enough:
            notes.fault(one.span, one.message, one.hint)
    if text is None or any(one.severity is Severity.ERROR for one in reading.faults):
        return None
    return _LINE_END.split(text)


def _as_utf8(file: Handed, notes: Notes) -> bytes:
    wide = _WIDE.get(file.raw[:2])
    try:
        if wide is not None:
            return file.raw[2:].decode(wide).encode()
        file.raw.decode("utf-8")
    except UnicodeError:
        try:
            text = file.raw.decode("windows-1252")
        except UnicodeDecodeError:
            return file.raw
        said = message("the file is not in UTF-8: it was read as Windows-1252")
        notes.remark(Span(file.path), said, message("look at the accents of the names below"))
        return text.encode()
    return file.raw
