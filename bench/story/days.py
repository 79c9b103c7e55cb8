"""Days: those that texts hold, those that are said in French, and the clock of Poitiers."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from zlib import crc32

_NAMES = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MONTHS = _NAMES.split()
_SPOKEN = re.compile(rf"\b(1er|\d{{1,2}}) ({'|'.join(_MONTHS)})\b(?: (\d{{4}}))?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def day_of(value: object) -> date | None:
    """Give the day that a value of a text starts with, None when it holds none."""
    found = _ISO.match(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def spoken_days(text: str, after: date) -> Iterator[date]:
    """Yield the days said in a French text; one without its year is the first from ``after`` on."""
    for number, month, year in _SPOKEN.findall(text):
        day = int(number.removesuffix("er"))
        place = _MONTHS.index(month) + 1
        try:
            said = date(int(year or after.year), place, day)
        except ValueError:
            continue
        yield said if year or said >= after else said.replace(year=after.year + 1)


def in_french(day: date) -> str:
    """Give a day as it is said."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def spread(key: str, first: date, last: date) -> date:
    """Give a day between two others, always the same for the same key: not everybody writes on one day."""
    span = max((last - first).days, 0)
    return first + timedelta(days=crc32(key.encode()) % (span + 1))


def sunday(day: date) -> date:
    """Give that day or the first Sunday after it, when coordinators put things in order."""
    return day + timedelta(days=6 - day.weekday())


def days(number: int) -> timedelta:
    """Give that many days."""
    return timedelta(days=number)


def paris_offset(day: date) -> timedelta:
    """Give how far the clocks of Paris are from UTC on a day, by the European rule of last Sundays.

    The two nights of change count as their evening: nobody writes at three in the morning.
    """
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    return timedelta(hours=2 if summer else 1)


def _last_sunday(year: int, month: int) -> date:
    """Give the last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
