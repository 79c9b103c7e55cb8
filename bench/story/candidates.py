"""``candidates.yaml``: names as each plenary gave them, then the whole list in its order."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story.days import in_french
from bench.story.decisions import plenary_day
from bench.story.events import Event, Rank, not_before
from bench.story.messages import LIST
from bench.story.telling import Telling, Writing

if TYPE_CHECKING:
    from bench.story.story import Story


def tell(story: "Story") -> Iterator[Writing]:
    """Tell the list; a name that no decision gave comes with the last plenary."""
    text = story.texts.one("candidates")
    if text is None:
        return
    last = max((plenary_day(one) for one in story.texts.of("plenary").values()), default=story.calendar.end)
    whole = _event(story, last)
    telling = Telling(text=text, born=whole)
    telling.parts["title",] = whole
    for number, said in enumerate(text.listed("list")):
        by = story.born("adopter", str(said.get("by")))
        named = _event(story, by.day) if by else whole
        person = story.born("person", str(said.get("person")))
        telling.parts["list", number] = not_before(named, by, person)
    telling.born = min([whole, *telling.parts.values()])
    yield from telling.writings()


def _event(story: "Story", day: date) -> Event:
    return Event(story.within(day), Rank.LIST, LIST.format(day=in_french(day)))
