"""The booklet of a plenary: all the texts before it, with a number before each line, and the words explained.

Lines are those of the paper, so it is a PDF alone: on a screen they would fall elsewhere.
"""

from collections.abc import Mapping
from typing import Any

from collectif_cli.consolidation.agenda import agenda_of
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.plenary_words import met, named
from collectif_cli.render.documents.programme_view import TermView
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.text_views import TextViews, inside
from collectif_cli.render.language import Language
from collectif_cli.render.prose.writer import Writer

formats = ("pdf",)
sources = frozenset(
    {"collective", "group", "outline", "glossary", "proposal", "contribution", "meeting", "plenary"}
    | {"vote", "ballots", "counts", "people"}
)
TOP = 2


def subjects(programme: Programme) -> tuple[str, ...]:
    """Give the plenaries."""
    return tuple(programme.plenaries)


def usual(material: Material) -> tuple[str, ...]:
    """Give the next plenary, or else the last one."""
    days = {id: one.date.value for id, one in material.programme.plenaries.items()}
    coming = [id for id, day in days.items() if day >= material.today]
    if coming:
        return (min(coming, key=days.__getitem__),)
    return (max(days, key=days.__getitem__),) if days else ()


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the template of the booklet shows."""
    programme = material.programme
    agenda = agenda_of(programme.plenaries[material.of], programme, material.faults)
    saying = Saying(language, writer)
    texts = TextViews(programme.collective, inside(agenda.texts), saying)
    return {
        "collective": writer.line(programme.collective.name.value),
        "title": saying.say(named(agenda.plenary)),
        "met": saying.say(met(agenda.plenary)),
        "agenda": tuple(writer.line(item.title.value) for item in agenda.plenary.agenda),
        "texts": tuple(texts.view(text, TOP) for text in agenda.texts),
        "terms": tuple(
            TermView(writer.line(term.word.value), writer.line(term.explanation.value))
            for term in agenda.terms
        ),
    }
