"""Makes a document in a format: its view written for that format, in its template."""

from collections.abc import Mapping

from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.all_documents import DOCUMENTS, WRITTEN
from collectif_cli.render.documents.colophon import colophon
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.templates import Templates
from collectif_cli.render.language import Language
from collectif_cli.render.prose.html import HtmlWriter
from collectif_cli.render.prose.markdown import MarkdownWriter
from collectif_cli.render.prose.pictures import pictured
from collectif_cli.render.prose.writer import Writer


def pictures_of(programme: Programme, format: str) -> tuple[str, ...]:
    """Give the paths of the pictures that a format carries inside."""
    return pictured(programme) if format == "html" else ()


def make(
    name: str,
    format: str,
    material: Material,
    templates: Templates,
    language: Language,
    pictures: Mapping[str, str],
) -> str:
    """Give a document as text; ``pictures`` holds the address of each picture by its path.

    Raises Refused when a template cannot be used.
    """
    by_itself = WRITTEN.get(name, {}).get(format)
    if by_itself:
        return by_itself(material, language)
    writer = _writer(format, language, pictures)
    view = {
        **DOCUMENTS[name].view(material, writer, language),
        "language": language.code,
        "colophon": Saying(language, writer).all(colophon(material.edition)),
    }
    return templates.fill(f"{name}.{format}.jinja", view)


def _writer(format: str, language: Language, pictures: Mapping[str, str]) -> Writer:
    return HtmlWriter(language, pictures) if format == "html" else MarkdownWriter(language)
