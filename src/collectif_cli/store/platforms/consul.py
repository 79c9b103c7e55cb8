"""CONSUL Democracy: proposals or debates, from its public GraphQL interface (JSON) or its open data (CSV).

Source: consuldemocracy/consuldemocracy, the fields that its public interface lists: ``id``, ``title``,
``summary``, ``description``, ``cached_votes_up``, ``cached_votes_down``, ``public_created_at``, ``tags``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from collectif_cli.model.message import message
from collectif_cli.model.sent import Asked, Sent, Tally
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.lines import Row
from collectif_cli.store.platforms.platform import first_line, head
from collectif_cli.store.platforms.records import json_of, sheet_of
from collectif_cli.store.platforms.sheet import Sheet, Where, count_of, open_sheet

title = message("CONSUL")

_WHERE = Where(
    key=("id",),
    title=("title",),
    body=("summary", "description"),
    date=("public_created_at", "created_at"),
    author=("public_author/id", "public_author/username", "author_id"),
    url=("url", "link"),
    theme=("tags/edges/0/node/name", "tags", "tag_list", "geozone/name"),
)
_UP, _DOWN = ("cached_votes_up", "votes_up"), ("cached_votes_down", "votes_down")
_COLLECTIONS = ("proposals", "debates")


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the votes that each proposal holds, or by the collections of the interface."""
    return bool(files) and all(_is_known(file) for file in files)


def _is_known(file: Handed) -> bool:
    start = head(file)
    if start.lstrip().startswith("{"):
        return '"edges"' in start and any(f'"{one}"' in start for one in _COLLECTIONS)
    titles = first_line(file)
    return {"id", "title"} <= titles and bool(titles & {*_UP, "confidence_score", "hot_score"})


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each proposal or debate that was not retired."""
    found: list[Sent] = []
    for file in files:
        if head(file).lstrip().startswith("{"):
            said = json_of(file, notes)
            sheet = None if said is None else sheet_of(_nodes(said), file.path, notes)
        else:
            sheet = open_sheet(file, notes)
        if sheet is None:
            return None
        found.extend(one for row in sheet.rows if (one := _one(sheet, row, asked, notes)) is not None)
    return tuple(found)


def _one(sheet: Sheet, row: Row, asked: Asked, notes: Notes) -> Sent | None:
    if sheet.raw(row, "retired_at"):
        said = message("its author took this proposal back: it was left aside")
        notes.remark(Span(sheet.path, row.line), said)
        return None
    up, down = count_of(sheet.raw(row, *_UP)), count_of(sheet.raw(row, *_DOWN))
    tally = None if up is None else Tally(up, down)
    return sheet.taken(row, _WHERE, asked.language, tally)


def _nodes(said: Any) -> Iterator[Any]:
    """Yield the proposals and debates of an answer of the interface."""
    data = said.get("data", said) if isinstance(said, Mapping) else {}
    for name in _COLLECTIONS:
        collection = data.get(name) if isinstance(data, Mapping) else None
        edges = collection.get("edges") if isinstance(collection, Mapping) else None
        for edge in edges if isinstance(edges, list) else ():
            yield edge.get("node") if isinstance(edge, Mapping) else None
