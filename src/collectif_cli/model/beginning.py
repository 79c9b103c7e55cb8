"""What must be known to begin a programme, and the calendar that is proposed from it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

# Each phase with its share of the time between the first day and the filing of the list, in percent: about
# what the first collectives of this kind took, from a launch in October to a vote seventeen months later.
_SHARES = (
    ("construction", 15),
    ("exploration", 30),
    ("proposals", 10),
    ("drafting", 12),
    ("socle", 5),
    ("debates", 8),
    ("designation", 12),
    ("list", 8),
)
SHORTEST = 100  # days between the first day and the filing: less would leave days, not weeks, to a phase
_THURSDAY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The answers from which the first texts of a programme are written.

    ``intercommunality`` is empty when it is not known yet; ``forge`` is github, gitlab, forgejo or none.
    """

    language: str
    name: str
    municipality: str
    population: int
    seats: int
    intercommunality: str
    starts: date
    vote_day: date
    forge: str


class Stretch(NamedTuple):
    """A phase of the proposed calendar; both days are in it."""

    phase: str
    starts: date
    ends: date


def filing_day(vote_day: date) -> date:
    """Give the last day to file a list: the third Thursday before the vote (code électoral, L267)."""
    last = vote_day - timedelta(days=(vote_day.weekday() - _THURSDAY) % 7 or 7)
    return last - timedelta(weeks=2)


def timetable(starts: date, vote_day: date) -> tuple[Stretch, ...]:
    """Give the phases one after the other, from the first day to the filing of the list.

    There must be at least ``SHORTEST`` days in between.
    """
    days = (filing_day(vote_day) - starts).days + 1
    found: list[Stretch] = []
    used = 0
    first = starts
    for phase, share in _SHARES:
        used += share
        last = starts + timedelta(days=days * used // 100 - 1)
        found.append(Stretch(phase, first, last))
        first = last + timedelta(days=1)
    return tuple(found)
