"""A meeting of a group: when, where, what came of it, the minutes."""

from collections.abc import Iterator

from collectif_cli.model.body import without_comments
from collectif_cli.model.group import Meeting
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Fact, Passage, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the meetings, ``<group>/<file>``."""
    return {id: id for id in programme.meetings}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the meeting of that id; who came is told in number only."""
    meeting = about.programme.meetings[id]
    group = about.programme.groups.get(meeting.group)
    title = meeting.title.value if meeting.title else language.say(message("meeting"))
    return Thing(
        kind="meeting",
        id=id,
        title=title,
        span=meeting.span,
        state=group.name if group else meeting.group,
        facts=tuple(_facts(meeting)),
        passages=(Passage("", without_comments(meeting.body.text).strip()),),
    )


def _facts(meeting: Meeting) -> Iterator[Fact]:
    day = meeting.date.value
    yield Fact("date", message("date"), message("{day}", day=day), day.isoformat())
    if meeting.place is not None:
        yield Fact("place", message("place"), meeting.place.value)
    present = meeting.present.value if meeting.present else len(meeting.present_people)
    if present:
        yield Fact("present", message("present"), messages("{n} person", "{n} people", present), present)
    if meeting.produces:
        produced = [one.value for one in meeting.produces]
        yield Fact("produces", message("led to"), ", ".join(produced), produced)
