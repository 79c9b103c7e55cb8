"""A terminal with a person in front of it: the tool run under a pty, answered line by line."""

import os
import pty
import select
import sys
from collections.abc import Sequence
from pathlib import Path

_PATIENCE = 30.0  # seconds for the next question
_ASKED = (b": ", b"? ", b") ", b"> ")


def talk(
    arguments: Sequence[str], answers: Sequence[str], folder: Path, columns: int = 80
) -> tuple[int, str]:
    """Run ``collectif`` in a folder, answer each question once it waits; give the code and the screen."""
    pid, handle = pty.fork()
    if pid == 0:  # the tool itself; nothing of the test's may run after it
        os.chdir(folder)
        os.environ |= {"COLUMNS": str(columns), "TERM": "dumb"}
        os.execv(sys.executable, [sys.executable, "-m", "collectif_cli", *arguments])  # noqa: S606 - no shell
    screen = ""
    for answer in answers:
        screen += _until_asked(handle)
        os.write(handle, f"{answer}\n".encode() if answer != "^D" else b"\x04")
    screen += _read(handle)
    _, status = os.waitpid(pid, 0)
    os.close(handle)
    return os.waitstatus_to_exitcode(status), screen.replace("\r\n", "\n")


def _until_asked(handle: int) -> str:
    """Read up to the end of a question, which leaves the cursor after a space."""
    said = b""
    while not said.endswith(_ASKED):
        ready, _, _ = select.select([handle], [], [], _PATIENCE)
        assert ready, f"no question came after: {said.decode()}"
        piece = _piece(handle)
        assert piece, f"it ended before the question: {said.decode()}"
        said += piece
    return said.decode()


def _read(handle: int) -> str:
    said = b""
    while piece := _piece(handle):
        said += piece
    return said.decode()


def _piece(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # Linux says so when the other side is closed
        return b""
