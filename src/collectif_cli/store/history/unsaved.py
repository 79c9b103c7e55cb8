"""Which files hold changes that no commit has, told without git's filters and without touching its index."""

import os
from collections.abc import Iterable

from collectif_cli.store.history.blobs import blob_id
from collectif_cli.store.history.command import demand
from collectif_cli.store.history.git_tree import Kept, kept_files
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.resolve import head_of
from collectif_cli.store.tree import WorkTree


def committed_files(place: Place) -> dict[str, Kept]:
    """List what the present commit holds under the root, by path; nothing when there is no commit yet."""
    head = head_of(place)
    return kept_files(place, head) if head else {}


def staged_files(place: Place) -> dict[str, list[Kept]]:
    """List what git's index holds under the root, by path; a path in conflict has several entries."""
    out = os.fsdecode(demand(place.root, "ls-files", "--stage", "-z", "--full-name"))
    staged: dict[str, list[Kept]] = {}
    for row in out.split("\0")[:-1]:
        about, _, path = row.partition("\t")
        mode, blob, _ = about.split(" ")
        staged.setdefault(path[len(place.prefix) :], []).append(Kept(mode, blob))
    return staged


def unsaved(place: Place, paths: Iterable[str]) -> tuple[str, ...]:
    """Give those of the paths whose file, or entry in git's index, is not what the present commit holds.

    A file that neither has is not one of them. Line ends that git changes at check-out do not count.
    """
    asked = sorted(set(paths))
    committed, staged = committed_files(place), staged_files(place)
    found = []
    for path, raw in WorkTree(place.root).read(asked):
        kept = committed.get(path)
        present = raw is not None or os.path.lexists(place.root / path)
        is_staged = staged.get(path, []) == ([kept] if kept else [])
        if not is_staged or present != (kept is not None) or (kept and not _holds(place, raw, kept)):
            found.append(path)
    return tuple(found)


def _holds(place: Place, raw: bytes | None, kept: Kept) -> bool:
    return raw is not None and kept.blob in (
        blob_id(raw, place.digest),
        blob_id(raw.replace(b"\r\n", b"\n"), place.digest),
    )
