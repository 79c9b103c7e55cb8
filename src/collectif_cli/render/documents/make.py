"""Makes a document in a format: its view written for that format, in its template."""

from collections.abc import Mapping

from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.all_documents import DOCUMENTS, WRITTEN
from collectif_cli.render.documents.colophon import colophon
from collectif_cli.render.documents.document import Made, Material
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.templates import Templates, Texts
from collectif_cli.render.language import Language
from collectif_cli.render.prose.html import HtmlWriter
from collectif_cli.render.prose.markdown import MarkdownWriter
from collectif_cli.render.prose.pictures import addresses, pictured
from collectif_cli.render.prose.writer import Writer

_CARRY = ("html", "pdf")


def pictures_of(programme: Programme, format: str) -> tuple[str, ...]:
    """Give the paths of the pictures that a format carries inside."""
    return pictured(programme) if format in _CARRY else ()


def make(
    name: str,
    format: str,
    material: Material,
    templates: Texts,
    language: Language,
    pictures: Mapping[str, bytes],
) -> Made:
    """Give a document; ``pictures`` holds each picture by its path.

    Raises Refused when a template cannot be used.
    """
    by_itself = WRITTEN.get(name, {}).get(format)
    if by_itself:
        return Made(by_itself(material, language).encode())
    if format == "pdf":
        return _printed(name, material, templates, language, pictures)
    writer = _writer(format, language, pictures)
    view = {
        **DOCUMENTS[name].view(material, writer, language),
        "language": language.code,
        "colophon": Saying(language, writer).all(colophon(material.edition)),
    }
    return Made(Templates(templates, language).fill(f"{name}.{format}.jinja", view).encode())


def _writer(format: str, language: Language, pictures: Mapping[str, bytes]) -> Writer:
    return HtmlWriter(language, addresses(pictures)) if format == "html" else MarkdownWriter(language)


def _printed(
    name: str, material: Material, templates: Texts, language: Language, pictures: Mapping[str, bytes]
) -> Made:
    """Give a document as PDF; only then is the press brought in."""
    from collectif_cli.render.print.press import Press, can_show
    from collectif_cli.render.print.words import words
    from collectif_cli.render.print.writer import PrintWriter

    carried = {path: raw for path, raw in pictures.items() if can_show(raw)}
    writer = PrintWriter(language, {path: path for path in carried})
    day = material.edition.day
    view = {
        **DOCUMENTS[name].view(material, writer, language),
        "language": language.code,
        "colophon": Saying(language, writer).all(colophon(material.edition)),
        "code": material.edition.code,
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "words": words(language),
        "pictures": carried,
    }
    return Press(templates).set(f"{name}.typ", view, day)
