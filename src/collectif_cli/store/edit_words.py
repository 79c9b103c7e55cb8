"""How new values are written in YAML: on one line, quoted only where a reader could mistake them."""

import json
import re
from datetime import date
from typing import NamedTuple, TypeAlias, Union
from unicodedata import normalize

Leaf: TypeAlias = str | int | bool | date


class Pairs(NamedTuple):
    """Keys and values to write, in that order."""

    pairs: "tuple[tuple[str, Written], ...]"


Written: TypeAlias = Union[Leaf, Pairs, "tuple[Written, ...]"]


def pairs(*given: "tuple[str, Written | None]") -> Pairs:
    """Give those pairs, without the ones that have nothing to say (None)."""
    return Pairs(tuple((key, value) for key, value in given if value is not None))


# What YAML does not allow as it is, even between quotes, or what an editor would not show.
_HIDDEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
# A text starts without quotes with a letter, a digit, or a sign that means nothing to YAML.
_START = re.compile(r"[^\W_]|[(«/$+.;_€§°…“‘^~]", re.UNICODE)
_INDICATORS = re.compile(r": |:$| #|[\x00-\x1f]")
_FLOW_INDICATORS = re.compile(r"[,\[\]{}:?]")
# Words and forms that YAML 1.1 or 1.2 reads as a truth value, nothing, a number or a date (yaml.org/type;
# YAML 1.2.2, section 10.3.2).
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ".inf", ".nan"})
_NUMBER = re.compile(r"[-+]?\.?[0-9][-+0-9a-fox_.:]*(?:[t ]+[-+0-9:.z ]*)?|[-+]?\.inf|\.+", re.IGNORECASE)


def inline(value: Written, *, flow: bool = True) -> str:
    """Give a value on one line; ``flow`` when it stands between brackets or braces."""
    if isinstance(value, Pairs):
        return "{" + ", ".join(f"{text_of(key, flow=True)}: {inline(one)}" for key, one in value.pairs) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(inline(one) for one in value) + "]"
    return leaf(value, flow=flow)


def leaf(value: Leaf, *, flow: bool = True, quote: str = "") -> str:
    """Give a date, a number, a truth value as they are, and a text that reads back as itself.

    ``quote`` is the mark that stood around the value it replaces, kept when it can be.
    """
    if isinstance(value, str):
        return text_of(value, flow=flow, quote=quote)
    said = said_by(value)
    return f"{quote}{said}{quote}" if quote in ("'", '"') else said


def said_by(value: Leaf) -> str:
    """Give the characters that a reader finds in place of a value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else normalize("NFC", str(value))


def text_of(text: str, *, flow: bool, quote: str = "") -> str:
    """Give a text without quotes where every reader of YAML takes it for that very text; else with them."""
    text = normalize("NFC", text)
    if quote == "'" and not re.search("[\x00-\x1f]", text) and not _HIDDEN.search(text):
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    if quote != '"' and _is_plain(text, flow=flow):
        return text
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_plain(text: str, *, flow: bool) -> bool:
    if not _START.match(text) or text != text.strip() or _INDICATORS.search(text) or _HIDDEN.search(text):
        return False
    if flow and _FLOW_INDICATORS.search(text):
        return False
    return text.lower() not in _WORDS and not _NUMBER.fullmatch(text) and text[:3] not in ("---", "...")
