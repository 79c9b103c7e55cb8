"""Writes ``result.yaml``: the same record gives the same bytes, on any machine."""

import json
import re

from collectif_cli.model.record import Leaf, Node, Record

# A text that any reader of YAML takes for that very text without quotes; all others are quoted.
_PLAIN = re.compile(r"[a-z]+(?:[-_][a-z0-9]+)*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
# What YAML does not allow as it is, even between quotes, or what an editor would not show.
_HIDDEN = re.compile(
    "[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)


def result_text(record: Record) -> str:
    """Give the YAML of a record: keys in their order, LF, texts quoted unless they need no quotes."""
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: Record) -> list[str]:
    lines: list[str] = []
    for key, value in record.pairs:
        lines.extend(_entry(_leaf(key), value))
    return lines


def _entry(key: str, value: Node) -> list[str]:
    """Give the lines of a key and its value: on one line when the value holds no record."""
    if isinstance(value, Record) and value.pairs:
        return [f"{key}:", *(f"  {line}" for line in _lines(value))]
    if (
        isinstance(value, tuple)
        and not isinstance(value, Record)
        and any(isinstance(one, Record) for one in value)
    ):
        return [f"{key}:", *(f"  {line}" for item in value for line in _item(item))]
    return [f"{key}: {_inline(value)}"]


def _item(item: Node) -> list[str]:
    """Give the lines of an item of a list: a dash, and what follows under it."""
    lines = _lines(item) if isinstance(item, Record) and item.pairs else [_inline(item)]
    return [f"{mark}{line}" for mark, line in zip(["- ", *["  "] * len(lines)], lines, strict=False)]


def _inline(value: Node) -> str:
    if isinstance(value, Record):
        return "{" + ", ".join(f"{_leaf(key)}: {_inline(inner)}" for key, inner in value.pairs) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return _leaf(value)


def _leaf(value: Leaf) -> str:
    """Give a truth value, a number in digits, or a text; double quotes as in JSON, which YAML 1.2 reads."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value not in _WORDS:
        return value
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
