"""The marks of a Markdown text that lead out of it or may hide it: links, pictures, HTML, comments, fences.

Only what a check needs is found here; full parsing is for rendering. Code and comments are blanked
first, as CommonMark reads nothing inside them (sections 4.5, 4.6 and 6.1).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.source import Span

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n|\Z)", re.MULTILINE)
# Code in a line is short: without a bound, a text of odd backquotes would take the square of its length.
_CODE = re.compile(r"(?<!`)(`{1,9})(?!`)(?:[^\n]|\n(?![ \t\r]*\n)){0,2000}?(?<!`)\1(?!`)")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()\s]*\))?)*)\]"  # text, which may hold a picture
    r"\(\s*(<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"
)
_NESTED = re.compile(r"(!)\[([^\[\]]*)\]\(\s*(<[^<>\n]*>|[^\s()<]*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]+\]:[ \t]*(<[^<>\n]*>|\S+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
# A sign that a backslash makes a mere sign (CommonMark, section 2.4).
_ESCAPED = re.compile(r"\\[\\<\[]")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>")


class Mark(NamedTuple):
    """A link or a picture: where it leads, its text, its place in the text and its width, in characters."""

    destination: str
    text: str
    picture: bool
    at: int
    width: int


class Tag(NamedTuple):
    """An HTML tag, and its place in the text."""

    name: str
    at: int
    width: int


def blanked(text: str) -> str:
    """Give the text with spaces in place of code, comments and escaped signs, the rest in its place."""
    if "```" in text or "~~~" in text:
        text = _without_fences(text)
    if "`" in text:
        text = _CODE.sub(lambda code: _spaces(code[0]), text)
    if "\\" in text:
        text = _ESCAPED.sub("  ", text)
    return _without_comments(text) if "<!--" in text else text


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_comments(text: str) -> str:
    """Blank the comments that are closed."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += [text[at:start], _spaces(text[start : end + 3])]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _without_fences(text: str) -> str:
    pieces: list[str] = []
    at = 0
    while match := _FENCE.search(text, at):
        end = _end_of_fence(text, match)
        stop = len(text) if end is None else end
        pieces += [text[at : match.start()], _spaces(text[match.start() : stop])]
        at = stop
    return "".join([*pieces, text[at:]])


def _end_of_fence(text: str, opened: re.Match[str]) -> int | None:
    """Give where the fence that ``opened`` opens is over; None when nothing closes it."""
    mark = opened[1]
    closing = re.compile(rf"^ {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t\r]*$", re.MULTILINE)
    closed = closing.search(text, opened.end())
    return closed.end() if closed else None


def open_fence(text: str) -> int | None:
    """Give where a fence starts that nothing closes, if there is one."""
    at = 0
    while match := _FENCE.search(text, at):
        end = _end_of_fence(text, match)
        if end is None:
            return match.start()
        at = end
    return None


def open_comment(text: str) -> int | None:
    """Give where a comment starts that nothing closes, if there is one."""
    at = blanked(text).find("<!--")
    return None if at < 0 else at


def links_of(text: str) -> Iterator[Mark]:
    """Yield the links and the pictures of a text: inline, by definition, between ``<`` and ``>``."""
    text = blanked(text)
    for match in _LINK.finditer(text):
        yield _mark(match, bool(match[1]), 3, 2)
        for inner in _NESTED.finditer(match[2]):
            yield _mark(inner, True, 3, 2, match.start(2))
    for match in _DEFINITION.finditer(text):
        yield _mark(match, False, 1)
    for match in _AUTOLINK.finditer(text):
        yield _mark(match, False, 1)


def _mark(match: re.Match[str], picture: bool, destination: int, text: int = 0, shift: int = 0) -> Mark:
    whole = match[destination]
    inner = whole[1:-1] if whole.startswith("<") else whole
    start = match.start(destination) + whole.startswith("<")
    return Mark(inner, match[text] if text else "", picture, start + shift, len(inner))


def tags_of(text: str) -> Iterator[Tag]:
    """Yield the HTML tags of a text."""
    for match in _TAG.finditer(blanked(text)):
        yield Tag(match[1].lower(), match.start(), len(match[0]))


def span_in(path: str, text: str, at: int, width: int = 0, line: int = 1) -> Span:
    """Give the place of the character ``at`` of a text that starts on ``line`` of the file at ``path``."""
    return Span(path, line + text.count("\n", 0, at), at - text.rfind("\n", 0, at), width)
