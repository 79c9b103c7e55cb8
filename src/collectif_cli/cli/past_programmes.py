"""A few texts of the programme as they were at some commits, read through one git process for all of them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from collectif_cli.model.document import Document
from collectif_cli.model.programme import Programme
from collectif_cli.store.load import assemble
from collectif_cli.store.places import place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.store.tree import HEAD_FILE

if TYPE_CHECKING:
    from collectif_cli.store.history import History


class PastProgrammes:
    """The texts at each commit; the same bytes at the same place are read once."""

    def __init__(self, history: "History", wanted: Mapping[str, Iterable[str]]) -> None:
        """Take the paths wanted at each commit; ``collectif.yaml`` is always one of them."""
        asked = [
            (commit, path) for commit, paths in wanted.items() for path in dict.fromkeys([HEAD_FILE, *paths])
        ]
        self._documents: dict[str, list[Document]] = {commit: [] for commit in wanted}
        self._blobs: dict[tuple[str, str], str] = {}
        known: dict[tuple[str, bytes], Document] = {}
        for (commit, path), raw in zip(asked, history.read_at(asked), strict=True):
            place = place_of(path)
            if raw is None or place is None:
                continue
            if (path, raw) not in known:
                known[path, raw] = read_document(path, place, raw)[0]
            self._documents[commit].append(known[path, raw])
            self._blobs[commit, path] = history.blob_id(raw)

    def at(self, commit: str) -> Programme | None:
        """Give what was read of a commit; None when there was no programme in it."""
        documents = self._documents.get(commit, [])
        if not any(one.path == HEAD_FILE for one in documents):
            return None
        return assemble(documents)

    def blob(self, commit: str, path: str) -> str:
        """Give the git blob of a file at a commit; empty when it was not there."""
        return self._blobs.get((commit, path), "")
