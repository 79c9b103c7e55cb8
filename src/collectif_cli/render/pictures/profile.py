"""The merit profile: a bar an option, cut into its grades, with a line at the middle.

Source: Balinski and Laraki, *Majority Judgment* (2011), where the majority grade is read off the middle.
"""

from collections.abc import Iterator
from fractions import Fraction

from collectif_cli.model.message import Message, message
from collectif_cli.render.pictures.figure import Bar, Cell, Grid, Head, Line, Part, Picture, lines
from collectif_cli.render.pictures.markup import element, line, percent, strip, text
from collectif_cli.render.pictures.shades import Shade, shades
from collectif_cli.render.pictures.shown import Shown
from collectif_cli.voting.workings.gauges import Gauge, Gauges

# In pixels: the line at the middle goes over the bar on both sides.
_HEIGHT = 40
_BAR = 28
_TOP = 6
_NARROW = 320  # pixels: the width of the bars on a small telephone


def profile(working: Gauges, shown: Shown) -> Picture | None:
    """Give the bars of the options that somebody judged, best first; None when there are none."""
    by_id = {one.option: one for one in working.gauges}
    judged = [by_id[id] for group in shown.result.ranking for id in group if by_id[id].judged]
    if not judged:
        return None
    colours = shades(len(working.grades))
    drawn = (
        Line(
            shown.title(one.option),
            shown.marked(one.option, shown.say(_standing(one, working.grades))),
            _bar(one, colours, shown),
            one.option in shown.chosen,
        )
        for one in judged
    )
    reading = (
        message("Each bar is made of the grades of an option, the best on the left."),
        message(
            "Its majority grade is where the middle line passes; between two grades, the one on the right."
        ),
    )
    legend = _legend(working.grades, colours) + element(
        "p", text(shown.say(message("the middle"))), class_="middle"
    )
    bars = tuple(_as_bar(one, colours, working, shown) for one in judged)
    named = zip(reversed(working.grades), colours, strict=True)
    return Picture(
        reading,
        legend + lines(drawn),
        _grid(judged, working, shown),
        bars,
        tuple(Part(Fraction(0), grade, one.fill, one.ink, one is colours[-1]) for grade, one in named),
    )


def _as_bar(gauge: Gauge, colours: tuple[Shade, ...], working: Gauges, shown: Shown) -> Bar:
    """Give the same bar as values."""
    parts = tuple(
        Part(Fraction(number, gauge.judged), shown.value(number), shade.fill, shade.ink, shade is colours[-1])
        for number, shade in zip(reversed(gauge.profile), colours, strict=True)
        if number
    )
    said = shown.marked(gauge.option, shown.say(_standing(gauge, working.grades)))
    return Bar(shown.title(gauge.option), said, gauge.option in shown.chosen, parts, Fraction(1, 2))


def _standing(gauge: Gauge, grades: tuple[str, ...]) -> Message:
    sign = {"+": "+", "-": "−"}[gauge.sign]
    return message("{grade} {sign}", grade=grades[gauge.grade], sign=sign)


def _bar(gauge: Gauge, colours: tuple[Shade, ...], shown: Shown) -> str:
    parts = []
    before = 0
    for number, shade in zip(reversed(gauge.profile), colours, strict=True):
        if number:
            parts.append(_part(before, number, gauge.judged, shade, hatched=shade is colours[-1]))
            parts += _number(before, number, gauge.judged, shade, shown)
        before += number
    return strip(_HEIGHT, *parts, line("50%", 0, _HEIGHT, "halo", "mark"))


def _part(before: int, number: int, judged: int, shade: Shade, *, hatched: bool) -> str:
    """Give the part of a bar that a grade takes; the worst is hatched, to be known without colours."""
    place = {"x": percent(before, judged), "width": percent(number, judged)}
    over = ("url(#worst)",) if hatched else ()
    return "".join(
        element("rect", **place, y=_TOP, height=_BAR, fill=fill, class_="part")
        for fill in (shade.fill, *over)
    )


def _number(before: int, number: int, judged: int, shade: Shade, shown: Shown) -> Iterator[str]:
    """Yield how many gave a grade, where there is room for it on a small telephone.

    Where the middle line cuts the part in two, the number stands in the larger piece.
    """
    said = shown.value(number)
    start, end = Fraction(before, judged), Fraction(before + number, judged)
    half = Fraction(1, 2)
    if start < half < end:
        start, end = (start, half) if half - start >= end - half else (half, end)
    if (end - start) * _NARROW >= 8 * len(said) + 6:
        colours = {"fill": shade.ink, "stroke": shade.fill}
        yield element(
            "text", text(said), x=percent((start + end) / 2), y=_TOP + 19, **colours, class_="inside"
        )


def _legend(grades: tuple[str, ...], colours: tuple[Shade, ...]) -> str:
    """Give the grades with their colours, the best first."""
    items = []
    for grade, shade in zip(reversed(grades), colours, strict=True):
        swatch = _part(0, 1, 1, shade, hatched=shade is colours[-1])
        box = element("svg", swatch, viewBox=f"0 {_TOP} {_BAR} {_BAR}", width=14, height=14)
        items.append(element("li", box, text(grade)))
    return element("ul", *items, class_="legend")


def _grid(judged: list[Gauge], working: Gauges, shown: Shown) -> Grid:
    heads = (
        Head(shown.say(message("option"))),
        *map(Head, reversed(working.grades)),
        Head(shown.say(message("majority grade"))),
    )
    rows = [
        (
            Cell(shown.title(one.option)),
            *(Cell(shown.value(number)) for number in reversed(one.profile)),
            Cell(shown.say(_standing(one, working.grades)), "word"),
        )
        for one in judged
    ]
    return Grid(message("How many gave each grade"), heads, rows)
