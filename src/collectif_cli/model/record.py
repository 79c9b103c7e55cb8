"""A plain tree of values that is to be written down, apart from the format it is written in."""

from typing import Any, NamedTuple, TypeAlias, Union

Leaf: TypeAlias = str | int | bool
Node: TypeAlias = Union[Leaf, "Record", tuple["Node", ...]]


class Record(NamedTuple):
    """Keys and values, in the order in which they are written."""

    pairs: tuple[tuple[str, Node], ...]


def record(*pairs: tuple[str, Node | None]) -> Record:
    """Give the record of those pairs, without the ones that have nothing to say (None)."""
    return Record(tuple((key, value) for key, value in pairs if value is not None))


def plain(node: Node) -> Any:
    """Give the same tree as dictionaries and lists, which JSON is made of."""
    if isinstance(node, Record):
        return {key: plain(value) for key, value in node.pairs}
    return [plain(one) for one in node] if isinstance(node, tuple) else node
