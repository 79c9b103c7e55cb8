"""Every change of some files along the history, commit by commit, as git's trees tell it: nothing is
opened."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.revision import Revision
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import look, look_if
from collectif_cli.store.history.resolve import DATED, read_dated

_MARK = "\x01"


class Touched(NamedTuple):
    """A file that a commit changed against one of its parents: its blob before and after; empty for no
    file."""

    revision: Revision
    path: str
    before: str
    after: str


def raw_changes(place: Place, head: str, names: Sequence[str], since: str = "") -> Iterator[Touched]:
    """Yield what each commit of the history of ``head`` changed under those names, the newest first.

    ``since`` leaves out what its own history holds. A merge is compared with each of its parents.
    """
    wanted = [place.prefix + name for name in names]
    options = ("--topo-order", "-m", "-r", "--root", "--raw", "--no-abbrev", "--no-renames", "-z")
    revisions = (head, f"^{since}") if since else (head,)
    out = os.fsdecode(
        look(place, "log", "--full-history", *options, f"--format={_MARK}{DATED}", *revisions, "--", *wanted)
    )
    revision: Revision | None = None
    about = ""
    for part in out.split("\0"):
        bare = part.lstrip("\n")
        if bare.startswith(_MARK):
            revision = read_dated(bare[1:])
        elif bare.startswith(":") and not about:
            about = bare
        elif about and revision is not None:
            _, _, before, after, _ = about.split(" ")
            yield Touched(revision, part[len(place.prefix) :], _blob(before), _blob(after))
            about = ""


def commits_of(place: Place, head: str) -> tuple[str, ...]:
    """Give the commits of the history of ``head``, children before parents."""
    return tuple(look(place, "rev-list", "--topo-order", head).decode("ascii").split())


def is_within(place: Place, commit: str, head: str) -> bool:
    """Tell whether a commit is ``head``, or one that it comes from."""
    return look_if(place, "merge-base", "--is-ancestor", commit, head).status == 0


def _blob(id: str) -> str:
    return "" if set(id) == {"0"} else id
