"""YAML as a tree of places: every key and value with its line and column, every scalar still text.

The events come from libyaml through ``ruamel.yaml.clib``, or from ruamel's own parser where no binary
exists; both give the same events. Anchors, aliases, tags and several documents are faults: one text,
one meaning.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from collectif_cli.model.message import Message, message
from collectif_cli.store.yaml_lines import read_lines
from collectif_cli.store.yaml_problems import explain_problem
from collectif_cli.store.yaml_tree import REFUSED, Mapping, Node, Scalar, Sequence

DEEPEST = 32
MOST_NODES = 250_000  # about 100 MB once read; a list of 30,000 people has 120,000

# What libyaml takes for the end of a line, and git does not: lines would be counted in two ways.
_OTHER_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
_LONE_RETURN = re.compile("\r(?!\n)")
# What YAML refuses to read (YAML 1.1, section 5.1); the reading of the characters has told it already.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class YamlFault(NamedTuple):
    """A fault of the YAML itself; ``line`` and ``column`` count from 1 in the YAML text."""

    code: str
    line: int
    column: int
    width: int
    message: Message
    hint: Message | None = None


def parse(text: str) -> tuple[Node | None, list[YamlFault]]:
    """Give the tree of a YAML text and its faults; no tree when the syntax is broken or nothing is there.

    Lines end with LF or CRLF and with nothing else; a character that YAML cannot hold reads as a space.
    """
    plain = read_lines(text)
    return (plain, []) if plain is not None else parse_events(text)


def parse_events(text: str) -> tuple[Node | None, list[YamlFault]]:
    """Give the same from the events of the parser, whatever the text."""
    if "\x85" in text or "\u2028" in text or "\u2029" in text:
        text = text.translate(_OTHER_BREAKS)
    if "\r" in text:
        text = _LONE_RETURN.sub(" ", text)
    builder = _Builder()
    try:
        builder.build(events(text))
    except _TooMuch as stop:
        return None, [stop.fault]
    except MarkedYAMLError as error:
        return None, [*builder.faults, _syntax_fault(error, text)]
    except (YAMLError, UnicodeEncodeError) as error:
        readable = _UNREADABLE.sub(" ", text)
        if readable != text:
            return parse_events(readable)
        unreadable = message("this is not valid YAML ({problem})", problem=str(error).partition("\n")[0])
        return None, [*builder.faults, YamlFault("yaml-syntax", 1, 1, 0, unreadable)]
    return builder.root, builder.faults


def events(text: str) -> Iterator[Any]:
    """Yield the events of libyaml, or of the pure parser where the binary is absent."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        from ruamel.yaml import YAML

        yield from YAML(typ="safe", pure=True).parse(text)
        return
    next_event = CParser(text).get_event
    event = next_event()
    while event is not None:
        yield event
        event = next_event()


def _syntax_fault(error: MarkedYAMLError, text: str) -> YamlFault:
    """Turn an error of the parser into a fault at its place, in words a volunteer understands.

    Where the parser noticed only at the end of the text, or one line too late, the place is where what
    is not finished started.
    """
    lines = text.rstrip().split("\n")
    mark, context = error.problem_mark, error.context_mark
    if context is not None and (_is_late(error) or _is_past(mark, lines)):
        mark = context
    past = _is_past(mark, lines)
    line, column = (len(lines) - 1, len(lines[-1])) if past else (mark.line, mark.column)
    row = lines[line]
    sentence, hint = explain_problem(error.problem or "", row[:column], row[column : column + 1])
    return YamlFault("yaml-syntax", line + 1, column + 1, 0, sentence, hint)


def _is_late(error: MarkedYAMLError) -> bool:
    return str(error.context).startswith(
        ("while scanning a simple key", "while scanning a quoted scalar")
    ) and ("escape" not in str(error.problem) and "hexdec" not in str(error.problem))


def _is_past(mark: Any, lines: list[str]) -> bool:
    """Tell whether nothing is written from the mark on."""
    return mark is None or (mark.line, mark.column) >= (len(lines) - 1, len(lines[-1]))


class _TooMuch(Exception):
    """Raised inside this module to stop at a text beyond what a person could have meant."""

    def __init__(self, fault: YamlFault) -> None:
        super().__init__()
        self.fault = fault


class _Builder:
    """Puts events together; iterative, so that no text can exhaust the stack."""

    __slots__ = ("documents", "faults", "key", "keys", "node", "nodes", "number", "root")

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[YamlFault] = []
        self.node: Mapping | Sequence | None = None  # the one being filled
        self.key: Scalar | None = None  # the key of it that waits for a value
        self.nodes: list[Mapping | Sequence | None] = []
        self.keys: list[Scalar | None] = []
        self.documents = 0
        self.number = 0  # of nodes

    def build(self, events: Iterator[Any]) -> None:
        """Add every event; a simple value of a mapping, which most of them are, is put in place at once."""
        for event in events:
            if type(event) is not ScalarEvent:
                self._take(event)
                continue
            scalar = self._scalar(event)
            parent, key = self.node, self.key
            if type(parent) is Mapping and self.number < MOST_NODES and scalar.width != REFUSED:
                self.number += 1
                if key is None:
                    self.key = scalar
                else:
                    if key.width != REFUSED:
                        parent.pairs.append((key, scalar))
                    self.key = None
            else:
                self._place(scalar)

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is MappingStartEvent:
            self._enter(Mapping, event)
        elif kind is SequenceStartEvent:
            self._enter(Sequence, event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._leave()
        elif kind is AliasEvent:
            mark = event.start_mark
            self._fault("yaml-alias", mark, len(event.anchor) + 1, _ALIAS)
            self._place(Scalar("", mark.line + 1, mark.column + 1, REFUSED, True))
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents == 2:
                self._fault("yaml-several-documents", event.start_mark, 3, _SEVERAL)

    def _scalar(self, event: Any) -> Scalar:
        mark, end, text = event.start_mark, event.end_mark, event.value
        if event.anchor or not any(event.implicit):  # neither implicit tag: a tag was written
            self._refuse_marks(event)
        line, column = mark.line, mark.column
        width = end.column - column if end.line == line else len(text.partition("\n")[0])
        return Scalar(text, line + 1, column + 1, width, not event.style)

    def _enter(self, made: type[Mapping] | type[Sequence], event: Any) -> None:
        if len(self.nodes) >= DEEPEST:
            self._stop("yaml-too-deep", event.start_mark, _DEEP)
        if event.anchor or event.tag:
            self._refuse_marks(event)
        mark = event.start_mark
        node = made([], mark.line + 1, mark.column + 1, 1 if event.flow_style else 0)
        self._place(node)
        self.nodes.append(self.node)
        self.keys.append(self.key)
        self.node, self.key = node, None

    def _leave(self) -> None:
        node = self.node
        if type(node) is Mapping:
            pairs = node.pairs
            if len({key.text for key, _ in pairs}) < len(pairs):
                self._refuse_duplicates(pairs)
        self.node, self.key = self.nodes.pop(), self.keys.pop()

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: the root, an item, a key or the value of the waiting key."""
        self.number += 1
        if self.number > MOST_NODES:
            raise _TooMuch(YamlFault("yaml-too-many", node.line, node.column, 0, *_MANY))
        parent = self.node
        if parent is None:
            if self.root is None:
                self.root = node
        elif isinstance(parent, Sequence):
            if node.width != REFUSED:
                parent.items.append(node)
        elif self.key is None:
            self.key = node if isinstance(node, Scalar) else self._refuse_key(node)
        else:
            if self.key.width != REFUSED:
                parent.pairs.append((self.key, node))
            self.key = None

    def _refuse_key(self, node: Node) -> Scalar:
        self.faults.append(YamlFault("yaml-complex-key", node.line, node.column, 1, *_KEY))
        return Scalar("", node.line, node.column, REFUSED, True)

    def _stop(self, code: str, mark: Any, said: tuple[Message, Message]) -> None:
        raise _TooMuch(YamlFault(code, mark.line + 1, mark.column + 1, 1, *said))

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self._fault("yaml-anchor", event.start_mark, len(event.anchor) + 1, _ANCHOR)
        if event.tag:
            self._fault("yaml-tag", event.start_mark, 1, _TAG)

    def _refuse_duplicates(self, pairs: list[tuple[Scalar, Node]]) -> None:
        seen: dict[str, int] = {}
        for key, _ in pairs:
            if key.text in seen:
                said = message(
                    "“{key}” is said twice; first on line {line}", key=key.text, line=seen[key.text]
                )
                hint = message("keep one of the two")
                fault = YamlFault("yaml-duplicate-key", key.line, key.column, key.width, said, hint)
                self.faults.append(fault)
            else:
                seen[key.text] = key.line

    def _fault(self, code: str, mark: Any, width: int, said: tuple[Message, Message]) -> None:
        self.faults.append(YamlFault(code, mark.line + 1, mark.column + 1, width, *said))


_ALIAS = (
    message("“*” refers to another place of the file"),
    message("write the value out, or put quotes around it"),
)
_ANCHOR = (message("“&” names a place of the file"), message("remove it, or put quotes around the text"))
_TAG = (message("“!” gives a type to the value"), message("remove it, or put quotes around the text"))
_SEVERAL = (message("“---” starts a second text in the same file"), message("keep one text per file"))
_DEEP = (message("this is nested too deep"), message("bring it nearer to the margin; nothing of it was read"))
_MANY = (
    message("there are too many values in this file"),
    message("cut the file in two; nothing of it was read"),
)
_KEY = (message("a list or a mapping cannot be a key"), message("write “key: value”"))
