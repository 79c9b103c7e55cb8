"""Texts that are not written yet, read like any other tree: they can be checked before they are."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.change import Change
from collectif_cli.store.tree import HEAD_FILE, ROOMS, Entry, Large


class GivenTree:
    """The texts of some changes, each as it will be."""

    def __init__(self, changes: Iterable[Change]) -> None:
        """Take the changes; those outside the programme are left out, as a tree leaves them out."""
        self._texts = {change.path: change.after.encode() for change in changes}

    def entries(self) -> list[Entry]:
        """List the texts of the programme."""
        paths = (path for path in self._texts if path == HEAD_FILE or path.partition("/")[0] in ROOMS)
        return [Entry(path, (path,)) for path in sorted(paths)]

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield the bytes of each path."""
        for path in paths:
            yield path, self._texts.get(path)

    def large(self, path: str) -> Large | None:
        """Give None: these are texts, and short."""
        return None
