"""The contributions read one by one as they are looked at: opening a shelf of ten thousand takes no second.

Of each, the fate is told from a line of its front matter; the text itself is read by the reader of all
texts, once somebody looks at it.
"""

import re
from typing import NamedTuple

from collectif_cli.model.contribution import Contribution
from collectif_cli.model.programme import Programme
from collectif_cli.store.load import assemble, read_entries
from collectif_cli.store.markdown_text import split_front
from collectif_cli.store.places import Place, place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.store.tree import HEAD_FILE, Tree

_FATE = re.compile(rb"^fate:[ \t]*[\"']?([a-z-]+)", re.MULTILINE)
_FRONT = 4_000  # bytes in which the fate stands; else the whole text is read to know it
_FRAME = frozenset({"group", "people", "contribution-source"})


class _Kept(NamedTuple):
    path: str
    place: Place
    raw: bytes


class Shelf:
    """The contributions of a tree, and the groups beside them."""

    def __init__(self, tree: Tree) -> None:
        """Read the bytes, and the few texts that the contributions are sorted by."""
        self._tree = tree
        places = {
            entry.path: (entry, place)
            for entry in tree.entries()
            if entry.regular and (place := place_of(entry.path)) is not None
        }
        frame = [
            entry for path, (entry, place) in places.items() if path == HEAD_FILE or place.kind in _FRAME
        ]
        documents, _faults = read_entries(tree, frame)
        self.frame: Programme = assemble(documents)
        sent = {path: place for path, (_, place) in places.items() if place.kind == "contribution"}
        self._kept = {
            place.id: _Kept(path, place, raw)
            for (path, raw), place in zip(tree.read(sent), sent.values(), strict=True)
            if raw is not None
        }

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in the order of the files."""
        return tuple(self._kept)

    def fate(self, id: str) -> str:
        """Give the fate, from its line when it has one of its own; nothing when the text cannot be read."""
        found = _FATE.search(self._kept[id].raw, 0, _FRONT)
        if found:
            return found[1].decode("ascii")
        one = self.contribution(id)
        return one.fate.value if one else ""

    def contribution(self, id: str) -> Contribution | None:
        """Give a contribution; None when there is none, or it cannot be read."""
        kept = self._kept.get(id)
        if kept is None:
            return None
        value = read_document(kept.path, kept.place, kept.raw)[0].value
        return value if isinstance(value, Contribution) else None

    def again(self, id: str) -> None:
        """Read the bytes of a contribution again, for they were written."""
        kept = self._kept[id]
        raw = next(iter(self._tree.read([kept.path])))[1]
        self._kept[id] = kept._replace(raw=raw or b"")

    def words(self) -> dict[str, str]:
        """Give the words of each: its title and its text."""
        found = {}
        for id, kept in self._kept.items():
            front = split_front(kept.raw.decode("utf-8", "replace"))
            title = next((line for line in (front.yaml or "").split("\n") if line.startswith("title:")), "")
            found[id] = f"{title[6:]} {front.body}"
        return found
