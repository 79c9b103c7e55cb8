"""A tree as some changes will leave it: the whole can be checked before anything is written."""

from collections.abc import Iterable, Iterator, Sequence

from collectif_cli.model.change import Change
from collectif_cli.store.given_tree import GivenTree
from collectif_cli.store.tree import Entry, Large, Tree


class ChangedTree:
    """The files of a tree, with those of the changes in their place."""

    def __init__(self, tree: Tree, changes: Sequence[Change]) -> None:
        """Take the tree, and the changes that are not written yet."""
        self._tree = tree
        self._given = GivenTree(changes)

    def entries(self) -> list[Entry]:
        """List the files, sorted by path."""
        given = self._given.entries()
        names = {one.path for one in given}
        return sorted([*(one for one in self._tree.entries() if one.path not in names), *given])

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield the bytes of each path in order."""
        given = dict(self._given.read(one.path for one in self._given.entries()))
        wanted = list(paths)
        kept = dict(self._tree.read(path for path in wanted if path not in given))
        yield from ((path, given[path] if path in given else kept[path]) for path in wanted)

    def large(self, path: str) -> Large | None:
        """Give a file of many bytes, unless a change has it."""
        changed = any(one.path == path for one in self._given.entries())
        return None if changed else self._tree.large(path)
