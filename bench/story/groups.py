"""``group.yaml``: announced, formed, joined and left, counted, mandated, ended."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from bench.story import messages
from bench.story.days import day_of, days, in_french, spoken_days, spread
from bench.story.events import Event, Rank, not_before
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story

# A group formed within that time of the launch was announced there, with its title only.
_SOON = days(60)
_FIRST_KEYS = frozenset({"title", "kind"})


def born(story: "Story", id: str) -> Event | None:
    """Give the first event of a group: announced at the launch, or formed later."""
    text = story.texts.of("group").get(id)
    if text is None:
        return None
    launch, formed = story.calendar.launch, day_of(text.said.get("formed"))
    if formed is None or launch < formed <= launch + _SOON:
        return Event(launch, Rank.GROUP, messages.ANNOUNCED)
    return formation(story, id, text)


def formation(story: "Story", id: str, text: Text) -> Event:
    """Give the event by which a group was formed; one that never was is described with the others."""
    day = story.within(day_of(text.said.get("formed")) or story.calendar.launch + _SOON)
    parents = [story.born("group", str(text.said[key])) for key in ("split_from",) if key in text.said]
    return not_before(_event(story, id, day, Rank.GROUP, messages.FORMED), *parents)


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every group."""
    for id, text in story.texts.of("group").items():
        first = story.born("group", id)
        if first:
            telling = Telling(text=text, born=first)
            _life(story, id, telling)
            _roster(story, id, telling)
            _figures(story, id, telling)
            _mandates(story, id, telling)
            yield from telling.writings()


def _event(story: "Story", id: str, day: date, rank: int, sentence: str, **words: str) -> Event:
    said = sentence.format(group=story.title(id), day=in_french(day), **words)
    return Event(story.within(day), rank, said, id)


def _life(story: "Story", id: str, telling: Telling) -> None:
    """Put the keys of the group itself at its formation, its end, or in between."""
    text = telling.text
    formed = formation(story, id, text)
    telling.parts.update({(key,): formed for key in text.said if key not in _FIRST_KEYS})
    methods = spread(id, formed.day + days(12), formed.day + days(33))
    telling.parts["working_methods",] = _event(story, id, methods, Rank.ROSTER, messages.METHODS)
    end = day_of(text.said.get("dissolved"))
    if end:
        other = text.said.get("merged_into")
        sentence = messages.MERGED if other else messages.DISSOLVED
        over = _event(story, id, end, Rank.MANDATE, sentence, other=story.title(str(other)))
        telling.parts["dissolved",] = over
        telling.parts["merged_into",] = not_before(over, story.born("group", str(other)))
    if text.said.get("note"):
        told = [*spoken_days(text.said["note"], formed.day), end or formed.day]
        day = max(told) if end or len(told) > 1 else story.calendar.writing.starts
        telling.parts["note",] = _event(story, id, max(day, formed.day), Rank.MANDATE, messages.NOTE)


def _roster(story: "Story", id: str, telling: Telling) -> None:
    """Put each membership at its first day, and its last day when that comes."""
    for key in ("facilitators", "members"):
        telling.parts.pop((key,), None)
        for number, said in enumerate(telling.text.listed(key)):
            since = day_of(said.get("from")) or story.calendar.launch
            person = story.born("person", str(said.get("person")))
            telling.parts[key, number] = _joining(story, id, telling, since, person)
            until = day_of(said.get("to"))
            if until:
                telling.parts[key, number, "to"] = _event(story, id, until, Rank.ROSTER, messages.ROSTER)


def _joining(story: "Story", id: str, telling: Telling, since: date, person: Event | None) -> Event:
    """Give the event that brought a person into a group: its formation, or a later day."""
    formed = formation(story, id, telling.text)
    if since <= formed.day:
        return not_before(formed, person)
    return not_before(_event(story, id, since, Rank.ROSTER, messages.ROSTER), person)


def _figures(story: "Story", id: str, telling: Telling) -> None:
    """Put each count of people at its day."""
    for key in ("headcount", "composition"):
        single = isinstance(telling.text.said.get(key), dict)
        for number, said in enumerate(telling.text.listed(key)):
            day = day_of(said.get("date")) or formation(story, id, telling.text).day
            path = (key,) if single else (key, number)
            telling.parts[path] = _event(story, id, day, Rank.ROSTER, messages.HEADCOUNT)
        if not single:
            telling.parts.pop((key,), None)


def _mandates(story: "Story", id: str, telling: Telling) -> None:
    """Put each mandate at its first day, not before the plenary that gave it and those it is given for."""
    telling.parts.pop(("mandates",), None)
    for number, said in enumerate(telling.text.listed("mandates")):
        since = day_of(said.get("from")) or story.calendar.end
        mandate = _event(story, id, since, Rank.MANDATE, messages.MANDATE)
        telling.parts["mandates", number] = not_before(mandate, *_behind(story, said))


def _behind(story: "Story", said: dict[str, Any]) -> Iterator[Event | None]:
    yield story.born("decision", str(said.get("given_by")))
    yield story.born("group", str(said.get("for")))
    yield story.born("person", str(said.get("person")))
