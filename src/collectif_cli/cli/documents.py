"""Reads what documents are made of, and makes them one after the other."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from collectif_cli.cli.context import Context
from collectif_cli.cli.edition import edition_of
from collectif_cli.cli.named import expected
from collectif_cli.cli.vote_count import box_root, count
from collectif_cli.consolidation.sources import source_code
from collectif_cli.errors import UsageError
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.all_documents import DOCUMENTS
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.make import make, pictures_of
from collectif_cli.render.prose.pictures import light
from collectif_cli.store.templates import read_templates
from collectif_cli.voting.tally import Tally


def make_documents(
    context: Context,
    at: str | None,
    wanted: Sequence[tuple[str, str]],
    of: str | None = None,
    marked: date | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each document in each format asked for; ``marked`` is a day to mark.

    ``of`` is what it is to be about; where nobody says it, the document knows. Raises Refused, before
    anything is yielded of that document, when a template cannot be used or there is nothing to show.
    """
    programme, faults = context.programme(at)
    _tell_unread(context, programme, faults)
    language = context.language_of(programme.collective.language.value)
    found = read_templates(context.root)
    templates = {one.name: (one.path, one.text) for one in found}
    own = [one.path for one in found if one.own]
    edition = edition_of(context, at, [*(one.path for one in programme.documents), *own])
    whole = Material(programme, faults, edition, context.day(at), cache(_tallies(context, at)), marked=marked)
    for name, format in wanted:
        code = source_code(programme.documents, DOCUMENTS[name].sources)
        pictures = light(context.tree(at).read(pictures_of(programme, format)))
        for subject in _subjects(name, whole, of):
            material = whole._replace(edition=edition._replace(code=code), of=subject)
            file = f"{name}-{subject}.{format}" if subject else f"{name}.{format}"
            made = make(name, format, material, templates, language, pictures)
            _tell_lacking(context, file, made.lacking)
            yield file, made.raw


def _tallies(context: Context, at: str | None) -> Callable[[str], Tally | None]:
    programme, faults = context.programme(at)
    return lambda id: count(programme.votes[id], programme, faults, box_root(context, at)).shown


def _subjects(name: str, whole: Material, of: str | None) -> tuple[str, ...]:
    """Give what a document is to be about; raise UsageError when it cannot be about what was named."""
    if of is None:
        return DOCUMENTS[name].usual(whole)
    known = DOCUMENTS[name].subjects(whole.programme)
    if known == ("",):
        raise UsageError(message("“{name}” is about the whole: it takes no “--of”", name=name))
    return (expected(of, known),)


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
