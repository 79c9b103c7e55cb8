"""Tables for a terminal: columns where they fit, one thing under the other where they do not."""

from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.render.terminal import Screen, columns, wrapped

_GAP = 2
_LEAST_LAST = 20  # no text is wrapped narrower
_UNDER, _THEN = "    · ", "      "
NOTHING = frozenset({"", "–"})


class Cell(NamedTuple):
    """A text and its colour (none when empty)."""

    text: str
    colour: str = ""


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], screen: Screen, hanging: int = 0) -> str:
    """Give rows under their heads; the last column takes the room that is left, and wraps.

    Where there is no room, so many last columns as are ``hanging`` go under each row that needs them.
    """
    short, widths = _tightened(list(heads), _widths(heads, rows), rows, screen.width)
    before = sum(widths[:-1]) + _GAP * (len(widths) - 1)
    if screen.width - before < min(_LEAST_LAST, widths[-1]):
        return _hung(heads, rows, screen, hanging) if hanging else _listed(heads, rows, screen)
    room = max(screen.width - before, _LEAST_LAST)
    lines = [_line([Cell(head, "bold") for head in short], widths, screen)] if any(heads) else []
    for row in rows:
        first, *others = wrapped(row[-1].text, room) or [""]
        lines.append(_line([*row[:-1], Cell(first, row[-1].colour)], widths, screen))
        lines += [f"{' ' * before}{more}" for more in others]
    return "\n".join(lines)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Give how wide each column is, its head and its texts."""
    return [
        max(columns(text) for text in (head, *(row[n].text for row in rows))) for n, head in enumerate(heads)
    ]


def _hung(heads: Sequence[str], rows: Sequence[Sequence[Cell]], screen: Screen, hanging: int) -> str:
    """Give the first columns as a table, and under each row what the others say, with their heads but for the
    very last; a list where even that is too wide."""
    kept = [row[:-hanging] for row in rows]
    short, widths = _tightened(list(heads[:-hanging]), _widths(heads[:-hanging], kept), kept, screen.width)
    if sum(widths) + _GAP * (len(widths) - 1) > screen.width:
        return _listed(heads, rows, screen)
    lines = [_line([Cell(head, "bold") for head in short], widths, screen)]
    lines += wrapped(heads[-1], screen.width, _UNDER, _THEN)
    for row, first in zip(rows, kept, strict=True):
        lines.append(_line(first, widths, screen))
        for head, cell in zip((*heads[-hanging:-1], ""), row[-hanging:], strict=True):
            if cell.text not in NOTHING:
                lines += wrapped(f"{head} {cell.text}".lstrip(), screen.width, _UNDER, _THEN)
    return "\n".join(lines)


def _tightened(
    heads: list[str], widths: list[int], rows: Sequence[Sequence[Cell]], room: int
) -> tuple[list[str], list[int]]:
    """Shorten heads that are wider than what stands under them, when the table is too wide otherwise."""
    if sum(widths) + _GAP * (len(widths) - 1) <= room:
        return heads, widths
    for n in range(len(heads) - 1):
        under = max((columns(row[n].text) for row in rows), default=0)
        if columns(heads[n]) > under > 1:
            heads[n] = heads[n][: under - 1] + "…"
            widths[n] = under
    return heads, widths


def _line(cells: Sequence[Cell], widths: Sequence[int], screen: Screen) -> str:
    parts = [
        screen.paint(cell.text, cell.colour) + " " * (width - columns(cell.text))
        if cell.colour
        else cell.text + " " * (width - columns(cell.text))
        for cell, width in zip(cells, widths, strict=True)
    ]
    return (" " * _GAP).join(parts).rstrip()


def _listed(heads: Sequence[str], rows: Sequence[Sequence[Cell]], screen: Screen) -> str:
    """Give each row as a small list, for a narrow terminal."""
    label = max((columns(head) for head in heads[1:]), default=0)
    roomy = screen.width - label - 2 * _GAP >= _LEAST_LAST
    blocks = []
    for row in rows:
        lines = [screen.paint(line, "bold") for line in wrapped(row[0].text, screen.width)]
        for head, cell in zip(heads[1:], row[1:], strict=True):
            lead = f"  {head}{' ' * (label - columns(head) + _GAP if roomy else 1)}" if head else "  "
            then = " " * columns(lead) if roomy and head else "    "
            lines += wrapped(cell.text, screen.width, lead, then) if cell.text else []
        blocks.append("\n".join(lines))
    return "\n".join(blocks)
