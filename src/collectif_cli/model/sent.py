"""What residents sent, as a file of a platform says it, in no format any more."""

from datetime import date
from typing import NamedTuple

from collectif_cli.model.contribution import Columns
from collectif_cli.model.source import Located, Span


class Tally(NamedTuple):
    """How many people agreed, disagreed and passed; None for what the platform does not ask."""

    agree: int
    disagree: int | None = None
    passed: int | None = None


class Sent(NamedTuple):
    """One contribution, with the place of each text in the file.

    ``key`` is what the platform calls it, empty when it has no name for it. ``body`` is Markdown. ``author``
    is whoever wrote it as the platform knows them: it is never written anywhere as it stands.
    """

    key: str
    span: Span
    title: Located[str]
    body: Located[str]
    day: date | None = None
    author: str = ""
    url: str = ""
    theme: str = ""
    tally: Tally | None = None


class Asked(NamedTuple):
    """What a reader is told: the language of the collective, and the columns that hold what."""

    language: str
    columns: Columns | None = None
