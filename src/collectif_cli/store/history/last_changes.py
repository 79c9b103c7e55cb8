"""The last commit of each text, from one reading of the history."""

import os
from collections.abc import Iterable, Iterator, Mapping

from collectif_cli.model.revision import Revision
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import look
from collectif_cli.store.history.resolve import DATED, head_of, read_dated
from collectif_cli.store.tree import HEAD_FILE, ROOMS

_MARK = "\x01"  # stands before each commit; no path that git lists starts with it here, for all are texts


def last_changes(place: Place, paths: Iterable[str], commit: str | None = None) -> Mapping[str, Revision]:
    """Give the last commit that touched each path; a path that no commit holds is left out.

    Only ``commit`` and those it comes from count; the present commit when it is not given.
    A merge counts when it holds something that none of its parents had. In a shallow clone, what is
    older than the clone is given to its first commit.
    """
    wanted = set(paths)
    head = (commit or head_of(place)) if wanted else None
    if head is None:
        return {}
    found: dict[str, Revision] = {}
    for revision, path in _touched(place, head):
        if path in wanted:
            wanted.remove(path)
            found[path] = revision
            if not wanted:
                break
    return found


def _touched(place: Place, head: str) -> Iterator[tuple[Revision, str]]:
    """Yield each commit with each text it touched, children before parents even when clocks were wrong."""
    rooms = [place.prefix + name for name in (HEAD_FILE, *ROOMS)]
    options = (
        "--date-order",
        "-c",
        "--root",
        "--name-only",
        "-z",
        "--no-renames",
        f"--format={_MARK}{DATED}",
    )
    out = os.fsdecode(look(place, "log", *options, head, "--", *rooms))
    revision = None
    for part in out.split("\0"):
        name = part.lstrip("\n")
        if name.startswith(_MARK):
            revision = read_dated(name[1:])
        elif name and revision:
            yield revision, name[len(place.prefix) :]
