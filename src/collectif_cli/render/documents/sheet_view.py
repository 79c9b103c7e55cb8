"""What templates show of a count: what came of each question, its picture as values, its table, its steps."""

from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.message import message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.vote import Question, Vote
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.pictures.all_pictures import drawn
from collectif_cli.render.pictures.figure import Bar, Part, Picture
from collectif_cli.render.sheet import subtitle
from collectif_cli.render.sheet_pages import check_with
from collectif_cli.voting.explain import explain, titles_of
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.step import Step
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.words import outcome

_FULL = 10_000  # a share is given in ten-thousandths: a whole number is the same everywhere


class PartView(NamedTuple):
    """A part of a bar; ``fill`` and ``ink`` are empty where the bar has one colour."""

    share: int
    said: str
    fill: str
    ink: str
    hatched: bool


class BarView(NamedTuple):
    """An option as a bar; ``line`` is None where there is none to draw."""

    title: str
    said: str
    leads: bool
    parts: tuple[PartView, ...]
    line: int | None


class GridView(NamedTuple):
    """A table; a row starts with what it is about."""

    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class StepView(NamedTuple):
    """A step of the count, and the lines under it."""

    said: str
    details: tuple[str, ...]


class QuestionView(NamedTuple):
    """A question: its title where it is not that of the vote, what came of it, how it was counted."""

    title: str
    outcome: str
    reading: str
    legend: tuple[PartView, ...]
    bars: tuple[BarView, ...]
    grid: GridView | None
    steps: tuple[StepView, ...]


class SheetView(NamedTuple):
    """A counting sheet: what was voted on, where and when, each question, how to count again."""

    title: str
    under: str
    questions: tuple[QuestionView, ...]
    check: str


def sheet_view(vote: Vote, tally: Tally, plenary: Plenary | None, saying: Saying) -> SheetView:
    """Give the view of a count."""
    several = len(tally.questions) > 1
    return SheetView(
        title=saying.writer.line(vote.title.value),
        under=saying.writer.line(subtitle(vote, tally, plenary, saying.language)),
        questions=tuple(
            _question(tally, asked, result, saying, several or asked.title.value != vote.title.value)
            for asked, result in zip(tally.questions, tally.results, strict=True)
        ),
        check=saying.say(check_with(vote)),
    )


def _question(tally: Tally, asked: Question, result: Result, saying: Saying, titled: bool) -> QuestionView:
    picture = drawn(tally, asked, result, saying.language)
    came = message("The outcome: {outcome}.", outcome=outcome(result.outcome, titles_of(asked)))
    return QuestionView(
        title=saying.writer.line(asked.title.value) if titled else "",
        outcome=saying.say(came),
        reading=" ".join(saying.all(picture.reading)) if picture else "",
        legend=tuple(_part(one, saying) for one in picture.legend) if picture else (),
        bars=tuple(_bar(one, saying) for one in picture.bars) if picture else (),
        grid=_grid(picture, saying) if picture else None,
        steps=tuple(
            StepView(saying.say(step.said), (*saying.all(step.details), *_typed(step, saying)))
            for step in explain(tally, asked, result)
        ),
    )


def _typed(step: Step, saying: Saying) -> tuple[str, ...]:
    return (saying.writer.line(step.typed),) if step.typed else ()


def _bar(bar: Bar, saying: Saying) -> BarView:
    line = saying.writer.line
    parts = tuple(_part(one, saying) for one in bar.parts)
    return BarView(line(bar.title), line(bar.said), bar.leads, parts, _share(bar.line))


def _part(part: Part, saying: Saying) -> PartView:
    return PartView(_share(part.share) or 0, saying.writer.line(part.said), part.fill, part.ink, part.hatched)


def _share(of: Fraction | None) -> int | None:
    return None if of is None else int(of * _FULL)


def _grid(picture: Picture, saying: Saying) -> GridView:
    line, grid = saying.writer.line, picture.grid
    rows = tuple(tuple(line(cell.said) for cell in row) for row in grid.rows)
    return GridView(saying.say(grid.about), tuple(line(head.said) for head in grid.heads), rows)
