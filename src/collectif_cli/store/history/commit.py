"""One commit of exactly the files that a verb wrote, and nothing else.

Made of plumbing, so that no filter, hook, signature or editor can run: the files are hashed as they are,
a temporary index takes the present commit and those files, and the branch moves only if it is still where it
was. What else was staged or changed stays so.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.history.author import Author, as_surroundings, require_identity
from collectif_cli.store.history.command import reason
from collectif_cli.store.history.configured_programs import Writer
from collectif_cli.store.history.git_tree import Kept, kept_files
from collectif_cli.store.history.new_blobs import write_blobs
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.resolve import head_of
from collectif_cli.store.history.unsaved import unsaved

# What git leaves in its folder while it is in the middle of something.
_UNDER_WAY = {
    "MERGE_HEAD": message("a merge"),
    "CHERRY_PICK_HEAD": message("a cherry-pick"),
    "REVERT_HEAD": message("a revert"),
    "rebase-merge": message("a rebase"),
    "rebase-apply": message("a rebase"),
    "BISECT_LOG": message("a bisection"),
}
_UPDATE_INDEX = ("update-index", "--replace", "-z", "--index-info")


def require_ready(place: Place, paths: Iterable[str]) -> None:
    """Raise Refused when a commit of those files would be impossible or would hold more than a verb's work.

    To be called before the verb writes: files that differ from the present commit are then somebody's.
    """
    _require_calm(place)
    others = unsaved(place, paths)
    if others:
        raise Refused(
            message("these files already had changes that no commit holds: {paths}", paths=others),
            message("commit them or put them aside first, or do without “--commit”"),
        )


def commit(place: Place, paths: Iterable[str], text: str, author: Author | None = None) -> str | None:
    """Make one commit of the files as they are on the disk, with the message ``text``.

    A file that is gone is removed. Give the id of the commit, or None when the files are what the present
    commit holds. Raises Refused as ``require_ready`` does but for unsaved changes, and RepositoryError when
    git fails or when somebody else committed in between; the branch and the index are then as before.
    """
    _require_calm(place)
    writer = Writer(place)
    head = head_of(place)
    committed = kept_files(place, head) if head else {}
    asked = sorted(set(paths))
    kept = write_blobs(place, writer, asked, committed)
    changes = {path: kept.get(path) for path in asked if kept.get(path) != committed.get(path)}
    if not changes:
        return None
    said = text.strip() + "\n"
    parents = ["-p", head] if head else []
    out = writer.demand(
        *("commit-tree", "--no-gpg-sign", *parents, _write_tree(writer, head, _rows(place, changes))),
        stdin=said.encode(),
        surroundings=as_surroundings(author),
    )
    made = out.decode("ascii").strip()
    former = {path: committed.get(path) for path in changes}
    move = ("update-ref", "-m", f"commit: {said.splitlines()[0]}", "HEAD", made, head or place.no_commit)
    _move(writer, move, _rows(place, changes), _rows(place, former))
    return made


def _require_calm(place: Place) -> None:
    if place.bare:
        raise Refused(message("this is a bare repository: it has no files to commit"))
    for name, under_way in _UNDER_WAY.items():
        if os.path.lexists(place.git_dir / name):
            raise Refused(
                message("{what} is under way in this repository", what=under_way),
                message("finish it or give it up first; “git status” says how"),
            )
    require_identity(place)


def _rows(place: Place, changes: Mapping[str, Kept | None]) -> bytes:
    """Write changes as entries of an index, removals first so that a folder may take the place of a file."""
    rows = []
    for path, kept in sorted(changes.items(), key=lambda change: (change[1] is not None, change[0])):
        mode, blob = kept or Kept("0", place.no_commit)
        rows.append(f"{mode} {blob}\t{place.prefix}{path}\0")
    return os.fsencode("".join(rows))


def _write_tree(writer: Writer, head: str | None, rows: bytes) -> str:
    """Write the tree of the present commit with those entries changed, through an index apart."""
    with tempfile.TemporaryDirectory(prefix="collectif-") as folder:
        apart = {"GIT_INDEX_FILE": os.fspath(Path(folder) / "index")}
        writer.demand("read-tree", head or "--empty", surroundings=apart)
        writer.demand(*_UPDATE_INDEX, stdin=rows, surroundings=apart)
        return writer.demand("write-tree", "--missing-ok", surroundings=apart).decode("ascii").strip()


def _move(writer: Writer, move: Sequence[str], rows: bytes, former: bytes) -> None:
    """Move the branch, its index first: stopped in between, the files are staged and nothing is lost."""
    writer.demand(*_UPDATE_INDEX, stdin=rows)
    answer = writer.ask(*move)
    if answer.status:
        writer.demand(*_UPDATE_INDEX, stdin=former)
        raise RepositoryError(
            message("the commit was not made: {reason}", reason=reason(answer)),
            message("somebody else may have committed at the same time: try again"),
        )
