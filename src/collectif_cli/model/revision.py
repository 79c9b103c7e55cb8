"""A state of the repository that git keeps: a commit and when it was made."""

from datetime import date, datetime
from typing import NamedTuple


class Revision(NamedTuple):
    """A commit: its full id, its committer date in the local time of who made it, and the day it stands for.

    ``day`` is the local day of the commit, or the day that was asked for when a date led to the commit.
    """

    commit: str
    when: datetime
    day: date
