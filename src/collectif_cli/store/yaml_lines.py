"""The shape that most front matters have - a key and its value a line - read without the YAML parser.

``key: words``, ``key: "words"``, ``key: [a, b]`` and ``key: {a: b}``, each whole on its line, mean one thing
in YAML, and reading them so takes half the time. Whatever goes beyond (nested lines, comments, escapes, a
colon or a question mark in doubt, a fault) is not judged here: the text is then read from its start by the
parser. A test holds the two to the same trees.
"""

import re

from collectif_cli.store.yaml_tree import Mapping, Node, Scalar, Sequence

_MOST_LETTERS = 20_000  # beyond, the limits of a text are the parser's to hold
_DEEPEST = 8

# Characters that stand for themselves: no control, no other end of a line, no mark of the order of bytes.
_OTHER = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_KEY = "[A-Za-z_][A-Za-z0-9_-]{0,99}"
_FIRST = "[A-Za-z0-9À-ÖØ-öø-ÿœŒ«“(/€]"
_QUOTED = rf"\"(?P<double>[^\"\\{_OTHER}]*)\"|'(?P<single>[^'{_OTHER}]*)'"
# On a line of its own a plain text may hold what is a sign between brackets; colons and hashes stay out.
_PLAIN = rf"{_FIRST}(?:[^:#{_OTHER}]*[^:# {_OTHER}])?"
_BETWEEN = rf"{_FIRST}(?:[^:#?,\[\]{{}}{_OTHER}]*[^:#?,\[\]{{}} {_OTHER}])?"

_LINE = re.compile(
    rf"(?P<key>{_KEY}): +(?:(?P<open>[\[{{])|(?:(?P<plain>{_PLAIN})|{_QUOTED}) *\n)|(?P<empty>\n)"
)
_ITEM = re.compile(rf" *(?:(?P<open>[\[{{])|(?P<plain>{_BETWEEN})|{_QUOTED})")
_NAME = re.compile(rf" *(?P<plain>{_KEY}): +")
_AFTER = re.compile(r" *([,\]}])")
_END = re.compile(r" *\n")


class _Beyond(Exception):
    """Raised inside this module at the first thing that the parser must judge."""


def read_lines(text: str) -> Mapping | None:
    """Give the tree of a text of that shape; None for any other, which says nothing of it."""
    if len(text) > _MOST_LETTERS or not text.endswith("\n"):
        return None
    pairs: list[tuple[Scalar, Node]] = []
    at, line = 0, 1
    try:
        while at < len(text):
            found = _LINE.match(text, at)
            if found is None:
                return None
            if found.lastgroup != "empty":
                start, end = found.span("key")
                value, after = _value(text, found, at, line)
                pairs.append((Scalar(text[start:end], line, 1, end - start, True), value))
                at = after
            else:
                at += 1
            line += 1
    except _Beyond:
        return None
    if not pairs or len({key.text for key, _ in pairs}) < len(pairs):
        return None
    return Mapping(pairs, pairs[0][0].line, 1, 0)


def _value(text: str, found: re.Match[str], start: int, line: int) -> tuple[Node, int]:
    """Give the value of the line that starts at ``start``, and where the next line does."""
    if found.lastgroup != "open":
        return _scalar(found, start, line), found.end()
    node, after = _brackets(text, found.end() - 1, start, line, 1)
    end = _END.match(text, after)
    if end is None:
        raise _Beyond
    return node, end.end()


def _scalar(found: re.Match[str], start: int, line: int) -> Scalar:
    group = found.lastgroup or ""
    first, last = found.span(group)
    if group == "plain":
        return Scalar(found[group], line, first - start + 1, last - first, True)
    return Scalar(found[group], line, first - start, last - first + 2, False)


def _brackets(text: str, at: int, start: int, line: int, depth: int) -> tuple[Node, int]:
    """Give the list or the mapping whose bracket is at ``at``, and the place after it."""
    if depth > _DEEPEST:
        raise _Beyond
    column = at - start + 1
    if text[at] == "[":
        items: list[Node] = []
        return Sequence(items, line, column, 1), _items(text, at + 1, items, start, line, depth)
    pairs: list[tuple[Scalar, Node]] = []
    after = _pairs(text, at + 1, pairs, start, line, depth)
    if len({key.text for key, _ in pairs}) < len(pairs):
        raise _Beyond
    return Mapping(pairs, line, column, 1), after


def _items(text: str, at: int, items: list[Node], start: int, line: int, depth: int) -> int:
    closing = _AFTER.match(text, at)
    if closing is not None and closing[1] == "]":
        return closing.end()
    while True:
        value, at = _one(text, at, start, line, depth)
        items.append(value)
        closing = _AFTER.match(text, at)
        if closing is None or closing[1] == "}":
            raise _Beyond
        at = closing.end()
        if closing[1] == "]":
            return at


def _pairs(text: str, at: int, pairs: list[tuple[Scalar, Node]], start: int, line: int, depth: int) -> int:
    closing = _AFTER.match(text, at)
    if closing is not None and closing[1] == "}":
        return closing.end()
    while True:
        name = _NAME.match(text, at)
        if name is None:
            raise _Beyond
        value, at = _one(text, name.end(), start, line, depth)
        pairs.append((_scalar(name, start, line), value))
        closing = _AFTER.match(text, at)
        if closing is None or closing[1] == "]":
            raise _Beyond
        at = closing.end()
        if closing[1] == "}":
            return at


def _one(text: str, at: int, start: int, line: int, depth: int) -> tuple[Node, int]:
    """Give one value between brackets, and the place after it."""
    found = _ITEM.match(text, at)
    if found is None:
        raise _Beyond
    if found.lastgroup == "open":
        return _brackets(text, found.end() - 1, start, line, depth + 1)
    return _scalar(found, start, line), found.end()
