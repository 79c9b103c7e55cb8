"""Reads what documents are made of, and makes them one after the other."""

from collections.abc import Iterator, Sequence
from datetime import date

from collectif_cli.cli.context import Context
from collectif_cli.cli.edition import edition_of
from collectif_cli.consolidation.sources import source_code
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.all_documents import DOCUMENTS
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.make import make, pictures_of
from collectif_cli.render.documents.templates import Templates
from collectif_cli.render.prose.pictures import addresses
from collectif_cli.store.templates import read_templates


def make_documents(
    context: Context, at: str | None, wanted: Sequence[tuple[str, str]], marked: date | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each document in each format asked for; ``marked`` is a day to mark.

    Raises Refused, before anything is yielded of that document, when a template cannot be used.
    """
    programme, faults = context.programme(at)
    _tell_unread(context, programme, faults)
    language = context.language_of(programme.collective.language.value)
    found = read_templates(context.root)
    templates = Templates({one.name: (one.path, one.text) for one in found}, language)
    own = [one.path for one in found if one.own]
    edition = edition_of(context, at, [*(one.path for one in programme.documents), *own])
    for name, format in wanted:
        code = source_code(programme.documents, DOCUMENTS[name].sources)
        material = Material(programme, faults, edition._replace(code=code), marked)
        pictures = addresses(context.tree(at).read(pictures_of(programme, format)))
        yield f"{name}.{format}", make(name, format, material, templates, language, pictures)


def _tell_unread(context: Context, programme: Programme, faults: Sequence[Diagnostic]) -> None:
    """Say which texts could not be read, for a document does not show what it lacks."""
    faulty = {one.span.path for one in faults}
    unread = tuple(one.path for one in programme.documents if one.value is None and one.path in faulty)
    if unread:
        context.remark(
            messages(
                "{n} text could not be read, and is not in what is built: {paths}",
                "{n} texts could not be read, and are not in what is built: {paths}",
                len(unread),
                paths=unread,
            )
        )
        context.remark(message("  “collectif check” says why"))
