"""Whether a folder is free for a new programme: nothing of anybody's may be overwritten or mixed up."""

import os
from pathlib import Path

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.model.message import Message, message
from collectif_cli.store.lock import FOLDER
from collectif_cli.store.tree import HEAD_FILE
from collectif_cli.store.write import write

# What a new folder may hold already: git's own, a licence, what systems leave behind.
_HARMLESS = frozenset({".git", ".DS_Store", "desktop.ini", "COPYING", "LICENCE", "LICENSE", "LICENSE.md"})
_MOST_NAMED = 5


def require_free(root: Path) -> Message | None:
    """Raise Refused, with what is there, unless the folder is new or empty.

    An interrupted command may have left its journal here: it is finished or undone first, and that is what
    the message says.
    """
    if root.is_symlink() or (root.exists() and not root.is_dir()):
        raise Refused(
            message("{path} is not a folder", path=os.fspath(root)), message("give the name of a folder")
        )
    recovered = write(root, ()) if (root / FOLDER).is_dir() else None
    there = _names(root)
    if HEAD_FILE in there:
        raise Refused(
            message("{folder} already holds a programme", folder=os.fspath(root)),
            message("“collectif status” shows where it stands; choose another folder for a new one"),
        )
    others = tuple(name for name in there if name not in _HARMLESS)
    if others:
        more = len(others) - _MOST_NAMED
        named = others if more <= 0 else (*others[:_MOST_NAMED], "…")
        raise Refused(
            message("{folder} is not empty: {names}", folder=os.fspath(root), names=named),
            message("choose an empty folder: nothing that is there is ever overwritten"),
        )
    return recovered


def _names(root: Path) -> list[str]:
    """Give what the folder holds, sorted; a folder that is not there holds nothing."""
    try:
        return sorted(entry.name for entry in root.iterdir()) if root.exists() else []
    except OSError as error:
        raise RepositoryError(
            message("{path} cannot be read", path=os.fspath(root)),
            message("check what it is, and its permissions"),
        ) from error
