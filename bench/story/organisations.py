"""Organisations: met, accepted, joined, signed, sometimes gone."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import messages
from bench.story.days import day_of, in_french
from bench.story.events import Event, Rank, not_before
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story


def born(story: "Story", id: str) -> Event | None:
    """Give the first event of an organisation: a meeting, the plenary that spoke of it, its joining."""
    text = story.texts.of("organisation").get(id)
    if text is None:
        return None
    told = [day for said in text.listed("meetings") if (day := day_of(said.get("date")))]
    told += [one.day for one in story.decisions if id in one.named("on")]
    told += [day for key in ("joined", "left") if (day := day_of(text.said.get(key)))]
    return _encounter(story, text, min(told, default=story.calendar.last.starts))


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every organisation."""
    for id, text in story.texts.of("organisation").items():
        first = story.born("organisation", id)
        if first is None:
            continue
        telling = Telling(text=text, born=first)
        joined = _event(story, text, "joined", messages.JOINED)
        telling.parts.update({(key,): joined for key in text.said if key != "title"})
        telling.parts["left",] = _event(story, text, "left", messages.LEFT)
        telling.parts["signed",] = _signed(story, text, joined)
        for key in ("modalities", "accepted_by"):
            telling.parts[key,] = _accepted(story, text, key, joined)
        _encounters(story, telling)
        _disagreements(story, telling, joined)
        yield from telling.writings()


def _encounters(story: "Story", telling: Telling) -> None:
    telling.parts.pop(("meetings",), None)
    for number, said in enumerate(telling.text.listed("meetings")):
        day = day_of(said.get("date")) or telling.born.day
        telling.parts["meetings", number] = _encounter(story, telling.text, day)


def _disagreements(story: "Story", telling: Telling, joined: Event) -> None:
    """Put each disagreement at the joining, not before what it is on."""
    telling.parts.pop(("disagreements",), None)
    for number, said in enumerate(telling.text.listed("disagreements")):
        on = said.get("on") or []
        subjects = on if isinstance(on, list) else [on]
        telling.parts["disagreements", number] = not_before(
            joined, *(story.subject(str(one)) for one in subjects)
        )


def _accepted(story: "Story", text: Text, key: str, joined: Event) -> Event:
    """Give the event by which an accord was put to the plenary, the joining when no decision is named."""
    said = text.said.get(key)
    decided = story.born("adopter", str(said.get("vote") if isinstance(said, dict) else said))
    if decided is None:
        return joined
    sentence = messages.ACCORD.format(organisation=text.said.get("title"))
    return not_before(Event(decided.day, Rank.LIST, sentence), decided)


def _signed(story: "Story", text: Text, joined: Event) -> Event:
    day = day_of((text.said.get("signed") or {}).get("date"))
    return joined._replace(day=story.within(day)) if day else joined


def _encounter(story: "Story", text: Text, day: date) -> Event:
    sentence = messages.ENCOUNTER.format(organisation=text.said.get("title"), day=in_french(day))
    return Event(story.within(day), Rank.ENCOUNTER, sentence)


def _event(story: "Story", text: Text, key: str, sentence: str) -> Event:
    day = story.within(day_of(text.said.get(key)) or story.calendar.last.starts)
    return Event(day, Rank.LIST, sentence.format(organisation=text.said.get("title")))
