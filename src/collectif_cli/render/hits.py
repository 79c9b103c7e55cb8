"""The answers of a search, for a terminal: where, and the line with the words."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from collectif_cli.render.terminal import Screen, flat

_LEAST = 30


class Hit(Protocol):
    """What a search gives."""

    @property
    def path(self) -> str:
        """The path of the text."""

    @property
    def line(self) -> int:
        """The line of the excerpt, from 1."""

    @property
    def text(self) -> str:
        """The line itself."""


def hits_text(hits: Iterable[Hit], words: Sequence[str], fold: Callable[[str], str], screen: Screen) -> str:
    """Give two lines a hit: its place, then the excerpt with the words in colour."""
    parts = []
    for hit in hits:
        place = screen.paint(f"{flat(hit.path)}:{hit.line}", "bold")
        shown = excerpt(flat(hit.text), words, fold, max(screen.width - 4, _LEAST))
        parts.append(f"{place}\n    {painted(shown, words, fold, screen)}\n")
    return "".join(parts)


def excerpt(line: str, words: Sequence[str], fold: Callable[[str], str], room: int) -> str:
    """Give the part of a line, at most ``room`` characters, that shows the first of the words."""
    if len(line) <= room:
        return line
    first = min((start for word in words for start, _ in places(line, word, fold)), default=0)
    start = max(0, min(first - room // 3, len(line) - room + 2))
    return (
        f"{'…' if start else ''}{line[start : start + room - 2]}{'…' if start + room - 2 < len(line) else ''}"
    )


def painted(line: str, words: Sequence[str], fold: Callable[[str], str], screen: Screen) -> str:
    """Give a line with the words in colour where there are colours."""
    if not screen.colour:
        return line
    marked = sorted({place for word in words for place in places(line, word, fold)}, reverse=True)
    before = len(line) + 1
    for start, end in marked:
        if end <= before:
            line = f"{line[:start]}{screen.paint(line[start:end], 'yellow', 'bold')}{line[end:]}"
            before = start
    return line


def places(line: str, word: str, fold: Callable[[str], str]) -> list[tuple[int, int]]:
    """Give where a word stands in a line, whatever its accents; a letter may fold to two."""
    owners = [at for at, character in enumerate(line) for _ in fold(character)]
    text, wanted = "".join(fold(character) for character in line), fold(word)
    found, at = [], text.find(wanted)
    while wanted and at >= 0:
        found.append((owners[at], owners[at + len(wanted) - 1] + 1))
        at = text.find(wanted, at + len(wanted))
    return found


def hit_json(hit: Any) -> dict[str, Any]:
    """Give a hit as values for programs."""
    return {name: getattr(hit, name) for name in ("kind", "id", "path", "line", "text", "score")}
