"""The calendar in the format of the calendars of people (RFC 5545), to subscribe to or to import."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from collectif_cli.model.message import Message, message
from collectif_cli.model.naming import id_from
from collectif_cli.progress.calendar import Calendar, calendar_of
from collectif_cli.render.documents.document import Material
from collectif_cli.render.language import Language
from collectif_cli.render.standing.saying import capital, plenary_said
from collectif_cli.render.terminal import flat

if TYPE_CHECKING:
    from icalendar import Event


class Entry(NamedTuple):
    """A line of the calendar: an id that does not change with its day or its title, both days included."""

    id: str
    first: date
    last: date
    said: Message
    place: str = ""
    about: tuple[str, ...] = ()
    takes_time: bool = True


def ics_text(material: Material, language: Language) -> str:
    """Give the whole calendar; the stamp of all entries is the day of the edition, never the present hour."""
    from icalendar import Calendar as Ics

    calendar = calendar_of(material.programme, material.edition.day)
    made = Ics()
    made.add("prodid", f"-//collectif//{language.code.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", flat(calendar.name))
    stamp = datetime.combine(material.edition.day, time(), UTC)
    for entry in entries(calendar):
        made.add_component(_event(entry, calendar, stamp, language))
    return str(made.to_ical(), "utf-8")


def entries(calendar: Calendar) -> Iterator[Entry]:
    """Yield the phases, the day each ends with what it asks for, the plenaries, the meetings to come."""
    for phase in calendar.phases:
        id, title = phase.id.value, phase.title.value
        asked = tuple(objective.title.value for objective in phase.objectives)
        said = message("{phase}", phase=title)
        yield Entry(f"phase-{id}", phase.starts.value, phase.ends.value, said, takes_time=False)
        over = message("“{phase}” ends", phase=title)
        yield Entry(f"gate-{id}", phase.ends.value, phase.ends.value, over, about=asked, takes_time=False)
    for plenary in calendar.plenaries:
        day, place = plenary.date.value, plenary.place.value if plenary.place else ""
        held = plenary_said(plenary)
        if plenary.title:
            held = message("{plenary}: {title}", plenary=held, title=plenary.title.value)
        agenda = tuple(item.title.value for item in plenary.agenda)
        yield Entry(f"plenary-{plenary.id}", day, day, held, place, agenda)
    for meeting, group in calendar.meetings:
        day, place = meeting.date.value, meeting.place.value if meeting.place else ""
        said = message("Meeting: {group}", group=group.name)
        yield Entry(f"meeting-{id_from(meeting.id)}", day, day, said, place)


def _event(entry: Entry, calendar: Calendar, stamp: datetime, language: Language) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.id}@{id_from(calendar.name) or 'collectif'}")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))  # the day after: the end is not included
    event.add("summary", capital(flat(language.say(entry.said))))
    event.add("transp", "OPAQUE" if entry.takes_time else "TRANSPARENT")
    if entry.place:
        event.add("location", flat(language.set(entry.place)))
    if entry.about:
        event.add("description", "\n".join(f"- {flat(language.set(one))}" for one in entry.about))
    return event
