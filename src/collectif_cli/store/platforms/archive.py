"""The files inside a ZIP, within bounds: nothing is written to the disk, and nothing unpacks without end."""

import io
import zipfile

from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes

MOST_FILES = 500
MOST_UNPACKED = 256_000_000  # bytes in all
MOST_RATIO = 200  # a table of text is packed ten times smaller, a bomb a thousand times


def is_archive(file: Handed) -> bool:
    """Tell whether a file is a ZIP, by its first bytes."""
    return file.raw[:4] == b"PK\x03\x04"


def unpacked(file: Handed, notes: Notes) -> tuple[Handed, ...] | None:
    """Give the files of a ZIP; None, with a fault, when it is damaged or too large once unpacked."""
    hint = message("fetch the archive again")
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as packed:
            members = [one for one in packed.infolist() if not one.is_dir()]
            size = sum(one.file_size for one in members)
            if len(members) > MOST_FILES or size > min(MOST_UNPACKED, MOST_RATIO * len(file.raw)):
                notes.fault(Span(file.path), message("this archive is too large once unpacked"), hint)
                return None
            return tuple(Handed(f"{file.path}:{one.filename}", packed.read(one)) for one in members)
    except Exception as error:  # a damaged archive raises whatever its numbers lead to
        said = message("this archive cannot be read ({reason})", reason=type(error).__name__)
        notes.fault(Span(file.path), said, hint)
        return None
