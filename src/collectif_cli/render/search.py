"""What was found in the texts, for a terminal and for programs."""

from collections.abc import Sequence

from collectif_cli.model.message import messages
from collectif_cli.model.search import Excerpt, Hit
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, flat, safe, wrapped

_WIDEST = 100
_BEFORE = 40  # characters kept before the first word found, when a line is long


def hits_text(hits: Sequence[Hit], count: int, language: Language, screen: Screen) -> str:
    """Give each thing found: its title, where the words stand, the line that holds them.

    ``count`` is how many there are; the last line tells when some of them are not shown.
    """
    width = max(min(screen.width, _WIDEST), 20)
    blocks = [_block(hit, screen, width) for hit in hits]
    more = count - len(hits)
    if more:
        said = messages(
            "{n} more: add a word, or “--most 0” to see all",
            "{n} more: add a word, or “--most 0” to see all",
            more,
        )
        blocks.append(language.say(said))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def hits_json(hits: Sequence[Hit], count: int) -> str:
    """Give the same for programs; ``marks`` are places in ``excerpt``, in characters from 0."""
    found = [
        {
            "kind": hit.kind,
            "id": hit.id,
            "title": hit.title,
            "path": hit.excerpt.span.path,
            "line": hit.excerpt.span.line,
            "excerpt": hit.excerpt.text,
            "marks": [list(mark) for mark in hit.excerpt.marks],
        }
        for hit in hits
    ]
    return for_programs({"version": 1, "found": count, "hits": found})


def _block(hit: Hit, screen: Screen, width: int) -> str:
    place = f"{hit.excerpt.span.path}:{hit.excerpt.span.line}"
    title = wrapped(f"{flat(hit.title)}  ({hit.kind}:{hit.id})", width)
    lines = [*(screen.paint(line, "bold") for line in title), f"  {screen.paint(place, 'dim')}"]
    return "\n".join([*lines, *_excerpt(hit.excerpt, screen, width - 4)])


def _excerpt(excerpt: Excerpt, screen: Screen, room: int) -> list[str]:
    """Give at most two lines around the first words found, with them painted."""
    text, found = excerpt.text, excerpt.marks
    start = _start(text, found[0][0] if found else 0)
    end = min(len(text), start + 2 * room - 4)
    words = text[start:end]
    inside = [(low - start, high - start) for low, high in found if start <= low and high <= end]
    painted = f"{'…' if start else ''}{_painted(words, inside, screen)}{'…' if end < len(text) else ''}"
    if screen.colour:
        return [f"    {painted}"]
    return wrapped(painted, room + 4, "    ", "    ")


def _start(text: str, first: int) -> int:
    """Give where an excerpt starts: the whole line, or the start of a word not far before the first mark."""
    if first <= _BEFORE:
        return len(text) - len(text.lstrip())
    space = text.find(" ", first - _BEFORE)
    return space + 1 if 0 <= space < first else first


def _painted(text: str, marks: Sequence[tuple[int, int]], screen: Screen) -> str:
    pieces: list[str] = []
    at = 0
    for low, high in marks:
        pieces += [safe(text[at:low]), screen.paint(safe(text[low:high]), "bold", "yellow")]
        at = high
    return "".join([*pieces, safe(text[at:])])
