"""A tree of texts held in memory, and how a test's docstring describes one."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator

from collectif_cli.store.tree import Entry

_FILE = re.compile(r"^== (.+) ==$", re.MULTILINE)
HEAD = "schema: 1\nname: Collectif d'essai\nlanguage: fr\nlevels: [poitiers, grand-poitiers]\n"


class MemoryTree:
    """Texts by their paths; None stands for a file that may not be read."""

    def __init__(self, files: dict[str, bytes | None]) -> None:
        """Take the bytes of each file."""
        self.files = files

    def large(self, path: str) -> None:
        return None

    def entries(self) -> list[Entry]:
        """List the files, sorted by path."""
        return [Entry(path, (path,)) for path in sorted(self.files)]

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield the bytes of each path."""
        for path in paths:
            yield path, self.files[path]


def described(test: Callable[..., object]) -> MemoryTree:
    """Give the tree that the docstring of a test describes: ``== path ==`` starts a file.

    A sound ``collectif.yaml`` is added where there is none.
    """
    _, *parts = _FILE.split(inspect.getdoc(test) or "")
    texts = {path: text.removeprefix("\n") for path, text in zip(parts[::2], parts[1::2], strict=True)}
    return MemoryTree({path: text.encode() for path, text in {"collectif.yaml": HEAD, **texts}.items()})
