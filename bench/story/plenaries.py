"""Plenaries: convened with an agenda, held with decisions, and some days later the minutes."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import messages
from bench.story.days import day_of, days
from bench.story.decisions import plenary_day
from bench.story.events import Event, Rank
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story

# How long before a plenary its agenda goes out, when nobody wrote the day; and its minutes after it.
_NOTICE = days(10)
_MINUTES = days(2)


def born(story: "Story", id: str) -> Event | None:
    """Give the event by which a plenary was convened."""
    text = story.texts.of("plenary").get(id)
    if text is None:
        return None
    convened = day_of(text.said.get("convened")) or plenary_day(text) - _NOTICE
    said = messages.CONVENED.format(plenary=called(text))
    return Event(story.within(min(convened, plenary_day(text))), Rank.CONVENED, said)


def held(story: "Story", id: str) -> Event | None:
    """Give the event by which a plenary was held."""
    text = story.texts.of("plenary").get(id)
    if text is None:
        return None
    return Event(story.within(plenary_day(text)), Rank.HELD, messages.HELD.format(plenary=called(text)))


def decided(story: "Story", id: str) -> Event | None:
    """Give the event of a decision, ``plenary/d1``."""
    return held(story, id.partition("/")[0]) if "/" in id else None


def called(text: Text) -> str:
    """Give what a plenary is called: its number, else its title."""
    number = text.said.get("number")
    return messages.PLENARY.format(number=number) if number else str(text.said.get("title"))


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every plenary."""
    for id, text in story.texts.of("plenary").items():
        convened, decided_on = story.born("plenary", id), held(story, id)
        if convened is None or decided_on is None:
            continue
        telling = Telling(text=text, born=convened)
        telling.parts["decisions",] = telling.parts["attendance",] = decided_on
        for number, item in enumerate(text.listed("agenda")):
            for place, subject in enumerate(_listed(item.get("on"))):
                path = (
                    ("agenda", number, "on", place)
                    if isinstance(item["on"], list)
                    else ("agenda", number, "on")
                )
                telling.parts[path] = max(convened, story.subject(subject) or convened)
        if text.body.strip("-\n "):
            day = story.within(_written(text))
            telling.body = Event(day, Rank.MINUTES, messages.MINUTES.format(plenary=called(text)))
        yield from telling.writings()


def _written(text: Text) -> date:
    return plenary_day(text) + _MINUTES


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []
