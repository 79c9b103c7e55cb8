"""The texts as they were at a revision, read like those of the work tree."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from collectif_cli.store.history.blobs import read_blobs
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import look
from collectif_cli.store.tree import HEAD_FILE, ROOMS, Entry, Large


class Kept(NamedTuple):
    """A file in a commit: its mode (100644, 100755, 120000 for a link, 160000 for a submodule), its blob."""

    mode: str
    blob: str


def kept_files(place: Place, commit: str, names: Sequence[str] = ("",)) -> dict[str, Kept]:
    """List the files of a commit at those names of the root and below, by path from the root."""
    start = len(place.prefix)
    wanted = [place.prefix + name for name in names if place.prefix + name]
    out = look(place, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
    kept = {}
    for row in os.fsdecode(out).split("\0")[:-1]:
        about, _, path = row.partition("\t")
        mode, _, blob = about.split(" ")
        kept[path[start:]] = Kept(mode, blob)
    return kept


class GitTree:
    """The texts of one commit; missing contents (a partial clone) read as gone, and nothing is fetched."""

    def __init__(self, place: Place, commit: str) -> None:
        """Take the full id of the commit."""
        self.place = place
        self.commit = commit

    @cached_property
    def _kept(self) -> dict[str, Kept]:
        return kept_files(self.place, self.commit, (HEAD_FILE, *ROOMS))

    def entries(self) -> list[Entry]:
        """List the texts, without hidden files, as the work tree does; the stamp is the id of the blob."""
        return sorted(
            Entry(path, (kept.blob,), kept.mode.startswith("100"))
            for path, kept in self._kept.items()
            if "/." not in path and not (path in ROOMS and kept.mode.startswith("100"))
        )

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield the bytes of each file as git keeps them: no filter, no conversion of line ends."""
        asked = [(path, self._kept.get(path)) for path in paths]
        there = [kept.blob for _, kept in asked if kept and kept.mode.startswith("100")]
        contents = read_blobs(self.place, there)
        for path, kept in asked:
            yield path, next(contents) if kept and kept.mode.startswith("100") else None

    def large(self, path: str) -> Large | None:
        """Give None: git gives a file whole."""
        return None
