"""Writes four files, stopped at the n-th thing done to the disk.

``killed_writes.py ROOT N kill|fail each|together``: settled file by file, or all together as many files are.

Run as a program, for a process that is killed cannot be the one that runs the tests. Exit status 0: nothing
stopped it; 3: it failed and said so; killed otherwise.
"""

import os
import signal
import sys
from pathlib import Path

from collectif_cli.errors import CollectifError
from collectif_cli.model.change import Change
from collectif_cli.store import journal
from collectif_cli.store.write import write

TOUCHING = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "os.chmod"}


def stop_at(root: str, last: int, how: str) -> None:
    """Stop the process at its ``last``-th event that concerns the repository."""
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event not in TOUCHING or root not in str(arguments[0]):
            return
        seen += 1
        if seen == last:
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(28, "No space left on device")

    sys.addaudithook(watch)


def main(root: str, last: str, how: str, settled: str) -> int:
    """Write one file that is there, one that is new, and one in a new folder."""
    changes = (
        Change("groups/people.yaml", "avant\n", "après\n"),
        Change("groups/eau/group.yaml", "title: Eau\r\n", "title: Eaux\r\n"),
        Change("groups/air/meetings/2019-04-12.md", None, "nouveau"),
        Change("note.md", None, "neuf\n"),
    )
    if settled == "together":  # as when there are many
        journal._MANY = 0
    stop_at(root, int(last), how)
    try:
        write(Path(root), changes)
    except CollectifError:
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
