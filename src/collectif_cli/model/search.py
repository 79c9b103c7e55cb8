"""Finds words in the texts: whatever the case and the accents, every word, the best places first."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple
from unicodedata import normalize

from collectif_cli.model.source import Span

TITLE, HEADING, BODY = 3, 2, 1
_MARKS = re.compile("[\u0300-\u036f]+")
_LIGATURES = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("’", "'"))


class Words(NamedTuple):
    """A stretch of a text: what place it has in it (title, heading, body), where it starts, the words."""

    rank: int
    span: Span
    text: str


class Searched(NamedTuple):
    """A thing that may be found; ``words`` gives its stretches when they are looked at."""

    kind: str
    id: str
    title: str
    words: Callable[[], Iterable[Words]]


class Excerpt(NamedTuple):
    """The line that says most, where it is, and the stretches of it that were looked for."""

    span: Span
    text: str
    marks: tuple[tuple[int, int], ...]


class Hit(NamedTuple):
    """A thing that holds every word; ``score`` is higher when they stand in better places."""

    kind: str
    id: str
    title: str
    score: int
    excerpt: Excerpt


def fold(text: str) -> str:
    """Give a text without case, accents nor ligatures."""
    if not text.isascii():
        for ligature, letters in _LIGATURES:
            text = text.replace(ligature, letters)
        text = _MARKS.sub("", normalize("NFD", text))
    return text.casefold()


def search(words: Iterable[str], things: Iterable[Searched], most: int = 0) -> tuple[list[Hit], int]:
    """Give the things that hold every word, the best first, then in their order; and how many there are.

    At most ``most`` are given, all of them when it is 0.
    """
    wanted = [folded for word in words if (folded := fold(word).strip())]
    scored = [(score, thing) for thing in things if wanted and (score := _score(thing, wanted))]
    scored.sort(key=lambda pair: -pair[0])
    hits = [
        Hit(thing.kind, thing.id, thing.title, score, _excerpt(list(thing.words()), wanted))
        for score, thing in (scored[:most] if most else scored)
    ]
    return hits, len(scored)


def _score(thing: Searched, wanted: list[str]) -> int:
    """Give the better number, the better the places of the words; 0 when one of them stands nowhere."""
    folded = [(one.rank, fold(one.text)) for one in thing.words()]
    score = 0
    for word in wanted:
        best = max((rank for rank, text in folded if word in text), default=0)
        if not best:
            return 0
        score += best * best
    return score


def _excerpt(stretches: list[Words], wanted: list[str]) -> Excerpt:
    """Give the line with the most different words; of equal ones, that of the best place, then the first."""
    found: tuple[int, int, Words, int, str] | None = None
    for one in stretches:
        text = fold(one.text)
        if not any(word in text for word in wanted):
            continue
        for number, line in enumerate(one.text.split("\n")):
            plain = fold(line)
            held = sum(word in plain for word in wanted)
            if held and (found is None or (held, one.rank) > found[:2]):
                found = (held, one.rank, one, number, line)
    if found is None:
        return Excerpt(stretches[0].span, "", ())
    _held, _rank, one, number, line = found
    span = one.span if number == 0 else Span(one.span.path, one.span.line + number)
    return Excerpt(span, line, marks(line, wanted))


def marks(line: str, wanted: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Give where folded words stand in a line, as it is written, from the first to the last, apart."""
    places = [at for at, character in enumerate(line) for _ in fold(character)]
    plain = "".join(map(fold, line))
    found: list[tuple[int, int]] = []
    for word in wanted:
        at = plain.find(word)
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1))
            at = plain.find(word, at + len(word))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)
