"""What a platform offers: whether files come from it, and what they say.

A platform is a module that has these names; ``all_platforms.py`` is the index of them.
"""

from collections.abc import Sequence
from typing import Protocol

from collectif_cli.model.message import Message
from collectif_cli.model.sent import Asked, Sent
from collectif_cli.store.importers.importer import Handed, Notes

# What the first lines of a file are looked for in: a header of two hundred columns takes a third of it.
_HEAD = 32_000


class Platform(Protocol):
    """A platform, or a manner of collecting what people write."""

    @property
    def title(self) -> Message:
        """What it is called."""

    def knows(self, files: Sequence[Handed]) -> bool:
        """Tell, by the names and the first lines of the files, whether they come from there."""

    def read(self, files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
        """Give what was sent; None, with a fault at least, when nothing can be read.

        A fault is a row that is not taken, a remark something that was changed or left aside on the way.
        Whatever the bytes are, nothing is raised.
        """


def head(file: Handed) -> str:
    """Give the beginning of a file as text, good enough to recognise it."""
    return file.raw[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff")


def first_line(file: Handed) -> frozenset[str]:
    """Give the titles of the first line of a table, whatever stands between them."""
    line = head(file).split("\n", 1)[0].strip("\r")
    return frozenset(title.strip(' "') for title in line.replace(";", ",").replace("\t", ",").split(","))
