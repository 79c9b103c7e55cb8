"""The rounds as bars: each option with its votes at the end of each round, until it leaves."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.message import Message, message
from collectif_cli.render.pictures.figure import Cell, Grid, Head, Line, Picture, lines
from collectif_cli.render.pictures.markup import element, line, percent, strip, text
from collectif_cli.render.pictures.shown import Shown
from collectif_cli.voting.by_rounds.steps import in_ballots
from collectif_cli.voting.by_rounds.worked import Rounds

# In pixels: from a bar to the next one, how thick it is, where the foot of its number stands.
_PITCH = 18
_BAR = 12
_FOOT = 13
# The longest bar leaves the rest of the width to the number that follows it.
_LONGEST = 78


class _Span(NamedTuple):
    """Rounds that follow one another, from 1, in which an option has the same votes; what it then takes."""

    first: int
    last: int
    votes: int
    needed: int


class _Course(NamedTuple):
    """What became of an option: its spans, the round where it reached the number or left, 0 for neither."""

    option: str
    spans: tuple[_Span, ...]
    reached: int
    left: int


def rounds(working: Rounds, shown: Shown) -> Picture | None:
    """Give the votes of each option round after round; None when there was no round."""
    if not working.stages:
        return None
    courses = sorted((_course(working, option) for option in working.options), key=_place)
    most = max(max((*stage.votes, stage.needed)) for stage in working.stages)
    drawn = (
        Line(
            shown.title(one.option),
            _fate(working, one, shown),
            _bars(one, most, working.unit, shown),
            bool(one.reached) or one.option in working.last,
        )
        for one in courses
    )
    quota = in_ballots(working.stages[0].needed, working.unit)
    reading = (
        message("Each bar is a round, with the votes of the option at its end."),
        message("The dashed line is what it takes: more than half of the ballots that still count.")
        if working.unit == 1
        else message("The dashed line is what it takes: the quota, {quota}.", quota=quota),
    )
    return Picture(reading, lines(drawn), _grid(working, courses, shown))


def _course(working: Rounds, option: str) -> _Course:
    place = working.options.index(option)
    reached = left = 0
    spans: list[_Span] = []
    for number, stage in enumerate(working.stages, start=1):
        if option in stage.elected:
            reached = number
        if stage.act == "exclusion" and option in stage.options:
            left = number
            break
        votes = stage.votes[place]
        first = spans.pop().first if spans and spans[-1].votes == votes else number
        spans.append(_Span(first, number, votes, stage.needed))
    return _Course(option, tuple(spans), reached, left)


def _place(course: _Course) -> tuple[bool, int, bool, int, int]:
    """Give where an option stands: those who reached the number, those who stayed, the last to leave."""
    votes = course.spans[-1].votes
    return not course.reached, course.reached, bool(course.left), -course.left, -votes


def _fate(working: Rounds, course: _Course, shown: Shown) -> str:
    if course.reached:
        return shown.say(message("✓ enough in round {number}", number=course.reached))
    if course.left:
        return shown.say(message("✗ leaves in round {number}", number=course.left))
    if course.option in working.last:
        return shown.say(message("✓ fills a seat that is left"))
    return shown.marked(course.option, shown.say(message("still in the running at the end")))


def _bars(course: _Course, most: int, unit: int, shown: Shown) -> str:
    """Give the numbers of the rounds, and beside them the bars."""
    numbers: list[str] = []
    bars: list[str] = []
    for at, span in enumerate(course.spans):
        top = at * _PITCH
        said = str(span.first) if span.first == span.last else f"{span.first}–{span.last}"
        numbers.append(element("text", text(said), x="100%", y=top + _FOOT, text_anchor="end"))
        bars += _bar(span, top, most, text(shown.value(in_ballots(span.votes, unit))))
    height = len(course.spans) * _PITCH
    return element("div", strip(height, *numbers, name="numbers"), strip(height, *bars), class_="rounds")


def _bar(span: _Span, top: int, most: int, said: str) -> Iterator[str]:
    width = percent(span.votes * _LONGEST, most * 100)
    needed = percent(span.needed * _LONGEST, most * 100)
    reached = span.votes >= span.needed
    yield element(
        "rect", x="0", y=top + 3, width=width, height=_BAR, class_="bar enough" if reached else "bar"
    )
    yield line(needed, top, top + _PITCH, "halo", "asked")
    # The halo of the letters keeps the dashed line off them.
    yield element("text", said, x=width, dx=6, y=top + _FOOT, class_="number")


def _grid(working: Rounds, courses: list[_Course], shown: Shown) -> Grid:
    heads = [Head(shown.say(message("option")))]
    heads += [
        Head(shown.say(message("round {number}", number=number)))
        for number in range(1, len(working.stages) + 1)
    ]
    rows = [_row(working, course, shown) for course in courses]
    for said, numbers in _others(working):
        cells = (Cell(shown.value(in_ballots(number, working.unit))) for number in numbers)
        rows.append((Cell(shown.say(said), "other"), *cells))
    return Grid(message("The votes at the end of each round"), heads, rows)


def _row(working: Rounds, course: _Course, shown: Shown) -> tuple[Cell, ...]:
    place = working.options.index(course.option)
    cells = [Cell(shown.title(course.option))]
    for number, stage in enumerate(working.stages, start=1):
        if course.left and number >= course.left:
            cells.append(Cell("✗" if number == course.left else "", "gone"))
            continue
        said = shown.value(in_ballots(stage.votes[place], working.unit))
        cells.append(Cell(f"{said} ✓", "enough") if number == course.reached else Cell(said))
    return tuple(cells)


def _others(working: Rounds) -> Iterator[tuple[Message, tuple[int, ...]]]:
    """Yield what is not the votes of an option: for nobody, lost with the decimals, what it takes."""
    left = tuple(stage.left for stage in working.stages)
    cut = tuple(stage.cut for stage in working.stages)
    if any(left):
        yield message("for nobody any more"), left
    if any(cut):
        yield message("lost with the decimals"), cut
    yield message("what it takes"), tuple(stage.needed for stage in working.stages)
