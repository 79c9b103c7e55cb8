"""How long each group has been silent: the days since its last sign of life, and its next step."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from collectif_cli.model.register import Register
from collectif_cli.progress.gates import Blocker
from collectif_cli.progress.scope import Holdings
from collectif_cli.progress.standing import GroupStanding, Overview

SIGNS = ("meeting", "text", "proposal", "contribution", "formed")


class Sign(NamedTuple):
    """A sign of life: its day and its kind, one of ``SIGNS``."""

    day: date
    kind: str


class Silence(NamedTuple):
    """A group at work and its last sign of life; ``next_step`` is the first thing it owes now.

    ``next_meeting`` is the day of a meeting that is written down already and still to come.
    """

    standing: GroupStanding
    last: Sign | None
    days: int
    next_meeting: date | None
    next_step: Blocker | None


def silences(
    register: Register, overview: Overview, holdings: Holdings, touched: Mapping[str, date]
) -> tuple[Silence, ...]:
    """Give the groups at work, the longest silence first.

    ``touched`` gives, by path, the day of the last commit of each text; what it lacks was never committed.
    """
    signs = _signs_of_texts(register, holdings, touched)
    live = [one for one in (*overview.groups, *overview.others) if one.is_live]
    found = [_silence(one, register, holdings, signs.get(one.group.id, [])) for one in live]
    return tuple(sorted(found, key=lambda one: -one.days))


def _silence(standing: GroupStanding, register: Register, holdings: Holdings, signs: list[Sign]) -> Silence:
    today = register.today
    days = [one.date for one in holdings.meetings.get(standing.group.id, ())]
    signs = [*signs, *(Sign(day, "meeting") for day in days)]
    if standing.group.formed:
        signs.append(Sign(standing.group.formed.value, "formed"))
    # Of two signs of one day, a meeting says more than a text, and both more than the birth of the group.
    past = [one for one in signs if one.day <= today]
    last = max(past, key=lambda one: (one.day, -SIGNS.index(one.kind)), default=None)
    return Silence(
        standing,
        last,
        (today - last.day).days if last else 0,
        min((day for day in days if day > today), default=None),
        _next_step(standing),
    )


def _next_step(standing: GroupStanding) -> Blocker | None:
    """Give the first objective that is owed in a phase that has begun."""
    return next(
        (
            Blocker(standing, phase.phase, one)
            for phase in standing.phases
            if phase.has_begun
            for one in phase.owed
        ),
        None,
    )


def _signs_of_texts(
    register: Register, holdings: Holdings, touched: Mapping[str, date]
) -> dict[str, list[Sign]]:
    """Give, by group, the last commits of its files, of its proposals, of the contributions it handled."""
    found: dict[str, list[Sign]] = {}
    for group, sign in _each_sign(register, holdings, touched):
        found.setdefault(group, []).append(sign)
    return found


def _each_sign(
    register: Register, holdings: Holdings, touched: Mapping[str, date]
) -> Iterator[tuple[str, Sign]]:
    for path, day in touched.items():
        room, _, rest = path.partition("/")
        group = rest.partition("/")[0]
        if room == "groups" and group in register.groups:
            yield group, Sign(day, "text")
    for group, proposals in holdings.proposals.items():
        yield from ((group, Sign(touched[one.path], "proposal")) for one in proposals if one.path in touched)
    for group, contributions in holdings.contributions.items():
        handled = (one for one in contributions if one.fate != "new" and one.path in touched)
        yield from ((group, Sign(touched[one.path], "contribution")) for one in handled)
