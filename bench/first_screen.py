"""Runs a command on a terminal of its own until its first screen is whole: what a person waits for.

``python -m bench.first_screen COMMAND…``
"""

import os
import pty
import sys

_COLUMNS, _LINES = "80", "24"


def main() -> None:
    """Run the command, read until a line break follows something that was drawn, press the key that stops."""
    pid, handle = pty.fork()
    if pid == 0:
        os.environ |= {"COLUMNS": _COLUMNS, "LINES": _LINES, "TERM": "xterm"}
        os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - the command that is timed
    drawn = b""
    while not drawn.endswith(b"\n"):
        drawn += os.read(handle, 65536)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(handle)


if __name__ == "__main__":
    main()
