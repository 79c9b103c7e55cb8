"""Writes texts into the repository: all of a command's files or none, one command at a time."""

import os
from collections.abc import Sequence
from pathlib import Path

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.model.change import Change
from collectif_cli.model.message import Message, message
from collectif_cli.store.inside import inside
from collectif_cli.store.journal import carry_out, recover
from collectif_cli.store.lock import locked
from collectif_cli.store.plan import Plan, Step, digest
from collectif_cli.store.tree import WorkTree
from collectif_cli.store.unwritable import unwritable


def read_text(root: Path, path: str) -> str | None:
    """Give the exact text of a file, line ends and byte order mark included; None when there is none.

    Raises RepositoryError when it is there and cannot be read as UTF-8.
    """
    place = inside(root, path)
    raw = _bytes(root, path)
    if raw is None and os.path.lexists(place):
        raise RepositoryError(
            message("{path} cannot be read", path=path), message("check what it is, and its permissions")
        )
    try:
        return None if raw is None else raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RepositoryError(
            message("{path} is not in UTF-8", path=path), message("see what “collectif check” says of it")
        ) from error


def write(root: Path, changes: Sequence[Change]) -> Message | None:
    """Write the changes, all or none, and say what an earlier interrupted command had left, if anything.

    Raises Refused when a file no longer holds what it held when the command read it, RepositoryError when
    it cannot be written; nothing is changed then.
    """
    for change in changes:
        inside(root, change.path)
    with locked(root) as folder:
        recovered = recover(root, folder)
        for change in changes:
            _require_unchanged(root, change)
        texts = {change.path: change.after.encode() for change in changes}
        carry_out(root, folder, _plan(root, changes), texts)
    return recovered


def _plan(root: Path, changes: Sequence[Change]) -> Plan:
    steps = tuple(
        Step(
            change.path,
            digest(None if change.before is None else change.before.encode()),
            digest(change.after.encode()),
        )
        for change in changes
    )
    holders = {change.path.rpartition("/")[0] for change in changes} - {""}
    folders = {
        folder.relative_to(root).as_posix()
        for place in (inside(root, holder) for holder in holders)
        for folder in (place, *place.parents)
        if folder.is_relative_to(root) and not folder.exists()
    }
    return Plan(steps, tuple(sorted(folders)))


def _require_unchanged(root: Path, change: Change) -> None:
    place = inside(root, change.path)
    raw = _bytes(root, change.path)
    if (change.before is None) != (not os.path.lexists(place)) or (
        change.before is not None and raw != change.before.encode()
    ):
        raise Refused(
            message("{path} changed while the command was running; nothing was written", path=change.path),
            message("run the command again"),
        )
    if raw is not None and not os.access(place, os.W_OK):
        raise unwritable(change.path, PermissionError(13, "permission"))


def _bytes(root: Path, path: str) -> bytes | None:
    return next(iter(WorkTree(root).read([path])))[1]
