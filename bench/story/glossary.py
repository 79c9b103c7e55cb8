"""``glossary.yaml``: a word is explained on the Sunday after a text first used it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bench.story import contributions, meetings, plenaries, proposals
from bench.story.days import spread, sunday
from bench.story.events import Event, Rank
from bench.story.messages import GLOSSARY
from bench.story.pruning import Path
from bench.story.telling import Telling, Writing

if TYPE_CHECKING:
    from bench.story.story import Story

_WRITTEN = {
    "meeting": meetings.born,
    "contribution": contributions.born,
    "plenary": plenaries.held,
    "proposal": proposals.born,
}


def tell(story: "Story") -> Iterator[Writing]:
    """Tell the glossary; a word that no text uses comes some day."""
    text = story.texts.one("glossary")
    if text is None or not text.said:
        return
    used = {word: _first_use(story, word) for word in text.said}
    by_day: dict[date, list[str]] = {}
    for word, day in used.items():
        by_day.setdefault(day, []).append(word)
    sentences = {day: GLOSSARY.format(words=_listed(words)) for day, words in by_day.items()}
    parts: dict[Path, Event] = {
        (word,): Event(day, Rank.GLOSSARY, sentences[day]) for word, day in used.items()
    }
    yield from Telling(text=text, born=min(parts.values()), parts=parts).writings()


def _first_use(story: "Story", word: str) -> date:
    used = (day for day, text in story.dated_words if word.casefold() in text)
    some_day = spread(word, story.calendar.exploration.starts, story.calendar.summer.ends)
    return story.within(sunday(min(used, default=some_day)))


def dated_words(story: "Story") -> list[tuple[date, str]]:
    """Give what the texts say, in small letters, each with the day on which it was first there."""
    return [
        (event.day, text.body.casefold())
        for kind, written in _WRITTEN.items()
        for id, text in story.texts.of(kind).items()
        if (event := written(story, id))
    ]


def _listed(words: list[str]) -> str:
    shown = ", ".join(words[:4])
    return f"{shown} et {len(words) - 4} autres" if len(words) > 4 else shown
