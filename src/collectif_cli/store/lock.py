"""One command writes at a time: the folder that says so, and the system's lock that holds it.

The lock belongs to the process: when it dies, however it dies, the system lets go of it. The file only
tells the others whom they wait for.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.unwritable import unwritable

FOLDER = ".collectif-journal"
_LOCK = "lock"
_UNSEEN = ".gitignore"  # git must not take the folder for a part of the programme
_PAUSE = 0.05  # seconds between two tries


@contextmanager
def locked(root: Path, patience: float = 3.0) -> Iterator[Path]:
    """Hold the lock of a repository and yield the folder of its journal, removed when nothing is left.

    Waits ``patience`` seconds for another command. Raises RepositoryError when that one is not done by then,
    or when the folder cannot be written to.
    """
    folder = root / FOLDER
    handle = _take(folder, time.monotonic() + patience)
    try:
        yield folder
    finally:
        _clear(folder)
        os.close(handle)


def _take(folder: Path, until: float) -> int:
    while True:
        try:
            handle = _try(folder)
        except OSError as error:
            raise unwritable(FOLDER, error) from error
        if handle is not None:
            return handle
        if time.monotonic() > until:
            raise RepositoryError(
                message("another command is writing here (process {pid})", pid=_owner(folder)),
                message("wait until it is done, then try again"),
            )
        time.sleep(_PAUSE)


def _try(folder: Path) -> int | None:
    """Give the open lock; None when another process holds it, or took the folder away meanwhile."""
    if folder.is_symlink():
        raise RepositoryError(message("{path} is a link, and links are not followed", path=FOLDER))
    folder.mkdir(exist_ok=True)
    try:
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_ino == (folder / _LOCK).stat().st_ino:
            os.truncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
            _hide(folder)
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _hide(folder: Path) -> None:
    """Keep git from seeing the folder; a link of that name, which a stranger put there, is taken away."""
    (folder / _UNSEEN).unlink(missing_ok=True)
    handle = os.open(folder / _UNSEEN, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(b"*\n")


def _clear(folder: Path) -> None:
    """Take the folder away when no journal is left in it."""
    if {entry.name for entry in folder.iterdir()} <= {_LOCK, _UNSEEN}:
        with suppress(OSError):
            (folder / _UNSEEN).unlink(missing_ok=True)
            (folder / _LOCK).unlink(missing_ok=True)
            folder.rmdir()


def _owner(folder: Path) -> str:
    try:
        pid = (folder / _LOCK).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return "?"
    return pid if pid.isdecimal() else "?"
