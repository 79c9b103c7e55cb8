"""The day that a platform writes, in one of the ways of platforms."""

import re
from datetime import UTC, date, datetime, timedelta

_FIRST, _LAST = 1990, 2100
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_LOCAL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_SECONDS = re.compile(r"\d{9,10}|\d{13}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day_in(text: str, language: str) -> date | None:
    """Give the day at the beginning of a text; None when there is none that is certain.

    Days may be written year first, in seconds or milliseconds since 1970 (in UTC), or, in French, day first.
    In English 03/04/2019 is two days: only what can be read in one way is read.
    """
    bare = text.strip()
    found = _ISO.match(bare)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if _SECONDS.fullmatch(bare):
        seconds = int(bare) // (1000 if len(bare) == 13 else 1)
        moment = _EPOCH + timedelta(seconds=seconds)
        return _day(moment.year, moment.month, moment.day)
    found = _LOCAL.match(bare)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if language == "fr" or first == second or first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if _FIRST <= year < _LAST else None
