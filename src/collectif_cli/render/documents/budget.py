"""The costs as a document: totals by theme and by who pays, what has no estimate, what reviewers said."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from collectif_cli.consolidation.budget import Sum, budget_of
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.budget import MEASURES, doubled_lines, heading, missing_lines, opinion_lines, parts
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.money import amount
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.whole import subjects, usual
from collectif_cli.render.language import Language
from collectif_cli.render.prose.writer import Writer

__all__ = ["formats", "sources", "subjects", "usual", "view"]

formats = ("html", "md")
sources = frozenset({"collective", "group", "outline", "proposal", "people"})


class SumView(NamedTuple):
    """A line of a table: what, how much, in how many texts."""

    what: str
    amount: str
    texts: str


class RowsView(NamedTuple):
    """A name, empty for the whole, and its sums."""

    name: str
    sums: tuple[SumView, ...]


class PartView(NamedTuple):
    """A part of the budget."""

    title: str
    rows: tuple[RowsView, ...]


class ListView(NamedTuple):
    """A title, and lines under it."""

    title: str
    lines: tuple[str, ...]


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the templates of the budget show."""
    budget, saying = budget_of(material.programme), Saying(language, writer)
    return {
        "collective": writer.line(budget.collective.name.value),
        "heading": saying.say(heading(budget)),
        "parts": tuple(
            PartView(
                _headline(title, saying),
                tuple(
                    RowsView(writer.line(name), tuple(_sum(one, saying) for one in sums))
                    for name, sums in rows
                ),
            )
            for title, rows in parts(budget, language)
        ),
        "lists": tuple(
            ListView(_headline(title, saying), saying.all(lines))
            for title, lines in (
                (message("without an estimate"), tuple(missing_lines(budget))),
                (message("counted twice?"), tuple(doubled_lines(budget))),
                (message("opinions"), tuple(opinion_lines(budget))),
            )
            if lines
        ),
    }


def _headline(title: Message, saying: Saying) -> str:
    """Give a title of the terminal as a printed one starts."""
    said = saying.say(title)
    return said[:1].upper() + said[1:]


def _sum(one: Sum, saying: Saying) -> SumView:
    return SumView(
        saying.say(MEASURES[one.kind, one.per]),
        saying.say(amount(one.amount, saying.language)),
        saying.say(messages("{n} text", "{n} texts", one.texts)),
    )
