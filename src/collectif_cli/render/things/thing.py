"""What is said of one thing, and how a terminal and a program are told."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.model.source import Span
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, flat, safe, wrapped

_WIDEST = 90
_APART = ("- ", "* ", "+ ", ">", "|", "#", "`", "~")


class About(NamedTuple):
    """What is asked: a programme, the faults of reading it, and the day of the question."""

    programme: Programme
    faults: tuple[Diagnostic, ...]
    day: date


class Fact(NamedTuple):
    """A fact: its name for programs, its label, its words, its value for programs when words are not one."""

    key: str
    label: Message
    said: str | Message
    value: Any = None


class Event(NamedTuple):
    """Something that happened to the thing."""

    day: date | None
    said: str | Message


class Passage(NamedTuple):
    """A title, and text in Markdown as it was written; the title may be empty."""

    title: str | Message
    text: str


class Thing(NamedTuple):
    """One thing, whatever its kind."""

    kind: str
    id: str
    title: str
    span: Span
    state: str | Message = ""
    facts: tuple[Fact, ...] = ()
    story: tuple[Event, ...] = ()
    passages: tuple[Passage, ...] = ()


def thing_text(thing: Thing, language: Language, screen: Screen) -> str:
    """Give a thing for a person: who it is, the facts, what happened, the text."""
    width = max(min(screen.width, _WIDEST), 20)
    place = f"{thing.span.path}:{thing.span.line}"
    under = " · ".join(part for part in (_said(thing.state, language), place) if part)
    lines = [screen.paint(line, "bold") for line in wrapped(flat(thing.title), width)]
    lines += wrapped(under, width, "  ", "  ")
    rows = [
        (Cell(_said(fact.label, language)), Cell(flat(_said(fact.said, language)))) for fact in thing.facts
    ]
    if rows:
        lines += ["", table(("", ""), rows, screen._replace(width=width))]
    if thing.story:
        lines += ["", screen.paint(language.say(message("story")), "bold")]
        for event in thing.story:
            day = event.day.isoformat() if event.day else " " * 10
            lines += wrapped(f"{day}  {_said(event.said, language)}", width, "  ", " " * 14)
    for passage in thing.passages:
        title = flat(_said(passage.title, language))
        text = "\n\n".join("\n".join(one) for one in _paragraphs(passage.text, width) if one)
        lines += ["", *([screen.paint(title, "bold")] if title else []), *([text] if text else [])]
    return "\n".join(lines) + "\n"


def thing_json(thing: Thing, language: Language) -> str:
    """Give a thing for a program."""
    told = {
        "version": 1,
        "kind": thing.kind,
        "id": thing.id,
        "title": thing.title,
        "path": thing.span.path,
        "line": thing.span.line,
        "facts": {fact.key: _value(fact, language) for fact in thing.facts},
        "story": [
            {"date": event.day.isoformat() if event.day else None, "event": _said(event.said, language)}
            for event in thing.story
        ],
        "texts": [
            {"title": _said(passage.title, language), "text": passage.text} for passage in thing.passages
        ],
    }
    return for_programs(told)


def _value(fact: Fact, language: Language) -> Any:
    return _said(fact.said, language) if fact.value is None else fact.value


def _said(said: str | Message, language: Language) -> str:
    return language.say(said) if isinstance(said, Message) else said


def _paragraphs(markdown: str, width: int) -> Iterator[list[str]]:
    """Yield the lines of each paragraph at that width; those of a list, of a table, of code stay apart."""
    for paragraph in safe(markdown).split("\n\n"):
        lines: list[str] = []
        held: list[str] = []
        for line in paragraph.split("\n"):
            if line.lstrip().startswith(_APART):
                lines += _filled(held, width)
                held = []
            held.append(line.strip())
        yield lines + _filled(held, width)


def _filled(lines: list[str], width: int) -> list[str]:
    text = " ".join(line for line in lines if line)
    then = "    " if text.startswith(_APART[:3]) else "  "
    return wrapped(text, width, "  ", then)
