"""Votes: a question, texts that are frozen, a count."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import messages
from bench.story.days import day_of, days
from bench.story.events import Event, Rank, not_before
from bench.story.telling import Telling, Writing
from bench.story.texts import Text

if TYPE_CHECKING:
    from bench.story.story import Story

# How long before a vote its question is written, when its plenary is convened later than that or unknown.
_NOTICE = days(7)
_RESULTS = ("ballots", "counts", "rounds", "result")


def born(story: "Story", id: str) -> Event | None:
    """Give the event by which the question of a vote was written, all that it is on being there."""
    text = story.texts.of("vote").get(id)
    if text is None:
        return None
    event = _event(story, text, _day(story, text) - _NOTICE, Rank.VOTE, messages.VOTE)
    subjects = [
        on if isinstance(on, list) else [on]
        for question in text.listed("questions")
        if (on := question.get("on"))
    ]
    needed = [story.subject(str(one)) for some in subjects for one in some]
    plenary, group = str(text.said.get("plenary")), str((text.said.get("electorate") or {}).get("group"))
    return not_before(event, story.born("plenary", plenary), story.born("group", group), *needed)


def counted(story: "Story", id: str) -> Event | None:
    """Give the event by which a vote was counted."""
    text = story.texts.of("vote").get(id)
    if text is None:
        return None
    day = day_of(text.said.get("closes")) or _day(story, text)
    return not_before(_event(story, text, day, Rank.COUNT, messages.COUNTED), story.born("vote", id))


def adopted(story: "Story", id: str) -> Event | None:
    """Give the event of what may adopt a text: a decision of a plenary, or a vote."""
    return story.born("decision", id) if "/" in id else counted(story, id)


def tell(story: "Story") -> Iterator[Writing]:
    """Tell every vote and what was counted in it."""
    for id, text in story.texts.of("vote").items():
        question, count = story.born("vote", id), counted(story, id)
        if question is None or count is None:
            continue
        opened = _event(story, text, _day(story, text), Rank.VOTE + 1, messages.FROZEN)
        telling = Telling(text=text, born=question, parts={("frozen",): opened, ("expected_ballots",): count})
        telling.parts["cancelled",] = _cancelled(story, text)
        yield from telling.writings()
        for kind in _RESULTS:
            for other, result in story.texts.of(kind).items():
                if other.partition("/")[0] == id:
                    yield from Telling(text=result, born=count).writings()


def _cancelled(story: "Story", text: Text) -> Event:
    day = day_of((text.said.get("cancelled") or {}).get("date")) or _day(story, text)
    return _event(story, text, day, Rank.COUNT + 1, messages.VOTE_CANCELLED)


def _day(story: "Story", text: Text) -> date:
    """Give the day of a vote, or the one on which it opens."""
    return day_of(text.said.get("opens")) or day_of(text.said.get("date")) or story.calendar.end


def _event(story: "Story", text: Text, day: date, rank: int, sentence: str) -> Event:
    return Event(story.within(day), rank, sentence.format(title=text.said.get("title")))
