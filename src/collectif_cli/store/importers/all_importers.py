"""The index of the formats of votes that are read; the module of one is imported when it is asked for."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Importer, Notes

# Slug -> module of this folder; the first that knows the files reads them, so the vaguest come last.
IMPORTERS = {
    "cvotes": "cvotes",
    "preflib": "preflib",
    "blt": "blt",
    "debian": "debian",
    "elekto": "elekto",
    "helios": "helios",
    "belenios": "belenios",
    "xlsx": "workbook",
    "csv": "spreadsheet",
}


def importer_called(slug: str) -> Importer:
    """Give the format of that slug, one of ``IMPORTERS``."""
    return cast("Importer", import_module(f"collectif_cli.store.importers.{IMPORTERS[slug]}"))


def importer_of(files: Sequence[Handed], notes: Notes) -> Importer | None:
    """Give the first format that knows the files; None, with a fault, when none does."""
    found = next((one for one in map(importer_called, IMPORTERS) if one.knows(files)), None)
    if found is None:
        path = files[0].path if files else ""
        said = (
            message("nothing here reads these files")
            if len(files) != 1
            else message("nothing here reads this file")
        )
        hint = message("the formats are: {formats}; “--format” names one", formats=tuple(IMPORTERS))
        notes.fault(Span(path), said, hint)
    return found


if TYPE_CHECKING:  # each module has the names of the Protocol
    from collectif_cli.store.importers import (
        belenios,
        blt,
        cvotes,
        debian,
        elekto,
        helios,
        preflib,
        spreadsheet,
        workbook,
    )

    _PROVED: tuple[Importer, ...] = (
        belenios, blt, cvotes, debian, elekto, helios, preflib, spreadsheet, workbook,
    )  # fmt: skip
