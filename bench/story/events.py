"""What happened on a day, who wrote it down, and in which order the things of a day were written."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from typing import NamedTuple


class Rank(IntEnum):
    """The order within a day: nothing is named before it is there."""

    CALENDAR = 10
    PEOPLE = 20
    GROUP = 30
    ROSTER = 34
    MEETING = 40
    CONTRIBUTION = 44
    DRAFT = 50
    SUBMITTED = 54
    REVIEWED = 56
    SORTED = 58
    CONVENED = 60
    ENCOUNTER = 62
    VOTE = 64
    COUNT = 66
    HELD = 70
    MANDATE = 74
    SETTLED = 76
    LIST = 78
    TRIAGE = 80
    ANSWER = 84
    MINUTES = 90
    GLOSSARY = 94


class Event(NamedTuple):
    """One commit to be: everything written because of it, in whatever file, is saved together.

    ``voice`` is the group whose people write it; empty for the coordination.
    """

    day: date
    rank: int
    sentence: str
    voice: str = ""


def not_before(event: Event, *needed: Event | None) -> Event:
    """Give the event, put off until what it needs is there; None stands for what is always there."""
    for other in needed:
        if other is not None and (other.day, other.rank) >= (event.day, event.rank) and other != event:
            event = event._replace(day=other.day, rank=max(event.rank, other.rank + 1))
    return event


def earliest(events: Iterable[Event]) -> Event | None:
    """Give the first of some events, None when there are none."""
    return min(events, default=None)
