"""A day, or an instant of a day where the hour matters."""

from datetime import date, datetime
from typing import NamedTuple


class Moment(NamedTuple):
    """A day of the calendar, and the instant with its offset from UTC when the text gives one."""

    day: date
    instant: datetime | None = None
