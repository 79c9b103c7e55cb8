"""From the bytes of one file to its document and its faults."""

from io import BytesIO
from typing import Any

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.ballot_file import read_ballot_file
from collectif_cli.store.documents import DOCUMENTS
from collectif_cli.store.markdown_text import read_body, split_front
from collectif_cli.store.places import Place, bad_names
from collectif_cli.store.raw_text import LARGEST, LARGEST_BALLOTS, decode
from collectif_cli.store.reading import Reading
from collectif_cli.store.tree import MANY, Large
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.store.yaml_tree import Mapping, Node


def read_document(path: str, place: Place, raw: bytes | None) -> tuple[Document, list[Diagnostic]]:
    """Give the document of a file, with an empty value when it cannot be read, and everything wrong in it."""
    reading = Reading(path)
    if raw is None:
        reading.fault(
            "tree-unreadable",
            reading.top,
            message("this file cannot be read"),
            message("check its permissions"),
        )
        return Document(path=path, kind=place.kind, id=place.id), reading.faults
    if holds_many(place) and len(raw) >= MANY:
        return read_many(path, place, Large(len(raw), lambda: BytesIO(raw)))
    for name in bad_names(place):
        hint = message("rename it with a to z, 0 to 9 and “-”, at most 60 characters")
        reading.fault("tree-bad-name", reading.top, message("“{name}” is not an id", name=name), hint)
    text = decode(raw, reading, LARGEST_BALLOTS if place.kind == "ballots" else LARGEST)
    value = None if text is None else _value(text, place, reading)
    document = Document(
        path=path, kind=place.kind, id=place.id, text=text or "", value=value, links=tuple(reading.links)
    )
    return document, reading.faults


def holds_many(place: Place) -> bool:
    """Tell whether a file of that place may hold ballots by the million: two entries are typed by hand."""
    return place.kind == "ballots" and place.names[-1] == "ballots"


def read_many(path: str, place: Place, large: Large) -> tuple[Document, list[Diagnostic]]:
    """Give the document of ballots too many to be held row by row, and what is wrong in their titles."""
    reading = Reading(path)
    value = read_ballot_file(path, large, reading)
    return Document(path=path, kind=place.kind, id=place.id, value=value), reading.faults


def _value(text: str, place: Place, reading: Reading) -> Any:
    kind = DOCUMENTS[place.kind]
    if kind.form == "markdown":
        return _markdown(text, place, reading)
    if kind.form == "prose":
        return kind.read(reading, *place.names, read_body(text, 1))
    if kind.form == "table":
        return kind.read(text, reading)
    if kind.form == "generated":
        return None
    root = _tree(text, reading)
    if root is None:
        return None
    return kind.read(root, reading, *(place.names if place.kind not in {"counts", "rounds"} else ()))


def _markdown(text: str, place: Place, reading: Reading) -> Any:
    front = split_front(text)
    if front.yaml is None:
        hint = message("start the file with a line “---”, the values, and another line “---”")
        reading.fault(
            "yaml-no-front-matter",
            reading.top,
            message("the values at the top of the text are missing"),
            hint,
        )
        return None
    if not front.closed:
        reading.fault(
            "yaml-front-matter-open",
            Span(reading.path, 1, 1, 3),
            message("the values at the top of the text are never closed"),
            message("add a line “---” after the last value"),
        )
        return None
    reading.shift = 1
    root = _tree(front.yaml, reading)
    if root is None:
        return None
    return DOCUMENTS[place.kind].read(root, reading, *place.names, read_body(front.body, front.body_line))


def _tree(text: str, reading: Reading) -> Node | None:
    """Give the YAML tree; an empty text is an empty mapping, so that each missing key is told."""
    root, faults = parse(text)
    for fault in faults:
        span = Span(reading.path, fault.line + reading.shift, fault.column, fault.width)
        reading.fault(fault.code, span, fault.message, fault.hint)
    if root is None and not any(fault.code in _BROKEN for fault in faults):
        return Mapping([], 1, 1, 0)
    return root


_BROKEN = frozenset({"yaml-syntax", "yaml-too-deep", "yaml-too-many"})
