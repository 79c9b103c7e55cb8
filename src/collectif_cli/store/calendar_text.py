"""Days and instants as they are written: ISO 8601, nothing else."""

import re
from datetime import date, datetime

from collectif_cli.model.moment import Moment

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)


def day_of(text: str) -> date | None:
    """Give the day of a text such as ``2019-09-24``, or None when it is none of the calendar."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def moment_of(text: str) -> Moment | None:
    """Give a day, or an instant with its offset; an hour without an offset is ambiguous and gives None."""
    day = day_of(text)
    if day is not None:
        return Moment(day)
    if not _INSTANT.fullmatch(text):
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Moment(instant.date(), instant)
