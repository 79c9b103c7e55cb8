"""When a group may end, merge or be mandated, and why not."""

from datetime import date

from collectif_cli.model.group import Group, Mandate, Membership
from collectif_cli.model.message import message
from collectif_cli.progress.roster import Trouble, ended, to_come


def still_there(group: Group, day: date) -> tuple[Membership, ...]:
    """Give the memberships that go beyond ``day``."""
    return tuple(one for one in group.roster if one.until is None or one.until.value > day)


def open_mandates(group: Group, day: date) -> tuple[Mandate, ...]:
    """Give the mandates that go beyond ``day``."""
    return tuple(one for one in group.mandates if one.until is None or one.until.value > day)


def why_not_end(group: Group, day: date, today: date) -> Trouble | None:
    """Say why a group may not end on ``day``; None when nothing is against it."""
    if day > today:
        return to_come(day)
    if group.dissolved is not None:
        return ended(group)
    starts = [one.since.value for one in group.roster if one.since.value > day]
    if group.formed is not None and group.formed.value > day:
        starts.append(group.formed.value)
    if starts:
        said = message(
            "“{group}” was still at work on {last}, after {day}", group=group.id, last=max(starts), day=day
        )
        return Trouble(said, message("give a later day with “--on”"))
    return None


def why_not_receive(group: Group, from_group: Group, day: date) -> Trouble | None:
    """Say why a group may not take over another on ``day``."""
    if group.id == from_group.id:
        return Trouble(message("a group can neither come from itself nor merge into itself"))
    if group.dissolved is not None and group.dissolved.value <= day:
        return ended(group)
    if group.formed is not None and group.formed.value > day:
        return Trouble(
            message("the group was formed on {formed}, after {day}", formed=group.formed.value, day=day),
            message("give a later day with “--on”"),
        )
    return None


def mandate_held(group: Group, role: str, person: str, purpose: str, day: date) -> Mandate | None:
    """Give the mandate of a person in that role, for that body, that goes beyond ``day``."""
    for one in open_mandates(group, day):
        if (one.role.value, one.person.value) == (role, person) and purpose_of(one) == purpose:
            return one
    return None


def purpose_of(mandate: Mandate) -> str:
    """Give the body a mandate is for; empty when it is not said."""
    return mandate.purpose.value if mandate.purpose else ""
