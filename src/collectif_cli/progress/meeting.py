"""When a group may meet, and why not."""

from datetime import date

from collectif_cli.model.group import Group
from collectif_cli.model.message import message
from collectif_cli.progress.roster import Trouble, ended


def why_not_meet(group: Group, day: date, present: int | None, today: date) -> Trouble | None:
    """Say why a meeting may not be written on ``day`` with so many people; None when it may."""
    if group.dissolved is not None and day > group.dissolved.value:
        return ended(group)
    if group.formed is not None and day < group.formed.value:
        return Trouble(
            message("the group was formed on {formed}, after {day}", formed=group.formed.value, day=day),
            message("correct the date, or “formed” in the file of the group"),
        )
    if present is not None and day > today:
        return Trouble(
            message("people are said to be present at a meeting still to come"),
            message("prepare it without “--present”; write how many came once it has taken place"),
        )
    return None
