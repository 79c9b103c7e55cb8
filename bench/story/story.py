"""The whole story: every text, and the index of the rules by which each kind of text came to be."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from bench.story import (
    candidates,
    collective,
    contributions,
    exploration,
    glossary,
    group_texts,
    groups,
    meetings,
    organisations,
    outline,
    people,
    plenaries,
    proposals,
    votes,
)
from bench.story.calendar import Calendar
from bench.story.decisions import Decision, decisions_of
from bench.story.events import Event, Rank
from bench.story.messages import BESIDE
from bench.story.telling import Telling, Writing
from bench.story.texts import Texts

# What others may name -> when a thing with that id is there; None when it always was, or never was.
BORN: dict[str, Callable[["Story", str], Event | None]] = {
    "person": people.born,
    "group": groups.born,
    "meeting": meetings.born,
    "contribution": contributions.born,
    "proposal": proposals.born,
    "plenary": plenaries.born,
    "decision": plenaries.decided,
    "vote": votes.born,
    "adopter": votes.adopted,
    "node": outline.born,
    "organisation": organisations.born,
}
TOLD: tuple[Callable[["Story"], Iterator[Writing]], ...] = (
    collective.tell,
    people.tell,
    groups.tell,
    group_texts.tell,
    exploration.tell,
    meetings.tell,
    contributions.tell,
    proposals.tell,
    plenaries.tell,
    votes.tell,
    outline.tell,
    organisations.tell,
    candidates.tell,
    glossary.tell,
)


class Story:
    """The texts, the calendar, and when each thing came to be."""

    def __init__(self, texts: Texts) -> None:
        """Take the texts as they are in the end."""
        self.texts = texts
        self.calendar = Calendar(texts)
        self._born: dict[tuple[str, str], Event | None] = {}

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions of all plenaries, in order."""
        return decisions_of(self.texts)

    @cached_property
    def people(self) -> Mapping[str, Any]:
        """What is said of each person."""
        text = self.texts.one("people")
        return text.said if text else {}

    @cached_property
    def first_named(self) -> dict[str, date]:
        """The first day on which a group names each person."""
        return people.first_named(self.texts)

    @cached_property
    def outline_states(self) -> list[outline.State]:
        """The states of the outline, in order."""
        return outline.states(self)

    @cached_property
    def dated_words(self) -> list[tuple[date, str]]:
        """What the texts say, each with the day on which it was first there."""
        return glossary.dated_words(self)

    def born(self, kind: str, id: str) -> Event | None:
        """Give the event that brought a thing; None when nothing brought it, or when it always was there."""
        if (kind, id) not in self._born:
            self._born[kind, id] = BORN[kind](self, id)
        return self._born[kind, id]

    def subject(self, id: str) -> Event | None:
        """Give the event that brought what a decision is on: a text, a title, a group, an organisation."""
        found = (self.born(kind, id) for kind in ("proposal", "node", "group", "organisation"))
        return next((event for event in found if event), None)

    def within(self, day: date) -> date:
        """Give the day, or the nearest one of the story."""
        return min(max(day, self.calendar.launch), self.calendar.end)

    def title(self, group: str) -> str:
        """Give the title of a group."""
        text = self.texts.of("group").get(group)
        return str(text.said.get("title")) if text else group

    def writings(self) -> Iterator[Writing]:
        """Yield every state of every file."""
        for tell in TOLD:
            yield from tell(self)
        for text in self.texts.beside:
            yield from Telling(text=text, born=Event(self.calendar.launch, Rank.CALENDAR, BESIDE)).writings()
