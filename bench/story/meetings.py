"""Meetings, visits, round tables: written on their evening."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.story.days import day_of, in_french
from bench.story.events import Event, Rank, not_before
from bench.story.messages import MEETING
from bench.story.telling import Telling, Writing

if TYPE_CHECKING:
    from bench.story.story import Story


def born(story: "Story", id: str) -> Event | None:
    """Give the event of a meeting, ``group/date``."""
    text = story.texts.of("meeting").get(id)
    if text is None:
        return None
    group = id.partition("/")[0]
    day = story.within(day_of(text.said.get("date")) or story.calendar.end)
    sentence = MEETING[str(text.said.get("kind", "meeting"))]
    event = Event(day, Rank.MEETING, sentence.format(group=story.title(group), day=in_french(day)), group)
    people = (story.born("person", str(one)) for one in text.listed("present"))
    return not_before(event, story.born("group", group), *people)


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every meeting; what it produced is named by whoever writes that."""
    for id, text in story.texts.of("meeting").items():
        event = story.born("meeting", id)
        if event is None:
            continue
        telling = Telling(text=text, born=event)
        for number, made in enumerate(text.listed("produces")):
            telling.parts["produces", number] = max(event, story.subject(str(made)) or event)
        yield from telling.writings()
