"""A picture with its table: who sees looks at both, who listens hears the table alone."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.message import Message
from collectif_cli.render.language import Language
from collectif_cli.render.pictures.markup import element, text


class Line(NamedTuple):
    """An option as it is drawn: its title, what came of it in a few words, the bars as markup."""

    title: str
    said: str
    drawn: str
    leads: bool = False


class Cell(NamedTuple):
    """A cell of the table; ``name`` is the class of its look."""

    said: str
    name: str = ""


class Head(NamedTuple):
    """The head of a column; ``heard`` is what is read aloud instead of a number that only the eye needs."""

    said: str
    heard: str = ""


class Part(NamedTuple):
    """A part of a bar: its share of the room, what stands in it, its colours, whether it is hatched."""

    share: Fraction
    said: str = ""
    fill: str = ""
    ink: str = ""
    hatched: bool = False


class Bar(NamedTuple):
    """An option as a bar, whatever draws it: its parts from the left, and a line at a share of the room."""

    title: str
    said: str
    leads: bool
    parts: tuple[Part, ...]
    line: Fraction | None = None


class Grid(NamedTuple):
    """A table: what it is about, the head of each column, and rows that start with what they are about."""

    about: Message
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]


class Picture(NamedTuple):
    """How to read it, what is drawn, as markup (nothing where the table is the picture), and the table.

    ``bars`` are what is drawn as values, for paper; none where bars alone would not say it. ``legend``
    names their parts.
    """

    reading: Sequence[Message]
    drawn: str
    grid: Grid
    bars: tuple[Bar, ...] = ()
    legend: tuple[Part, ...] = ()


def figure(outcome: Message, picture: Picture, language: Language) -> str:
    """Give the picture under what came of the question."""
    reading = " ".join(language.say(one) for one in picture.reading)
    caption = element("strong", text(language.say(outcome))) + element("span", text(reading))
    drawn = element("div", picture.drawn, class_="drawn", aria_hidden="true") if picture.drawn else ""
    return element(
        "figure", element("figcaption", caption), drawn, _table(picture.grid, language), class_="picture"
    )


def lines(of: Iterable[Line]) -> str:
    """Give the options one under the other, each with its bars."""
    return "".join(
        element(
            "div",
            element("p", text(line.title), class_="option"),
            element("p", text(line.said), class_="said"),
            line.drawn,
            class_="line leads" if line.leads else "line",
        )
        for line in of
    )


def _table(grid: Grid, language: Language) -> str:
    about = text(language.say(grid.about))
    rows = "".join(element("tr", *map(_cell, row, (True, *(False,) * (len(row) - 1)))) for row in grid.rows)
    table = element(
        "table",
        element("caption", about),
        element("thead", element("tr", *map(_head, grid.heads))),
        element("tbody", rows),
    )
    # What scrolls must be reached by the keyboard too.
    return element(
        "div", table, class_="wide", tabindex=0, role="region", aria_label=language.say(grid.about)
    )


def _head(head: Head) -> str:
    if not head.said:
        return element("td")
    if not head.heard:
        return element("th", text(head.said), scope="col")
    seen = element("span", text(head.said), aria_hidden="true")
    return element("th", seen, element("span", text(head.heard), class_="heard"), scope="col")


def _cell(cell: Cell, first: bool) -> str:
    named = {"class_": cell.name} if cell.name else {}
    if first:
        return element("th", text(cell.said), scope="row", **named)
    return element("td", text(cell.said), **named)
