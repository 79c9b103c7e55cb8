"""Family ``group``: the meetings of a group."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.group import Meeting
from collectif_cli.model.message import message
from collectif_cli.model.register import Register


def meeting_date(meeting: Meeting, register: Register) -> Iterator[Finding]:
    """The file of a meeting is named after its day."""
    stem = meeting.id.rpartition("/")[2]
    if not stem.startswith(meeting.date.value.isoformat()):
        yield Finding(
            meeting.date.span,
            message("the name of the file, “{name}”, does not begin with this date", name=stem),
            message("correct the date, or rename the file"),
        )


def meeting_in_future(meeting: Meeting, register: Register) -> Iterator[Finding]:
    """Nobody was present at a meeting that is still to come."""
    if meeting.date.value > register.today:
        present = meeting.present or next(iter(meeting.present_people), None)
        if present:
            yield Finding(
                present.span,
                message("people are said to be present at a meeting still to come"),
                message("correct the date, or remove “present” until the meeting has taken place"),
            )


def meeting_outside_life(meeting: Meeting, register: Register) -> Iterator[Finding]:
    """A group meets between its formation and its end."""
    group = register.groups.get(meeting.group)
    if group is None:
        return
    if group.formed and meeting.date.value < group.formed.value:
        yield Finding(
            meeting.date.span,
            message("the group was formed after this date, on {day}", day=group.formed.value),
            message("correct one of the two dates"),
        )
    if group.dissolved and meeting.date.value > group.dissolved.value:
        yield Finding(
            meeting.date.span,
            message("the group ended before this date, on {day}", day=group.dissolved.value),
            message("correct one of the two dates"),
        )
