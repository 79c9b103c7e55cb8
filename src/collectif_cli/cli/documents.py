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
from collectif_cli.render.prose.pictures import light
from collectif_cli.store.templates import read_templates


def make_documents(
    context: Context, at: str | None, wanted: Sequence[tuple[str, str]], marked: date | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each document in each format asked for; ``marked`` is a day to mark.

    Raises Refused, before anything is yielded of that document, when a template cannot be used.
    """
    programme, faults = context.programme(at)
    _tell_unread(context, programme, faults)
    language = context.language_of(programme.collective.language.value)
    found = read_templates(context.root)
    templates = {one.name: (one.path, one.text) for one in found}
    own = [one.path for one in found if one.own]
    edition = edition_of(context, at, [*(one.path for one in programme.documents), *own])
    for name, format in wanted:
        code = source_code(programme.documents, DOCUMENTS[name].sources)
        material = Material(programme, faults, edition._replace(code=code), marked)
        pictures = light(context.tree(at).read(pictures_of(programme, format)))
        made = make(name, format, material, templates, language, pictures)
        _tell_lacking(context, f"{name}.{format}", made.lacking)
        yield f"{name}.{format}", made.raw


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


def _tell_lacking(context: Context, name: str, lacking: Sequence[str]) -> None:
    """Say which characters a box stands for, because no font that is carried has them."""
    if lacking:
        context.remark(
            messages(
                "{name}: {n} character that the fonts do not have is printed as an empty box: {characters}",
                "{name}: {n} characters that the fonts do not have are printed as empty boxes: {characters}",
                len(lacking),
                name=name,
                characters=" ".join(lacking),
            )
        )
