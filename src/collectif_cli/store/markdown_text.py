"""Markdown by lines: the front matter, the headings, what stands under each.

This scan is what checks and counts need; full parsing is for rendering. Fenced code and HTML comments
hide the headings inside them, as in CommonMark (sections 4.2, 4.5 and 4.6, type 2).
"""

import re
from typing import NamedTuple

from collectif_cli.model.body import Body, Section

# How an ATX heading starts: up to three spaces, one to six "#", a space or nothing more.
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
# "```code```" on one line is code inside a sentence: no backtick follows those that open a fence.
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_FRONT_END = re.compile(r"^---[ \t\r]*$", re.MULTILINE)


class Front(NamedTuple):
    """A Markdown file cut in two: its YAML (None when there is none), where the body starts.

    ``closed`` is False when the opening ``---`` has no closing one.
    """

    yaml: str | None
    body: str
    body_line: int
    closed: bool = True


def split_front(text: str) -> Front:
    """Cut a text at its front matter: ``---`` alone on the first line, and again on a later one."""
    start = text.find("\n") + 1 or len(text)
    if text[:start].rstrip() != "---":
        return Front(None, text, 1)
    end = _FRONT_END.search(text, start)
    if end is None:
        return Front(text[start:], "", text.count("\n") + 2, closed=False)
    body = end.end() + 1
    return Front(text[start : end.start()], text[body:], text.count("\n", 0, end.end()) + 2)


def read_body(text: str, first_line: int) -> Body:
    """Give the headings of a Markdown text with what stands under each; lines count from ``first_line``."""
    if "#" not in text:
        return Body(text, first_line, text, ())
    lines = text.split("\n")
    headings = _headings(lines)
    if not headings:
        return Body(text, first_line, text, ())
    starts = [number for number, _, _ in headings]
    ends = [*starts[1:], len(lines)]
    sections = tuple(
        Section(title, level, first_line + number, "\n".join(lines[number + 1 : end]))
        for (number, level, title), end in zip(headings, ends, strict=True)
    )
    return Body(text, first_line, "\n".join(lines[: starts[0]]), sections)


def _headings(lines: list[str]) -> list[tuple[int, int, str]]:
    """Give the index, level and title of each heading that is in no fence and no comment."""
    found: list[tuple[int, int, str]] = []
    fence = ""
    comment = False
    for number, line in enumerate(lines):
        if fence:
            if _closes(line, fence):
                fence = ""
        elif comment:
            comment = "-->" not in line
        elif "#" in line and (match := _HEADING.match(line.rstrip("\r"))):
            found.append((number, len(match[1]), _title(line[match.end() :])))
        elif ("```" in line or "~~~" in line) and (opened := _FENCE.match(line)):
            fence = opened[1]
        elif "<!--" in line:
            comment = "-->" not in line.rpartition("<!--")[2]
    return found


def _title(rest: str) -> str:
    """Give what follows the opening ``#``s, without the closing ones, which a space precedes."""
    bare = rest.strip()
    cut = bare.rstrip("#")
    return cut.rstrip() if not cut or cut[-1] in " \t" else bare


def _closes(line: str, fence: str) -> bool:
    """Tell whether a line closes a fence: the same character, at least as many, nothing after."""
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]}
