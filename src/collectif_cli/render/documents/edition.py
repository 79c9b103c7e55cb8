"""Which state of the texts a document shows: what its last lines say."""

from datetime import date
from typing import NamedTuple


class Edition(NamedTuple):
    """The commit a document was made from and its day; no commit when the texts were not committed as read.

    ``day`` is that of the commit, or the day of the call.
    """

    day: date
    commit: str = ""
    code: str = ""

    @property
    def short(self) -> str:
        """The first ten characters of the commit, enough for git and for people."""
        return self.commit[:10]
