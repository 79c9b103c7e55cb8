"""``exploration.yaml``: a reading, a visit, a round table at its day; what has none, in between."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from bench.story.days import day_of, days, spread
from bench.story.events import Event, Rank, earliest
from bench.story.groups import formation
from bench.story.messages import EXPLORATION
from bench.story.pruning import Path
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story


def tell(story: "Story") -> Iterator[Writing]:
    """Tell what every group explored, a line at a time."""
    for id, text in story.texts.of("exploration").items():
        roster = story.texts.of("group").get(id)
        if roster is None:
            continue
        formed = formation(story, id, roster).day
        parts = dict(_parts(story, id, formed, text))
        first = earliest(parts.values()) or _event(story, id, "documents", formed)
        yield from Telling(text=text, born=first, parts=parts).writings()


def _parts(story: "Story", id: str, formed: date, text: Text) -> Iterator[tuple[Path, Event]]:
    for key in text.said:
        for number, said in enumerate(text.listed(key)):
            day = max(day_of(said.get("date")) or _undated(story, id, key, said, formed), formed)
            yield (key, number), _met(story, id, day) or _event(story, id, key, day)


def _undated(story: "Story", id: str, key: str, said: Mapping[str, Any], formed: date) -> date:
    """Give a day to what has none: who decides of what is written in one evening, the rest bit by bit."""
    phase = story.calendar.exploration
    first = max(phase.starts, formed) + days(10)
    last = max(phase.ends - days(25), first + days(20))
    return spread(f"{id} {key} {'' if key == 'competences' else said.get('title')}", first, last)


def _met(story: "Story", id: str, day: date) -> Event | None:
    """Give the event of what the group met for on that day: a visit is written with what was learnt there."""
    met = (one for one in story.texts.of("meeting") if one.startswith(f"{id}/{day}"))
    return next((story.born("meeting", one) for one in met), None)


def _event(story: "Story", id: str, key: str, day: date) -> Event:
    return Event(story.within(day), Rank.MEETING, EXPLORATION[key].format(group=story.title(id)), id)
