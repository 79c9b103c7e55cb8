"""Who saves what: the people who facilitate a group, those of the coordination for the rest.

Only pseudonyms, and never that of a person who chose not to be shown; addresses are of the reserved domain
``example.org`` (RFC 2606) and lead nowhere.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bench.story.days import day_of
from bench.story.events import Event

if TYPE_CHECKING:
    from bench.story.story import Story


class Author(NamedTuple):
    """The name and the address on a commit."""

    name: str
    address: str


_NOBODY = Author("Coordination", "coordination@example.org")


def author_of(story: "Story", event: Event) -> Author:
    """Give who saves what an event brought: a person of the group, in turn, else of the coordination."""
    for group in (event.voice, _coordination(story)):
        people = list(_people(story, group, event.day))
        if people:
            person = people[event.day.toordinal() % len(people)]
            return Author(str(story.people[person]["name"]), f"{person}@example.org")
    return _NOBODY


def _people(story: "Story", group: str, day: date) -> Iterator[str]:
    """Yield those who write for a group: who holds a mandate, who facilitates, all who coordinate."""
    text = story.texts.of("group").get(group)
    everybody = ("mandates", "facilitators", "members")
    for key in (everybody if group == _coordination(story) else everybody[:2]) if text else ():
        for said in text.listed(key) if text else ():
            since, until = day_of(said.get("from")) or date.min, day_of(said.get("to")) or date.max
            person = str(said.get("person"))
            if since <= day <= until and said.get("role") != "suppleant" and _is_shown(story, person):
                yield person


def _is_shown(story: "Story", person: str) -> bool:
    said = story.people.get(person) or {}
    return bool(said.get("name")) and said.get("visible") != "false"


def _coordination(story: "Story") -> str:
    """Give the group that coordinates: the first transversal one to be formed."""
    formed = {
        id: day
        for id, text in story.texts.of("group").items()
        if text.said.get("kind") == "transversal" and (day := day_of(text.said.get("formed")))
    }
    return min(formed, key=lambda id: (formed[id], id), default="")
