"""A process that looks for what changed in a large work tree while this one is still being loaded.

Looking at the times of ten thousand files takes as long as importing the rules; a second processor does
the one during the other. It only looks: what it reports is entries of the tree.
"""

import marshal
import os
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collectif_cli.store.memory import Memory, memory_path, recall, stale
from collectif_cli.store.tree import Entry, WorkTree

NUMEROUS = frozenset({"proposal", "contribution", "meeting"})
WORTH = 100_000  # bytes of memory: about three hundred files


class Changes(NamedTuple):
    """The entries that changed, and those of the few texts that every verdict rests on."""

    changed: list[Entry]
    few: list[Entry]


class Scout(NamedTuple):
    """The process that was sent, and where its report comes."""

    pid: int
    line: int

    def report(self) -> Changes | None:
        """Wait for the report; None when everything must be examined."""
        with os.fdopen(self.line, "rb") as line:
            raw = line.read()
        os.waitpid(self.pid, 0)
        said = marshal.loads(raw) if raw else None  # noqa: S302 - written by our own process
        return None if said is None else Changes(*([Entry(*entry) for entry in part] for part in said))


def send_scout(root: Path, today: date, cache: Path) -> Scout | None:
    """Send a scout when the tree is large and a process can be forked safely; None otherwise."""
    path = memory_path(root, cache)
    if sys.platform != "linux" or not path.is_file() or path.stat().st_size < WORTH:
        return None
    if len(os.sched_getaffinity(0)) < 2:
        return None
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Scout(pid, reading)
    said: bytes = b""
    try:
        found = changes_in(WorkTree(root).entries(), recall(path, root, today.isoformat()))
        if found is not None:
            said = marshal.dumps(tuple([tuple(entry) for entry in part] for part in found))
    finally:
        with os.fdopen(writing, "wb") as line:
            line.write(said)
        os._exit(0)  # nothing of the parent's is to be finished here


def changes_in(entries: list[Entry], memory: Memory | None) -> Changes | None:
    """Give what changed since the memory; None when everything must be examined."""
    changed = stale(memory, entries) if memory else None
    if memory is None or changed is None:
        return None
    return Changes(changed, [entry for entry in entries if memory.rows[entry.path][1] not in NUMEROUS])
