"""The files of ``collectif vote import``: what they say, or why they say nothing, told to the person."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.imported import Imported
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.noun import replace
from collectif_cli.render.sheet import findings_text
from collectif_cli.store.importers.all_importers import IMPORTERS, importer_called, importer_of
from collectif_cli.store.importers.handed import open_files
from collectif_cli.store.importers.importer import Notes

MOST_TOLD = 20


class ImportWish(NamedTuple):
    """What was asked: the files, the vote, the format, what options and columns are called in them."""

    files: tuple[Path, ...]
    vote: str
    format: str | None = None
    options: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def read_files(context: Context, wanted: ImportWish) -> tuple[Imported, Message] | None:
    """Give what the files say, and what their format is called; None once the faults are told."""
    notes = Notes()
    files = open_files(context.start, wanted.files)
    if wanted.format is not None:
        importer = importer_called(expected(wanted.format, IMPORTERS))
    else:
        found = importer_of(files, notes)
        if found is None:
            refuse(context, notes.faults)
            return None
        importer = found
    imported = importer.read(files, notes) if files else None
    if imported is None or notes.faults:
        refuse(context, notes.faults)
        return None
    return replace(imported, remarks=(*imported.remarks, *notes.remarks)), importer.title


def refuse(context: Context, faults: Sequence[Finding]) -> None:
    """Say what is wrong with the files."""
    context.err.write(findings_text(faults[:MOST_TOLD], context.language, context.error_screen))
    if len(faults) > MOST_TOLD:
        more = messages("and {n} more", "and {n} more", len(faults) - MOST_TOLD)
        context.remark(more)
    context.remark(message("nothing was written"))


def tell_what_was_read(context: Context, imported: Imported, title: Message, wanted: ImportWish) -> None:
    """Say which files of which format were read, and what they hold; names of strangers are shown safely."""
    context.tell(_what_was_read(imported, title, wanted))


def _what_was_read(imported: Imported, title: Message, wanted: ImportWish) -> Message:
    names = tuple(str(one) for one in wanted.files)
    columns = tuple(message("“{name}”", name=column.value) for column in imported.columns)
    if imported.form == "counts":
        return messages(
            "read: {files}, {format}: the counts of {n} question",
            "read: {files}, {format}: the counts of {n} questions",
            len(imported.tallies),
            files=names,
            format=title,
        )
    return messages(
        "read: {files}, {format}: {n} ballot, on {columns}",
        "read: {files}, {format}: {n} ballots, on {columns}",
        imported.size,
        files=names,
        format=title,
        columns=columns,
    )


def tell_remarks(context: Context, remarks: Sequence[Finding]) -> None:
    """Say what was left aside, with its lines."""
    context.print(findings_text(remarks[:MOST_TOLD], context.language, context.screen))
    if len(remarks) > MOST_TOLD:
        context.tell(messages("and {n} more", "and {n} more", len(remarks) - MOST_TOLD))
