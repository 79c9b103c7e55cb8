"""Foreign HTML made Markdown: nh3 takes out what acts and closes what is open, and what is left is text.

nh3 reads HTML as browsers do (html5ever), so that nothing is hidden from it; what comes out is well formed,
and only then cut by the reader of the standard library. No HTML is left at the end: every sign that Markdown
would take for its own is escaped.
"""

import html
import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"p", "div", "ul", "ol", "li", "blockquote", "pre", "tr", "table", "hr"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = _BLOCKS | {*_MARKS, "a", "br", "td", "th"}
_GONE = {"script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "title"}
_DEEPEST = 6

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--")
_ACTIVE = re.compile(r"<\s*(?:script|iframe|object|embed)\b|<[^<>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_INLINE = re.compile(r"[\\`*\[]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
# What would start something else than a sentence: a heading, a list, a quote, a rule, a fence, a conflict.
_START = re.compile(r"(?:#{1,6}|[-+])(?=\s|$)|>|<{7}|[=-]+\s*$|~{3,}")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_TYPED_START = re.compile(r"#{1,6}(?=\s|$)|[=-]{2,}\s*$|~{3,}|[<>]{7}")
_BULLET = re.compile(r"[*•·▪‣–—-]\s+(?=\S)")
_SPACES = re.compile(r" {2,}")
_BLANKS = re.compile(r"\s+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_AT_ENDS = re.compile(r"\s*(.*?)\s*", re.DOTALL)


def is_active(text: str) -> bool:
    """Tell whether a text holds HTML that does something."""
    return "<" in text and _ACTIVE.search(text) is not None


def markdown_of(text: str) -> str:
    """Give what somebody typed, as HTML or not, as Markdown that shows those words and nothing else."""
    if "<" in text and _TAG.search(text):
        return _from_html(text)
    return _from_typed(html.unescape(text) if _ENTITY.search(text) else text)


def words_of(text: str) -> str:
    """Give the words of a title, on one line, without tags."""
    if "<" in text and _TAG.search(text):
        text = _TAG.sub(" ", _clean(text))
    return _BLANKS.sub(" ", html.unescape(text) if "&" in text else text).strip()


def _from_typed(text: str) -> str:
    """Give what was typed without HTML: its lines, its lists and its quotes stay."""
    lines = []
    for line in text.split("\n"):
        bare = line.strip()
        bullet = _BULLET.match(bare)
        if bullet:
            lines.append(f"- {_INLINE.sub(_escaped, bare[bullet.end() :])}")
        elif _TYPED_START.match(bare) or bare.startswith("="):
            lines.append(f"\\{_INLINE.sub(_escaped, bare)}")
        else:
            lines.append(_INLINE.sub(_escaped, bare))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _from_html(text: str) -> str:
    writer = _Writer()
    writer.feed(_clean(text))
    writer.close()
    return writer.text()


def _clean(text: str) -> str:
    return str(_cleaner().clean(text))


@cache
def _cleaner() -> Any:
    import nh3  # only who imports contributions waits for it

    return nh3.Cleaner(
        tags=set(_KEPT),
        clean_content_tags=_GONE,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )


class _Writer(HTMLParser):
    """Well-formed HTML on its way to Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[bool, str]] = []  # whether it is an item of a list, its lines
        self.line: list[str] = []
        self.opened: list[tuple[str, int, str]] = []  # tag, where its text starts in the line, its address
        self.lists: list[int | None] = []  # the number of the last item, None without numbers
        self.quotes = 0
        self.lead = ""  # of the item that starts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, an item, words that stand out."""
        if tag in _BLOCKS:
            self._flush()
        if tag in ("ul", "ol") and len(self.lists) < _DEEPEST:
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "br":
            self.line.append("\n")
        elif tag in ("td", "th") and "".join(self.line).strip():
            self.line.append(" · ")
        if tag in _MARKS or tag == "a" or tag in _HEADINGS:
            self.opened.append((tag, len(self.line), dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if self.opened and self.opened[-1][0] == tag:
            self._close(*self.opened.pop())
        if tag in _BLOCKS:
            self._flush()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "blockquote":
            self.quotes = max(0, self.quotes - 1)

    def handle_data(self, data: str) -> None:
        """Take words."""
        self.line.append(_INLINE.sub(_escaped, _BLANKS.sub(" ", data)))

    def text(self) -> str:
        """Give the whole."""
        self._flush()
        lines: list[str] = []
        for at, (item, block) in enumerate(self.blocks):
            if at and not (item and self.blocks[at - 1][0]):
                lines.append("")
            lines.append(block)
        return "\n".join(lines)

    def _begin_item(self) -> None:
        last = self.lists[-1] if self.lists else None
        if last is not None:
            self.lists[-1] = last + 1
        self.lead = "- " if last is None else f"{last + 1}. "

    def _close(self, tag: str, start: int, address: str) -> None:
        """Put the marks of a tag around its words, the blanks outside."""
        inner = "".join(self.line[start:])
        found = _AT_ENDS.fullmatch(inner)
        core = found[1] if found else ""
        if not core:
            return
        if tag == "a":
            marked = _link(core, address)
        else:
            mark = _MARKS.get(tag, "**")
            marked = core if mark in core else f"{mark}{core}{mark}"
        before = inner[: inner.index(core)]
        self.line[start:] = [before, marked, inner[len(before) + len(core) :]]

    def _flush(self) -> None:
        """End the paragraph."""
        typed = _SPACES.sub(" ", "".join(self.line)).strip()
        text = "\n".join(_sentence(line.strip()) for line in typed.split("\n"))
        self.line, self.opened = [], []
        if not text.strip("\\"):
            return
        deep = "   " * max(0, len(self.lists) - 1)
        lead, rest = self.lead, " " * len(self.lead)
        if self.lists and not lead:
            rest = lead = "  "
        self.lead = ""
        quote = "> " * min(self.quotes, _DEEPEST)
        lines = text.split("\n")
        block = [f"{quote}{deep}{lead}{lines[0]}", *(f"{quote}{deep}{rest}{line}" for line in lines[1:])]
        self.blocks.append((bool(self.lists), "\n".join(block)))


def _sentence(line: str) -> str:
    """Give a line of a paragraph, which starts nothing else than a sentence."""
    if _START.match(line) or line.startswith("="):
        return f"\\{line}"
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def _link(text: str, address: str) -> str:
    aim = re.sub(r"[\s<>()\\]", lambda found: f"%{ord(found[0]):02X}", address)
    if not re.match(r"https?://", aim) or text.replace("\\", "") == address:
        return text
    inner = text.replace("]", "\\]")  # a bracket in the words would end them
    return f"[{inner}]({aim})"
