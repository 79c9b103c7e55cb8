"""A file that is about to change: what it held, what it will hold."""

from typing import NamedTuple


class Change(NamedTuple):
    """The new text of a file, and the one it must still hold when the change is made; None for a new file.

    ``path`` is relative to the root of the programme repository, with ``/``; both texts are exact, line
    ends and byte order mark included.
    """

    path: str
    before: str | None
    after: str
