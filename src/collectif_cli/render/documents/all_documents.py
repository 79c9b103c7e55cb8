"""The index of the documents: to add one, write its module and its templates, and add a line here."""

from collections.abc import Callable, Mapping

from collectif_cli.render.documents import ballot, booklet, budget, calendar, minutes, programme, sheet
from collectif_cli.render.documents.document import Document, Material
from collectif_cli.render.language import Language

DOCUMENTS: dict[str, Document] = {
    "programme": programme,
    "booklet": booklet,
    "ballot": ballot,
    "sheet": sheet,
    "minutes": minutes,
    "budget": budget,
    "calendar": calendar,
}
# The formats of a document that no template fills, each with what writes it.
WRITTEN: dict[str, Mapping[str, Callable[[Material, Language], str]]] = {"calendar": calendar.written}
