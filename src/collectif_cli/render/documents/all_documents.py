"""The index of the documents: to add one, write its module and its templates, and add a line here."""

from collectif_cli.render.documents import budget, programme
from collectif_cli.render.documents.document import Document

DOCUMENTS: dict[str, Document] = {
    "programme": programme,
    "budget": budget,
}
