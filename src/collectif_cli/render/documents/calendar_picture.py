"""The calendar as a picture: phases as bars over months, plenaries as dots, what was planned under each.

An SVG that stands alone or in a page: it follows the light or the dark of the screen, prints in black on
white, and says nothing by colour alone.
"""

import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.phase import Phase
from collectif_cli.model.plenary import Plenary
from collectif_cli.progress.calendar import Calendar, was_moved
from collectif_cli.render.documents.calendar_style import STYLE
from collectif_cli.render.language import Language
from collectif_cli.render.pictures.markup import element, text
from collectif_cli.render.standing.saying import plenary_said

WIDTH, LEFT, RIGHT = 960, 268, 944
_TOP, _LINE, _BAR = 92, 16, 14
_LETTERS = 32  # of a title on one line, at the left of the bars
_APART = 20  # pixels between two numbers of plenaries that can both be read
_MONTHS = 24  # beyond, only one month in three has its name


class _Axis(NamedTuple):
    """Where days stand: the first of them at ``LEFT``, the last at ``RIGHT``."""

    first: date
    last: date

    def at(self, day: date) -> int:
        """Give the place of the morning of a day."""
        days = (self.last - self.first).days + 1
        return LEFT + (RIGHT - LEFT) * (day - self.first).days // days

    def months(self) -> Iterator[date]:
        """Yield the first day of each month."""
        day = self.first
        while day <= self.last:
            yield day
            day = (day + timedelta(days=31)).replace(day=1)


def picture(calendar: Calendar, marked: date | None, language: Language) -> str:
    """Give the SVG; ``marked`` is a day to mark, such as today."""
    span = calendar.span
    drawn = _Drawing(calendar, _axis(*span), marked, language) if span else None
    inside, height = (drawn.all(), drawn.height) if drawn else (_nothing(language), 120)
    title = language.say(message("The calendar of {name}", name=calendar.name))
    return element(
        "svg",
        element("title", text(title), id="calendar-title"),
        element("desc", text(language.say(_described(calendar))), id="calendar-about"),
        element("style", STYLE),
        element("rect", class_="paper", width=WIDTH, height=height),
        element("text", text(title), class_="name", x=20, y=34),
        inside,
        xmlns="http://www.w3.org/2000/svg",
        class_="calendar",
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby="calendar-title calendar-about",
        lang=language.code,
    )


def _axis(first: date, last: date) -> _Axis:
    """Give whole months."""
    return _Axis(
        first.replace(day=1), (last.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(1)
    )


def _described(calendar: Calendar) -> Message:
    return message(
        "{phases}, {plenaries}",
        phases=messages("{n} phase", "{n} phases", len(calendar.phases)),
        plenaries=messages("{n} plenary", "{n} plenaries", len(calendar.plenaries)),
    )


def _nothing(language: Language) -> str:
    return element("text", text(language.say(message("the calendar is empty"))), class_="soft", x=20, y=72)


class _Drawing:
    """Draws from top to foot; ``height`` is known once everything is drawn."""

    def __init__(self, calendar: Calendar, axis: _Axis, marked: date | None, language: Language) -> None:
        self._calendar, self._axis, self._marked, self._language = calendar, axis, marked, language
        self.height = _TOP

    def all(self) -> str:
        """Give everything: the rows first, for the grid is as high as they are."""
        rows = [self._plenaries(), *map(self._phase, self._calendar.phases)]
        foot = self.height + 6
        grid, today = self._grid(foot), self._today(foot)
        self.height = foot
        return "".join([*grid, *rows, *today, self._legend()])

    def _say(self, said: Message) -> str:
        return text(self._language.say(said))

    def _grid(self, foot: int) -> Iterator[str]:
        months = list(self._axis.months())
        step = 1 if len(months) <= _MONTHS else 3
        for place, month in enumerate(months):
            x = self._axis.at(month)
            starts_year = month.month == 1 or place == 0
            yield _upright(x, 62 if starts_year else 70, foot, "year" if month.month == 1 else "month")
            if starts_year:
                yield element("text", str(month.year), class_="when strong", x=x + 3, y=68)
            if place % step == 0:
                yield element("text", text(self._language.month(month)), class_="when", x=x + 3, y=82)

    def _plenaries(self) -> str:
        """Draw a tick for each plenary; numbers that would touch go down by steps."""
        levels: list[int] = []
        drawn = []
        for plenary in self._calendar.plenaries:
            x = self._axis.at(plenary.date.value)
            level = next((n for n, last in enumerate(levels) if x - last >= _APART), len(levels))
            levels[level : level + 1] = [x]
            drawn.append(self._tick(plenary, x, self.height + level * _LINE))
        if not drawn:
            return ""
        label = element("text", self._say(message("Plenaries")), class_="title", x=20, y=self.height + 14)
        self.height += max(len(levels), 1) * _LINE + 16
        return label + "".join(drawn)

    def _tick(self, plenary: Plenary, x: int, top: int) -> str:
        number = str(plenary.number.value) if plenary.number else "·"
        said = f"{self._language.say(plenary_said(plenary))}, {self._language.day(plenary.date.value)}"
        return element(
            "g",
            element("title", text(said)),
            element("circle", class_="plenary", cx=x, cy=top + 9, r=8),
            element("text", number, class_="number", x=x, y=top + 13),
        )

    def _phase(self, phase: Phase) -> str:
        """Draw the title and the days at the left, the bar, and under it what had been planned."""
        top, say = self.height, self._language
        lines = textwrap.wrap(say.set(phase.title.value), _LETTERS)[:2] or [phase.id.value]
        days = message(
            "{first} to {last}", first=say.short_day(phase.starts.value), last=say.short_day(phase.ends.value)
        )
        parts = [
            element("title", text(f"{say.set(phase.title.value)} · {say.say(days)}")),
            *(
                element("text", text(line), class_="title", x=20, y=top + 14 + n * _LINE)
                for n, line in enumerate(lines)
            ),
            element("text", self._say(days), class_="when", x=20, y=top + 13 + len(lines) * _LINE),
            self._bar(phase.starts.value, phase.ends.value, top + 6, _BAR, phase.scope.value),
        ]
        if was_moved(phase):
            first, last = phase.planned_starts or phase.starts, phase.planned_ends or phase.ends
            parts.append(self._bar(first.value, last.value, top + 23, 7, "planned"))
        self.height += len(lines) * _LINE + 26
        return element("g", *parts)

    def _bar(self, first: date, last: date, top: int, height: int, name: str) -> str:
        x = self._axis.at(first)
        wide = max(self._axis.at(last + timedelta(days=1)) - x, 3)
        return element("rect", class_=name, x=x, y=top, width=wide, height=height, rx=2)

    def _today(self, foot: int) -> Iterator[str]:
        if self._marked is not None and self._axis.first <= self._marked <= self._axis.last:
            x = self._axis.at(self._marked)
            yield _upright(x, 50, foot, "today")
            side = "end" if x > RIGHT - 90 else "start"
            day = self._language.short_day(self._marked)
            yield element(
                "text",
                text(day),
                class_="when strong",
                x=x - 5 if side == "end" else x + 5,
                y=56,
                text_anchor=side,
            )

    def _legend(self) -> str:
        top, x, parts = self.height + 22, LEFT, []
        for name, said in self._legends():
            parts.append(
                element(
                    "rect", class_=name, x=x, y=top - 9, width=22, height=7 if name == "planned" else 10, rx=2
                )
            )
            parts.append(element("text", self._say(said), class_="when", x=x + 28, y=top))
            x += 190
        self.height = top + 22
        return element("g", *parts)

    def _legends(self) -> Iterator[tuple[str, Message]]:
        scopes = {phase.scope.value for phase in self._calendar.phases}
        if "group" in scopes:
            yield "group", message("asked of each group")
        if "collective" in scopes:
            yield "collective", message("asked of the collective")
        if any(map(was_moved, self._calendar.phases)):
            yield "planned", message("as it was planned")


def _upright(x: int, top: int, foot: int, name: str) -> str:
    return element("line", class_=name, x1=x, x2=x, y1=top, y2=foot)
