"""Who may join, leave or facilitate a group on a day, and why not."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from collectif_cli.model.group import Group, Membership
from collectif_cli.model.message import Message, message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.people import Person


class Trouble(NamedTuple):
    """Why something may not be done, and what to do instead."""

    said: Message
    advice: Message | None = None


def why_not_join(group: Group, handle: str, person: Person | None, day: date, today: date) -> Trouble | None:
    """Say why a person may not be in the group from ``day`` on; None when nothing is against it."""
    return (
        _why_not_then(group, day, today)
        or _why_not_present(person, day)
        or _why_not_again(
            group.members, handle, day, message("to facilitate it: “collectif group facilitate”")
        )
        or _why_not_again(group.facilitators, handle, day, None)
    )


def why_not_facilitate(
    group: Group, handle: str, person: Person | None, day: date, today: date
) -> Trouble | None:
    """Say why a person may not facilitate the group from ``day`` on."""
    if any(one.person.value == handle and _still(one, day) for one in group.facilitators):
        return Trouble(message("“{person}” already facilitates the group", person=handle))
    return _why_not_then(group, day, today) or _why_not_present(person, day)


def why_not_leave(group: Group, handle: str, day: date, today: date) -> Trouble | None:
    """Say why a person may not leave the group on ``day``."""
    if day > today:
        return to_come(day)
    own = [one for one in group.roster if one.person.value == handle]
    if not own:
        near = nearest(handle, sorted({one.person.value for one in group.roster}))
        advice = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("“collectif group show {group}” says who is in it", group=group.id)
        )
        return Trouble(message("“{person}” is not in the group", person=handle), advice)
    ends = [one.until.value for one in own if one.until]
    if not open_memberships(group, handle, day):
        last = max(ends, default=day)
        return Trouble(message("“{person}” already left the group, on {day}", person=handle, day=last))
    late = max(one.since.value for one in own if _still(one, day))
    if late > day:
        said = message(
            "“{person}” joined the group on {since}, after {day}", person=handle, since=late, day=day
        )
        return Trouble(said, message("give the day of the departure with “--to”"))
    if group.dissolved and day > group.dissolved.value:
        return ended(group)
    return None


def open_memberships(group: Group, handle: str, day: date) -> tuple[Membership, ...]:
    """Give the memberships of a person, as facilitator and as member, that are not over on ``day``."""
    return tuple(one for one in group.roster if one.person.value == handle and _still(one, day))


def _still(one: Membership, day: date) -> bool:
    """Tell whether a membership goes beyond ``day``."""
    return one.until is None or one.until.value > day


def _why_not_then(group: Group, day: date, today: date) -> Trouble | None:
    if day > today:
        return to_come(day)
    if group.formed and day < group.formed.value:
        return Trouble(
            message("the group was formed on {formed}, after {day}", formed=group.formed.value, day=day),
            message("give a later day with “--from”"),
        )
    return ended(group) if group.dissolved and day >= group.dissolved.value else None


def ended(group: Group) -> Trouble:
    """Say that the group ended, and where it went."""
    day = group.dissolved.value if group.dissolved else date.max
    said = message("the group “{group}” ended on {day}", group=group.id, day=day)
    heir = group.merged_into
    return Trouble(said, message("it merged into “{group}”", group=heir.value) if heir else None)


def to_come(day: date) -> Trouble:
    """Say that a day has not come yet."""
    return Trouble(
        message("{day} is still to come", day=day), message("write what has happened, once it has happened")
    )


def _why_not_present(person: Person | None, day: date) -> Trouble | None:
    if person and person.joined and day < person.joined.value:
        said = message(
            "“{person}” joined the collective on {joined}, after {day}",
            person=person.id,
            joined=person.joined.value,
            day=day,
        )
    elif person and person.left and day >= person.left.value:
        said = message("“{person}” left the collective on {day}", person=person.id, day=person.left.value)
    else:
        return None
    return Trouble(said, message("correct the date here, or in groups/people.yaml"))


def _why_not_again(
    listed: Iterable[Membership], handle: str, day: date, advice: Message | None
) -> Trouble | None:
    for one in listed:
        if one.person.value == handle and _still(one, day):
            said = message(
                "“{person}” is already in the group, since {day}", person=handle, day=one.since.value
            )
            return Trouble(said, advice)
    return None
