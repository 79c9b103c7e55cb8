"""Family ``group``: who is in it, and when."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.group import Group, at_once
from collectif_cli.model.message import message
from collectif_cli.model.register import Register


def membership_outside_life(group: Group, register: Register) -> Iterator[Finding]:
    """Nobody is in a group before it was formed or after it ended."""
    for one in group.roster:
        last = one.until or one.since
        if group.formed and one.since.value < group.formed.value:
            yield Finding(
                one.since.span,
                message("the group was formed after this date, on {day}", day=group.formed.value),
                message("correct one of the two dates"),
            )
        if group.dissolved and last.value > group.dissolved.value:
            yield Finding(
                last.span,
                message("the group ended before this date, on {day}", day=group.dissolved.value),
                message("correct one of the two dates"),
            )


def membership_outside_presence(group: Group, register: Register) -> Iterator[Finding]:
    """Nobody is in a group before joining the collective or after leaving it."""
    for one in group.roster:
        person = register.people.get(one.person.value)
        if person is None:
            continue
        last = one.until or one.since
        if person.joined and one.since.value < person.joined.value:
            yield Finding(
                one.since.span,
                message(
                    "“{person}” joined the collective after this date, on {day}",
                    person=person.id,
                    day=person.joined.value,
                ),
                message("correct the date here, or in groups/people.yaml"),
            )
        if person.left and last.value > person.left.value:
            yield Finding(
                last.span,
                message(
                    "“{person}” left the collective before this date, on {day}",
                    person=person.id,
                    day=person.left.value,
                ),
                message("correct the date here, or in groups/people.yaml"),
            )


def left_still_listed(group: Group, register: Register) -> Iterator[Finding]:
    """Whoever left the collective is no longer listed in its groups."""
    for one in group.roster:
        person = register.people.get(one.person.value)
        left = person.left.value if person and person.left else None
        if one.until or left is None or left >= register.today or one.since.value > left:
            continue
        if group.dissolved is None or group.dissolved.value > left:
            yield Finding(
                one.person.span,
                message(
                    "“{person}” left the collective on {day} and is still listed here",
                    person=one.person.value,
                    day=left,
                ),
                message("add “to: {day}”", day=left.isoformat()),
            )


def membership_overlap(group: Group, register: Register) -> Iterator[Finding]:
    """Nobody is listed twice at the same time in the same role."""
    for listed in (group.facilitators, group.members):
        for index, later in enumerate(listed):
            earlier = (one for one in listed[:index] if one.person.value == later.person.value)
            if any(at_once(one, later) for one in earlier):
                yield Finding(
                    later.person.span,
                    message("“{person}” is listed twice at the same time", person=later.person.value),
                    message("keep one of the two lines, or end the first with “to”"),
                )
