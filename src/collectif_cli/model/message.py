"""A sentence for the reader, kept apart from its language until it is shown."""

from datetime import date
from typing import NamedTuple, TypeAlias, Union

Value: TypeAlias = Union[str, int, date, "Message", tuple["Value", ...]]


class Message(NamedTuple):
    """An English sentence with named places, its plural, and the values to put in.

    The English text is the key of the catalogues; ``plural`` is empty unless the sentence counts
    something, in which case ``values`` holds the count under ``n``. A tuple among the values
    is shown as a list ("a, b and c"); a message among them is translated in its turn.
    """

    text: str
    plural: str = ""
    values: tuple[tuple[str, Value], ...] = ()


def message(text: str, /, **values: Value) -> Message:
    """Give the sentence ``text`` with its ``values``; the extractor of catalogues looks for this name."""
    return Message(text, "", tuple(values.items()))


def messages(singular: str, plural: str, /, n: int, **values: Value) -> Message:
    """Give the sentence that suits the count ``n``; the extractor looks for this name too."""
    return Message(singular, plural, (("n", n), *values.items()))


def mark(text: str) -> str:
    """Give a fixed sentence back, marked for the catalogues; imported as ``_``, which they look for."""
    return text
