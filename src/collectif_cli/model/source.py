"""Where a value was written: a file of the repository, a line, a column."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of one line of a file.

    ``path`` is relative to the root of the programme repository, with ``/``; ``line`` and ``column``
    count from 1; ``width`` is a number of characters (0: the place is known, its extent is not).
    """

    path: str
    line: int = 1
    column: int = 1
    width: int = 0


class Located(NamedTuple, Generic[T]):
    """A value together with the place where it was written."""

    value: T
    span: Span


def repeated(values: Iterable[Located[T]]) -> Iterator[tuple[Located[T], Located[T]]]:
    """Yield each value that was already written, together with its first place."""
    first: dict[T, Located[T]] = {}
    for value in values:
        if value.value in first:
            yield value, first[value.value]
        else:
            first[value.value] = value
