"""The calendar: a picture, a page with the picture and its tables, entries for people's own calendars."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from collectif_cli.model.message import Message, message
from collectif_cli.progress.calendar import Calendar, calendar_of, was_moved
from collectif_cli.render.documents.calendar_ics import ics_text
from collectif_cli.render.documents.calendar_picture import picture
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.whole import subjects, usual
from collectif_cli.render.language import Language
from collectif_cli.render.prose.writer import Writer
from collectif_cli.render.standing.saying import capital, plenary_said

__all__ = ["formats", "sources", "subjects", "usual", "view", "written"]

formats = ("html", "svg", "ics")
sources = frozenset({"collective", "plenary", "meeting", "group"})


class Row(NamedTuple):
    """A line of the table: what, when, and when it had been planned."""

    what: str
    when: str
    planned: str = ""


def svg_text(material: Material, language: Language) -> str:
    """Give the picture alone."""
    return picture(calendar_of(material.programme, material.edition.day), material.marked, language) + "\n"


written = {"svg": svg_text, "ics": ics_text}


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the page of the calendar shows; the table says what the picture does."""
    calendar = calendar_of(material.programme, material.edition.day)
    saying = Saying(language, writer)
    return {
        "collective": writer.line(calendar.name),
        "picture": Markup(picture(calendar, material.marked, language)),  # noqa: S704 - escaped where it is drawn
        "phases": tuple(_phases(calendar, saying)),
        "plenaries": tuple(_plenaries(calendar, saying)),
        "meetings": tuple(_meetings(calendar, saying)),
    }


def _phases(calendar: Calendar, saying: Saying) -> Iterator[Row]:
    for phase in calendar.phases:
        planned = _days(
            (phase.planned_starts or phase.starts).value, (phase.planned_ends or phase.ends).value
        )
        yield Row(
            saying.writer.line(phase.title.value),
            saying.say(_days(phase.starts.value, phase.ends.value)),
            saying.say(planned) if was_moved(phase) else "",
        )


def _plenaries(calendar: Calendar, saying: Saying) -> Iterator[Row]:
    for plenary in calendar.plenaries:
        said = plenary_said(plenary)
        if plenary.title:
            said = message("{plenary}: {title}", plenary=said, title=plenary.title.value)
        yield Row(saying.writer.line(capital(saying.language.say(said))), saying.dated(plenary.date.value))


def _meetings(calendar: Calendar, saying: Saying) -> Iterator[Row]:
    for meeting, group in calendar.meetings:
        yield Row(saying.writer.line(group.name), saying.dated(meeting.date.value))


def _days(first: date, last: date) -> Message:
    return message("{first} to {last}", first=first, last=last)
