"""How a text came to be: the event that brought each of its parts, and so each of its states."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bench.story.days import spoken_days
from bench.story.events import Event
from bench.story.pruning import Path
from bench.story.texts import Text

_COMMENTS = re.compile(r"(?:^[ \t]*#[^\n]*\n)+", re.MULTILINE)


class Writing(NamedTuple):
    """A file as it is left by an event; None when the event took it away."""

    event: Event
    path: str
    content: bytes | None


@dataclass(slots=True, kw_only=True)
class Telling:
    """The parts of a text that came after its birth.

    ``parts`` are keys and items of its YAML, ``sections`` and ``body`` what stands under it; ``values`` say
    what a value was until an event; ``reworded`` how the body was until an event; ``former`` under which
    path the text stood until an event. What was written before the birth of the text came with it.
    """

    text: Text
    born: Event
    parts: dict[Path, Event] = field(default_factory=dict)
    values: dict[Path, list[tuple[str, Event]]] = field(default_factory=dict)
    sections: dict[str, Event] = field(default_factory=dict)
    body: Event | None = None
    reworded: list[tuple[Callable[[str], str], Event]] = field(default_factory=list)
    former: tuple[str, Event] | None = None

    def writings(self) -> Iterator[Writing]:
        """Yield each state of the file, in order; the last one is the file itself, byte for byte."""
        events = self._events()
        path, before = "", b""
        for number, event in enumerate(events):
            final = number + 1 == len(events)
            there = self.former[0] if self.former and event < self.former[1] else self.text.path
            content = self.text.raw if final else self._at(event).encode()
            if path not in ("", there):
                yield Writing(event, path, None)
            if (there, content) != (path, before):
                yield Writing(event, there, content)
            path, before = there, content

    def _events(self) -> list[Event]:
        told = [event for path, event in self.parts.items() if path[0] in self.text.said]
        told += self.sections.values()
        told += [until for changes in self.values.values() for _, until in changes]
        told += [until for _, until in self.reworded]
        told += [self.body] if self.body else []
        told += [self.former[1]] if self.former else []
        return [self.born, *sorted({event for event in told if event > self.born})]

    def _at(self, now: Event) -> str:
        """Give the text as the events up to ``now`` left it."""
        gone = {path for path, event in self.parts.items() if event > now}
        said = {
            path: next(value for value, until in changes if until > now)
            for path, changes in self.values.items()
            if any(until > now for _, until in changes)
        }
        yaml = _without_later_comments(self.text.earlier(gone, said), now.day)
        return self.text.above + yaml + self._body(now)

    def _body(self, now: Event) -> str:
        if self.body and self.body > now:
            return self.text.sections()[0].partition("\n")[0] + "\n"
        first, *others = self.text.sections()
        left = [one for one in others if self.sections.get(_heading(one), now) <= now]
        body = "".join([first, *left])
        if len(left) < len(others):
            body = body.rstrip("\n") + "\n"
        for undo, until in self.reworded:
            body = undo(body) if until > now else body
        return body


def _heading(section: str) -> str:
    return section.partition("\n")[0].removeprefix("## ").strip()


def _without_later_comments(yaml: str, day: date) -> str:
    """Give the text without the comments that speak of a day to come."""
    return _COMMENTS.sub(
        lambda found: "" if any(said > day for said in spoken_days(found[0], date.min)) else found[0], yaml
    )
