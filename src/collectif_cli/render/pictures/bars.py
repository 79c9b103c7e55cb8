"""Totals as bars: votes, dots or means, with what the rule asks where it asks something."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.pictures.figure import Bar, Cell, Grid, Head, Line, Part, Picture, lines
from collectif_cli.render.pictures.markup import element, line, percent, strip
from collectif_cli.render.pictures.shown import Shown
from collectif_cli.voting.workings import places as by_rank
from collectif_cli.voting.workings.points import Points, Row, decimals

_HEIGHT = 22  # pixels
_BAR = 16


class _Bar(NamedTuple):
    """An option, how long its bar is, and what it stands for."""

    option: str
    length: Fraction
    said: Message
    cells: tuple[Cell, ...]


def votes(shown: Shown) -> Picture | None:
    """Give the votes of each option, for and against in that order, others with the most first."""
    totals = shown.result.totals
    if not any(one.votes for one in totals):
        return None
    if [one.option for one in totals] != ["for", "against"]:
        totals = tuple(sorted(totals, key=lambda one: -one.votes))
    found = [
        _Bar(
            one.option,
            Fraction(one.votes),
            messages("{n} vote", "{n} votes", one.votes),
            (Cell(shown.value(one.votes)),),
        )
        for one in totals
    ]
    test = shown.result.decision.threshold
    asked = test.needed if test is not None else 0
    whole = max(asked, *(one.votes for one in totals))
    reading = [message("Each bar is as long as the option has votes.")]
    if asked:
        reading.append(
            messages(
                "The dashed line: {n} vote, what the rule asks.",
                "The dashed line: {n} votes, what the rule asks.",
                asked,
            )
        )
    heads = (message("option"), message("votes"))
    return Picture(
        reading,
        _drawn(found, whole, shown, asked),
        _grid(message("The votes of each option"), heads, found, shown),
        _as_bars(found, whole, shown, asked),
    )


def points(working: Points, shown: Shown) -> Picture | None:
    """Give the dots of each option, or its mean out of the most that it can be, the best first."""
    order = [option for level in shown.result.ranking for option in level]
    rows = sorted(working.rows, key=lambda row: order.index(row.option))
    found = [_of_row(row, working, shown) for row in rows]
    most = shown.rule.points.value if working.mean and shown.rule.points is not None else 0
    whole = max(Fraction(most), *(one.length for one in found))
    if not any(one.length for one in found):
        return None
    if working.mean:
        reading = message("Each bar is as long as the mean of the option, out of {most}.", most=most)
        heads: tuple[Message, ...] = (
            message("option"),
            message("points"),
            message("ballots"),
            message("mean"),
        )
        about = message("The mean of each option")
    else:
        reading = message("Each bar is as long as the option has dots.")
        heads = (message("option"), message("dots"))
        about = message("The dots of each option")
    return Picture(
        (reading,),
        _drawn(found, whole, shown),
        _grid(about, heads, found, shown),
        _as_bars(found, whole, shown),
    )


def places(working: by_rank.Places, shown: Shown) -> Picture | None:
    """Give the points by rank of each option, the best first."""
    order = [option for level in shown.result.ranking for option in level]
    rows = sorted(working.rows, key=lambda row: order.index(row.option))
    if not any(row.points for row in rows):
        return None
    found = [
        _Bar(row.option, row.points, _points(row.points), (Cell(by_rank.shown(row.points)),)) for row in rows
    ]
    heads = (message("option"), message("points"))
    most = max(one.length for one in found)
    return Picture(
        (message("Each bar is as long as the option has points."),),
        _drawn(found, most, shown),
        _grid(message("The points of each option"), heads, found, shown),
        _as_bars(found, most, shown),
    )


def _points(points: Fraction) -> Message:
    """Give whole points, or points and a half."""
    return messages("{number} point", "{number} points", ceil(points), number=by_rank.shown(points))


def _of_row(row: Row, working: Points, shown: Shown) -> _Bar:
    number = Cell(shown.value(row.points))
    if not working.mean:
        return _Bar(row.option, Fraction(row.points), messages("{n} dot", "{n} dots", row.points), (number,))
    judged = Cell(shown.value(row.judged))
    if not row.judged:
        return _Bar(row.option, Fraction(0), message("nobody judged it"), (number, judged, Cell("–")))
    mean = Fraction(row.points, row.judged)
    return _Bar(row.option, mean, decimals(mean), (number, judged, Cell(shown.say(decimals(mean)))))


def _drawn(bars: Iterable[_Bar], whole: Fraction | int, shown: Shown, asked: int = 0) -> str:
    needed = percent(Fraction(asked) / whole) if asked else ""
    return lines(
        Line(
            shown.title(bar.option),
            shown.marked(bar.option, shown.say(bar.said)),
            _strip(percent(bar.length / whole), needed),
            bar.option in shown.chosen,
        )
        for bar in bars
    )


def _as_bars(bars: Iterable[_Bar], whole: Fraction | int, shown: Shown, asked: int = 0) -> tuple[Bar, ...]:
    """Give the same bars as values."""
    return tuple(
        Bar(
            shown.title(bar.option),
            shown.marked(bar.option, shown.say(bar.said)),
            bar.option in shown.chosen,
            (Part(bar.length / whole),),
            Fraction(asked) / whole if asked else None,
        )
        for bar in bars
    )


def _strip(width: str, asked: str) -> str:
    top = (_HEIGHT - _BAR) // 2
    parts = [
        element("rect", x="0", y=top, width="100%", height=_BAR, class_="room"),
        element("rect", x="0", y=top, width=width, height=_BAR, class_="bar"),
    ]
    if asked:
        parts.append(line(asked, 0, _HEIGHT, "halo", "asked"))
    return strip(_HEIGHT, *parts)


def _grid(about: Message, heads: Iterable[Message], bars: Iterable[_Bar], shown: Shown) -> Grid:
    rows = [(Cell(shown.title(bar.option)), *bar.cells) for bar in bars]
    return Grid(about, [Head(shown.say(one)) for one in heads], rows)
