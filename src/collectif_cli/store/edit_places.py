"""A YAML text as a tree of stretches of characters: where each key and value starts and where it ends.

Unlike ``yaml_nodes``, which says where a reader must look, this says what a writer may replace. A text in
which anything is wrong has no such tree: it is mended by hand first.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from collectif_cli.errors import Refused
from collectif_cli.model.message import Message, message
from collectif_cli.store.yaml_nodes import events, parse

# Characters that the parser and an editor count differently: lines and columns would no longer agree.
_UNCOUNTED = re.compile(
    "\r(?!\n)|[\x85\u2028\u2029\ufeff]|[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_COLON = re.compile(r"[ \t]*:")


class ScalarPlace(NamedTuple):
    """A piece of text from ``start`` to ``end``, quotes included; ``style`` is its mark, if any."""

    text: str
    start: int
    end: int
    style: str

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written there."""
        return not self.text and not self.style


class MappingPlace(NamedTuple):
    """Keys and values; ``flow`` when it stands between braces."""

    pairs: "tuple[tuple[ScalarPlace, Place], ...]"
    start: int
    end: int
    flow: bool

    def get(self, key: str) -> "Place | None":
        """Give the value of a key."""
        return next((value for known, value in self.pairs if known.text == key), None)


class SequencePlace(NamedTuple):
    """Items; ``flow`` when they stand between brackets."""

    items: "tuple[Place, ...]"
    start: int
    end: int
    flow: bool


Place: TypeAlias = ScalarPlace | MappingPlace | SequencePlace


def places(text: str) -> Place | None:
    """Give the tree of a text, None when it holds no value; raise Refused when something is wrong in it."""
    odd = _UNCOUNTED.search(text)
    if odd:
        raise refused(text, odd.start(), message("an invisible character stands here"))
    _, faults = parse(text)
    for fault in faults:
        raise Refused(_at_line(fault.line, fault.message), message("mend it first"))
    stream = events(text)
    first = next((event for event in stream if isinstance(event, _STARTS)), None)
    place = None if first is None else _place(first, stream, text)
    # An empty text after "---" is told as an empty value.
    return None if isinstance(place, ScalarPlace) and place.is_empty else place


def plain(place: Place | None) -> Any:
    """Give what a tree says, as dicts, lists and texts; None where nothing is written."""
    if place is None or (isinstance(place, ScalarPlace) and place.is_empty):
        return None
    if isinstance(place, ScalarPlace):
        return place.text
    if isinstance(place, MappingPlace):
        return {key.text: plain(value) for key, value in place.pairs}
    return [plain(item) for item in place.items]


_STARTS = (ScalarEvent, MappingStartEvent, SequenceStartEvent)


def refused(text: str, at: int, reason: Message) -> Refused:
    """Give the refusal to change what stands at a place of a text."""
    return Refused(_at_line(text.count("\n", 0, at) + 1, reason), message("change it by hand"))


def _at_line(line: int, reason: Message) -> Message:
    return message("line {line}: {reason}", line=str(line), reason=reason)


def _place(event: Any, stream: Iterator[Any], text: str) -> Place:
    """Give the place that an event opens; the depth is bounded, ``parse`` having accepted the text."""
    start = event.start_mark.index
    if isinstance(event, MappingStartEvent):
        return _mapping(event, stream, text)
    if isinstance(event, SequenceStartEvent):
        items: list[Place] = []
        for inner in stream:
            if isinstance(inner, SequenceEndEvent):
                end = inner.end_mark.index if event.flow_style else items[-1].end
                return SequencePlace(tuple(items), start, end, bool(event.flow_style))
            items.append(_place(inner, stream, text))
    end = event.end_mark.index
    if start == end:
        start = end = _just_after_dash(text, start)
    elif event.style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    return ScalarPlace(event.value, start, end, event.style or "")


def _mapping(event: Any, stream: Iterator[Any], text: str) -> MappingPlace:
    start, flow = event.start_mark.index, bool(event.flow_style)
    pairs: list[tuple[ScalarPlace, Place]] = []
    for inner in stream:
        if isinstance(inner, MappingEndEvent):
            end = inner.end_mark.index if flow else pairs[-1][1].end
            return MappingPlace(tuple(pairs), start, end, flow)
        key = _place(inner, stream, text)
        if not isinstance(key, ScalarPlace):
            raise refused(text, key.start, message("a list or a mapping cannot be a key"))
        value = _place(next(stream), stream, text)
        colon = _COLON.match(text, key.end)
        if isinstance(value, ScalarPlace) and value.is_empty and colon:
            value = value._replace(start=colon.end(), end=colon.end())
        pairs.append((key, value))
    raise refused(text, start, message("this is never closed"))


def _just_after_dash(text: str, at: int) -> int:
    """Give the place right after the ``-`` of an empty item; parsers may tell that of the next sign."""
    before = text[:at].rstrip()
    return len(before) if before.endswith("-") else at
