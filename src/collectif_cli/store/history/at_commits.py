"""Files as they were at many commits, all through one git process."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence

from collectif_cli.store.history.blobs import read_blobs
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import look

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def read_at(place: Place, asked: Sequence[tuple[str, str]]) -> Iterator[bytes | None]:
    """Yield the bytes of each path at its commit (a full id); None for what is not there, or is no id.

    What stands in a text is never taken for more than the id of a commit and the place of a text.
    """
    names = [
        f"{commit}:{place.prefix}{path}" if _is_safe(commit, path) else f"{place.no_commit}"
        for commit, path in asked
    ]
    yield from read_blobs(place, names)


def read_ids(place: Place, ids: Sequence[str]) -> Iterator[bytes | None]:
    """Yield the bytes of each blob of those ids; None for what is none."""
    yield from read_blobs(place, [id if _COMMIT.fullmatch(id) else place.no_commit for id in ids])


def boxes_at(place: Place, commits: Sequence[str], folders: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each commit and folder that it holds, with the id of the tree of that folder."""
    asked = [(commit, folder) for commit in commits for folder in folders]
    names = "".join(f"{commit}:{place.prefix}{folder}\n" for commit, folder in asked)
    out = look(place, "cat-file", "--batch-check", stdin=names.encode())
    for (commit, folder), line in zip(asked, out.decode("utf-8", "replace").splitlines(), strict=True):
        id, _, rest = line.partition(" ")
        if rest.startswith("tree "):
            yield commit, folder, id


def files_in(place: Place, trees: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the files of each tree, by name with their blobs; folders in it are left out."""
    ids = list(dict.fromkeys(trees))
    out = look(place, "cat-file", "--batch", stdin="".join(f"{id}\n" for id in ids).encode()) if ids else b""
    found, at = {}, 0
    for id in ids:
        end = out.index(b"\n", at)
        size = int(out[at:end].split(b" ")[2])
        found[id] = tuple(_entries(out[end + 1 : end + 1 + size], len(place.no_commit) // 2))
        at = end + size + 2
    return found


def _entries(tree: bytes, width: int) -> Iterator[tuple[str, str]]:
    """Yield the files of a tree as git keeps it: the mode, a space, the name, NUL, the id in bytes."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        mode, _, name = tree[at:end].partition(b" ")
        at = end + 1 + width
        if mode.startswith(b"100"):
            yield os.fsdecode(name), tree[end + 1 : at].hex()


def _is_safe(commit: str, path: str) -> bool:
    return _COMMIT.fullmatch(commit) is not None and path.isprintable()
