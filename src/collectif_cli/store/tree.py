"""A tree of texts: the work tree or any revision of git, read through the same Protocol."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

ROOMS = ("groups", "programme")
HEAD_FILE = "collectif.yaml"
LARGEST_FILE = (
    256_000_000  # bytes; what lies beyond is left on the disk, and the file is said to be too large
)


# From so many bytes on, ballots are not held row by row: about sixty thousand of a dozen options, which would
# take two seconds and 150 MB.
MANY = 2_000_000


class Large(NamedTuple):
    """A file that is better read some megabytes at a time: how many bytes it has, and what opens it."""

    size: int
    open: Callable[[], BinaryIO]


class Entry(NamedTuple):
    """A file of a tree: its path from the root with ``/``, and a stamp that changes when its bytes may have.

    ``regular`` is False for a symbolic link or a special file, which is never read.
    """

    path: str
    stamp: tuple[int | str, ...]
    regular: bool = True


class Tree(Protocol):
    """Where texts are read from."""

    def entries(self) -> list[Entry]:
        """List ``collectif.yaml`` and the files of ``groups/`` and ``programme/``, sorted by path."""

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield the bytes of each path in order; None when it is gone or may not be read."""

    def large(self, path: str) -> Large | None:
        """Give a file of many bytes without reading it; None when it has few, or must be read to know."""


class WorkTree:
    """The files as they are on the disk."""

    def __init__(self, root: Path) -> None:
        """Take the folder that holds ``collectif.yaml``."""
        self.root = root

    def entries(self) -> list[Entry]:
        """List the files; hidden ones are left out, links are listed and not followed."""
        found: list[Entry] = []
        head = os.fspath(self.root / HEAD_FILE)
        if os.path.lexists(head):
            status = os.lstat(head)
            found.append(Entry(HEAD_FILE, _stamp(status), stat.S_ISREG(status.st_mode)))
        for room in ROOMS:
            folder = self.root / room
            if folder.is_symlink():
                found.append(Entry(room, (), regular=False))
            elif folder.is_dir():
                _walk(os.fspath(folder), room, found)
        found.sort()
        return found

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield the bytes of each file."""
        base = os.fspath(self.root) + os.sep
        for path in paths:
            yield path, _read(base + path)

    def large(self, path: str) -> Large | None:
        """Give a file of many bytes; no link is followed."""
        return large_file(self.root / path)


def large_file(path: Path) -> Large | None:
    """Give a file of the disk that has many bytes, and is no link; None for any other."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size < MANY or not os.access(path, os.R_OK):
        return None
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return Large(status.st_size, lambda: os.fdopen(os.open(path, flags), "rb", buffering=0))


def _walk(folder: str, prefix: str, found: list[Entry]) -> None:
    """Add the files under a folder; ``os.scandir`` is five times faster here than pathlib.

    A folder that cannot be opened is an entry without a stamp.
    """
    folders = [(folder, prefix)]
    for folder, prefix in folders:  # grows on the way: folders may be nested deeper than calls may
        try:
            with os.scandir(folder) as items:
                for item in items:
                    if item.name.startswith("."):
                        continue
                    path = f"{prefix}/{item.name}"
                    if item.is_dir(follow_symlinks=False):
                        folders.append((item.path, path))
                    else:
                        status = item.stat(follow_symlinks=False)
                        found.append(Entry(path, _stamp(status), stat.S_ISREG(status.st_mode)))
        except OSError:
            found.append(Entry(prefix, ()))


def _stamp(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _read(path: str) -> bytes | None:
    """Read a file by large blocks; faster than opening a Python file object for thousands of small ones."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        block = os.read(handle, 65536)
        if len(block) < 65536:
            return block
        blocks = [block]
        size = len(block)
        while block and size <= LARGEST_FILE:
            block = os.read(handle, 1 << 20)
            blocks.append(block)
            size += len(block)
        return b"".join(blocks)
    except OSError:
        return None
    finally:
        os.close(handle)
