"""Records of JSON read like the rows of a table: the keys inside keys are joined by ``/``."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.lines import Row, text_of
from collectif_cli.store.platforms.sheet import Sheet

_DEEPEST = 8


def json_of(file: Handed, notes: Notes) -> Any:
    """Give what a JSON text says; None, with a fault, when it cannot be read."""
    text = text_of(file, notes)
    if text is None:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        span = Span(file.path, getattr(error, "lineno", 1), getattr(error, "colno", 1))
        notes.fault(span, message("this is not valid JSON"), message("fetch the file again"))
        return None


def sheet_of(records: Iterable[Any], path: str, notes: Notes) -> Sheet:
    """Give records as a table; the number of a row is that of its record, from 1."""
    flat = [dict(_flat(record)) if isinstance(record, Mapping) else {} for record in records]
    titles = list(dict.fromkeys(key for record in flat for key in record))
    rows = (
        Row(number, [record.get(title, "") for title in titles])
        for number, record in enumerate(flat, start=1)
        if record
    )
    return Sheet(path, titles, rows, notes)


def _flat(value: Any, before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the values with their way to them; the first items of lists count."""
    if isinstance(value, Mapping) and depth < _DEEPEST:
        for key, inner in value.items():
            yield from _flat(inner, f"{before}/{key}" if before else str(key), depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        for inner in value[:1]:
            yield from _flat(inner, f"{before}/0", depth + 1)
    elif value is not None and not isinstance(value, Mapping | list):
        yield before, str(value)
