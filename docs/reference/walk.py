"""Walks through a page as a reader would: writes its files, types its commands, compares the answers.

A block ``yaml path/of/file`` is a file. In a block ``console``, a line ``$ …`` is a command and the lines up
to the next one are what it says; ``…`` stands for anything, a line of it for any lines. A command that shows
nothing may say anything. Every command succeeds, unless ``$ echo $?`` follows and says otherwise.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

BLOCK = re.compile(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_COMMIT = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{7}\b")
_ANY = "…"


class Typed(NamedTuple):
    """A command, what the page shows of its answer, and what was answered, with its exit code."""

    command: str
    shown: str
    said: str
    code: int

    @property
    def agrees(self) -> bool:
        """Whether the page tells the truth; a page that shows nothing says nothing."""
        return not self.shown or _pattern(self.shown).fullmatch(_plain(self.said)) is not None


def walk(page: str, folder: Path) -> Iterator[Typed]:
    """Do what the page says in ``folder``, and yield each command with its answer."""
    place = Place(folder)
    for kind, path, text in BLOCK.findall(page):
        if path:
            target = place.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        elif kind == "console":
            for command, shown in _COMMAND.findall(text):
                yield Typed(command, shown, *place.type(command))


def amended(page: str, folder: Path) -> str:
    """Give the page with what the commands say today, where that is not what it shows."""
    answers = iter(list(walk(page, folder)))

    def answer(found: re.Match[str]) -> str:
        typed = next(answers)
        said = typed.shown if typed.agrees else _COMMIT.sub(_ANY, typed.said)
        return f"$ {found[1]}\n{said}"

    def block(found: re.Match[str]) -> str:
        if found[1] != "console":
            return found[0]
        return f"```console\n{_COMMAND.sub(answer, found[3])}```"

    return BLOCK.sub(block, page)


class Place:
    """Where the reader stands, and what the last command gave."""

    def __init__(self, folder: Path) -> None:
        """Start in a folder, with the commands of this interpreter at hand and a language of no one."""
        self.folder = folder
        self.last = 0
        names = ("GIT_AUTHOR", "GIT_COMMITTER")
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("COLLECTIF_", "GIT_"))},
            **{f"{name}_NAME": "Tilleul" for name in names},
            **{f"{name}_EMAIL": "tilleul@collectif.example" for name in names},
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
            "XDG_CACHE_HOME": str(folder / ".cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "COLUMNS": "90",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }

    def type(self, command: str) -> tuple[str, int]:
        """Give what a command says and its exit code."""
        if command == "echo $?":
            return f"{self.last}\n", 0
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ")).resolve()
            return "", 0
        done = subprocess.run(  # noqa: S602 - the commands of our own pages
            command,
            shell=True,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self.last = done.returncode
        return done.stdout + done.stderr, done.returncode


def _plain(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


def _pattern(shown: str) -> re.Pattern[str]:
    pieces = []
    for line in _plain(shown).splitlines():
        rest = ".*".join(map(re.escape, line.split(_ANY)))
        pieces.append("(?:.*\n)*" if line.strip() == _ANY else f"{rest}\n")
    return re.compile("".join(pieces))
