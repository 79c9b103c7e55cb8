"""``groups/people.yaml``: who joined, who left."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story.days import day_of, in_french
from bench.story.events import Event, Rank
from bench.story.messages import ARRIVALS, DEPARTURES
from bench.story.telling import Telling, Writing
from bench.story.texts import Texts

if TYPE_CHECKING:
    from bench.story.story import Story


def born(story: "Story", id: str) -> Event | None:
    """Give the arrival of a person: the day they joined, or an earlier one on which a text names them."""
    text = story.texts.one("people")
    if text is None or id not in text.said:
        return None
    said = text.said[id]
    joined = day_of(said.get("joined")) if isinstance(said, dict) else None
    day = story.within(min(story.first_named.get(id, date.max), joined or story.calendar.launch))
    return Event(day, Rank.PEOPLE, ARRIVALS.format(day=in_french(day)))


def tell(story: "Story") -> Iterator[Writing]:
    """Tell the list of people: each line on its day, and the day of leaving when it comes."""
    text = story.texts.one("people")
    if text is None:
        return
    day = story.calendar.launch
    telling = Telling(text=text, born=Event(day, Rank.PEOPLE, ARRIVALS.format(day=in_french(day))))
    for id, said in text.said.items():
        arrival = story.born("person", id)
        left = day_of(said.get("left")) if isinstance(said, dict) else None
        if arrival:
            telling.parts[id,] = arrival
        if left:
            day = story.within(left)
            telling.parts[id, "left"] = Event(day, Rank.PEOPLE, DEPARTURES.format(day=in_french(day)))
    yield from telling.writings()


def first_named(texts: Texts) -> dict[str, date]:
    """Give the first day on which a text of a group names each person."""
    found: dict[str, date] = {}
    for person, day in _named(texts):
        found[person] = min(day, found.get(person, date.max))
    return found


def _named(texts: Texts) -> Iterator[tuple[str, date]]:
    for text in texts.of("group").values():
        for key in ("facilitators", "members", "mandates"):
            for said in text.listed(key):
                yield str(said.get("person")), day_of(said.get("from")) or date.max
    for text in texts.of("meeting").values():
        for person in text.listed("present"):
            yield str(person), day_of(text.said.get("date")) or date.max
