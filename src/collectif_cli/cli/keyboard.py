"""Keys as they are pressed, without Enter: on a terminal, or one character after the other from a pipe."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

# What terminals send for the keys that write nothing (ECMA-48; xterm control sequences).
_SENT = {
    "\x1b[A": "up", "\x1bOA": "up", "\x1b[B": "down", "\x1bOB": "down",
    "\x1b[C": "right", "\x1bOC": "right", "\x1b[D": "left", "\x1bOD": "left",
    "\x1b[5~": "up", "\x1b[6~": "down",
    "\r": "enter", "\n": "enter", " ": "space", "\x7f": "backspace", "\x08": "backspace", "\x04": "end",
}  # fmt: skip
_ESCAPE = "\x1b"


class Keyboard:
    """Where keys come from."""

    def __init__(self, source: TextIO) -> None:
        """Take the stream that the person types into."""
        self._source = source
        self._waiting = ""

    def key(self) -> str:
        """Give the next key: its character, or its name; ``end`` when there is nobody any more."""
        if not self._waiting:
            self._waiting = self._more()
        if not self._waiting:
            return "end"
        sent = next((one for one in _SENT if self._waiting.startswith(one)), "")
        if not sent:
            sent = _unknown(self._waiting)
        self._waiting = self._waiting[len(sent) :]
        return _SENT.get(sent, sent if sent.isprintable() else "")

    def _more(self) -> str:
        if not self._source.isatty():
            return self._source.read(1)
        raw = os.read(self._source.fileno(), 256)
        while raw and raw[-1] >= 0x80 and not _is_whole(raw):  # the rest of a letter is on its way
            raw += os.read(self._source.fileno(), 1)
        return raw.decode("utf-8", "replace")


def _is_whole(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return len(raw) > 256
    return True


def _unknown(waiting: str) -> str:
    """Give a whole sequence that stands for a key we have no name for, or one character."""
    if not waiting.startswith((f"{_ESCAPE}[", f"{_ESCAPE}O")):
        return waiting[0]
    end = next((at for at, sign in enumerate(waiting[2:], start=3) if "@" <= sign <= "~"), len(waiting))
    return waiting[:end]


@contextmanager
def keyboard(source: TextIO) -> Iterator[Keyboard]:
    """Give keys at once, unseen, and leave the terminal as it was; in a pipe nothing changes."""
    if not source.isatty():
        yield Keyboard(source)
        return
    import termios
    import tty

    handle = source.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        yield Keyboard(source)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def height(default: int = 24) -> int:
    """Give how many lines the terminal has."""
    said = os.environ.get("LINES", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines or default
    except (OSError, ValueError):
        return default
