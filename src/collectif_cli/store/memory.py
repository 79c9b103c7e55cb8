"""What the last examination of a work tree found, kept per file, so that the next one reads what changed.

Kept in the reader's own cache folder, never in the repository: a repository may come from a stranger.
A file counts as unchanged when its times, size and inode are the same and its times are older than the
examination by more than the grain of file systems (as git does for "racily clean" entries of its index).
"""

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from collectif_cli import __version__
from collectif_cli.store.tree import Entry

_PACKAGE = Path(__file__).parent.parent
LONGEST_NAME = 200
GRAIN = 50_000_000  # nanoseconds

# One file: its stamp, its kind ("" when it is no text) and id, where its card starts and ends among
# the cards, what its rules found (pickled). Plain tuples: ten thousand of them are read at every start.
Row = tuple[Any, str, str, int, int, bytes]


class Memory(NamedTuple):
    """Every file by its path, the bytes of the cards, what the rules on the whole found, former ids.

    ``unreadable`` names, as ``kind:id``, the texts that could not be read.
    """

    rows: dict[str, Row]
    cards: bytes
    whole: bytes
    aliases: dict[str, str]
    unreadable: tuple[str, ...]


def memory_path(root: Path, cache: Path) -> Path:
    """Give where the memory of a work tree is kept, under the cache folder of the person."""
    return cache / "collectif" / f"{os.fspath(root).replace(os.sep, '%')[-LONGEST_NAME:]}.memory"


def recall(path: Path, root: Path, day: str) -> Memory | None:
    """Give the memory kept at ``path``; None when there is none, or it is of another day or another tool."""
    try:
        with path.open("rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None  # somebody else's words
            mark, *kept = marshal.loads(file.read())  # noqa: S302 - the reader's own file, refused when another owns it
    except (OSError, EOFError, TypeError, ValueError):
        return None
    return Memory(*kept) if mark == _mark(root, day) else None


def remember(path: Path, root: Path, day: str, memory: Memory, begun: int) -> None:
    """Keep the memory of an examination begun at that nanosecond; do without when it cannot be kept."""
    rows = {name: row if _is_old(row[0], begun) else ((), *row[1:]) for name, row in memory.rows.items()}
    raw = marshal.dumps((_mark(root, day), rows, *memory[1:]))
    with suppress(OSError):
        import tempfile  # only an examination from nothing comes here

        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(temporary).replace(path)


def stale(memory: Memory, entries: list[Entry]) -> list[Entry] | None:
    """Give the entries that changed since; None when a file came or went."""
    rows = memory.rows
    if len(rows) != len(entries):
        return None
    try:
        return [entry for entry in entries if rows[entry.path][0] != entry.stamp]
    except KeyError:
        return None


def _is_old(stamp: tuple[Any, ...], begun: int) -> bool:
    return bool(stamp) and max(stamp[0], stamp[1]) < begun - GRAIN


def _mark(root: Path, day: str) -> str:
    """Give what must be the same for a memory to hold: folder, day, tool and its code, interpreter."""
    newest = max(_newest(folder) for folder in ("checks", "model", "store", "voting"))
    return f"{root} {day} {__version__} {newest} {sys.version}"


def _newest(folder: str) -> int:
    """Give the time of the module that changed last, so that a change of a rule is seen at once."""
    times = [0]
    for place, _folders, names in os.walk(_PACKAGE / folder):
        times += [Path(place, name).stat().st_mtime_ns for name in names if name.endswith(".py")]
    return max(times)
