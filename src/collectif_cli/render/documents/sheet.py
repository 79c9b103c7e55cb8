"""The counting sheet of a vote, with its table and its picture, for those who count again by hand."""

from collections.abc import Mapping
from typing import Any

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.sheet_view import sheet_view
from collectif_cli.render.language import Language
from collectif_cli.render.prose.writer import Writer

# Markdown and HTML are given by “collectif vote sheet”.
formats = ("pdf",)
sources = frozenset({"collective", "vote", "ballots", "counts", "plenary", "people"})


def subjects(programme: Programme) -> tuple[str, ...]:
    """Give the votes."""
    return tuple(programme.votes)


def usual(material: Material) -> tuple[str, ...]:
    """Give the votes that can be counted."""
    return tuple(id for id in material.programme.votes if material.tally_of(id) is not None)


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the template of sheets shows."""
    programme, id = material.programme, material.of
    vote, tally = programme.votes[id], material.tally_of(id)
    if tally is None:
        raise Refused(
            message("“{vote}” cannot be counted", vote=id),
            message("“collectif vote show {vote}” says why", vote=id),
        )
    plenary = programme.plenaries.get(vote.plenary.value) if vote.plenary else None
    return {
        "collective": writer.line(programme.collective.name.value),
        "sheet": sheet_view(vote, tally, plenary, Saying(language, writer)),
    }
