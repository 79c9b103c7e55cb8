"""A YAML text as a tree: keys, values and lists, each with its place; every scalar is still text."""

from typing import NamedTuple, TypeAlias

REFUSED = -1  # the width of a value that was refused and told: nobody says it is missing


class Scalar(NamedTuple):
    """A piece of text; ``plain`` when it stood without quotes, so that an empty one means nothing was said.

    ``width`` is ``REFUSED`` for what stands in place of an alias.
    """

    text: str
    line: int
    column: int
    width: int
    plain: bool


class Mapping(NamedTuple):
    """Keys and values in the order of the file."""

    pairs: "list[tuple[Scalar, Node]]"
    line: int
    column: int
    width: int


class Sequence(NamedTuple):
    """Items in the order of the file."""

    items: "list[Node]"
    line: int
    column: int
    width: int


Node: TypeAlias = Scalar | Mapping | Sequence
