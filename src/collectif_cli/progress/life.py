"""What a group is on a day: to be formed, at work, merged, ended, or never formed."""

from datetime import date
from typing import NamedTuple

from collectif_cli.model.group import Group
from collectif_cli.model.message import Message, message
from collectif_cli.model.phase import Phase
from collectif_cli.model.programme import Programme
from collectif_cli.model.register import Register

STATES = ("at-work", "not-yet", "never", "merged", "ended")


class Life(NamedTuple):
    """One of ``STATES``, and in a few words why the group is not at work, if it is not."""

    state: str
    story: Message | None = None


def life_of(group: Group, whole: Programme | Register, today: date) -> Life:
    """Give what a group is on a day.

    A group that was announced and has no team may still find one as long as the phase in which groups form,
    the first that is asked of groups, is not over. Only from then on is it said that it was never formed.
    """
    forming = forming_phase(whole.collective.phases)
    if group.formed is None and forming and forming.ends.value < today:
        return Life("never", message("never formed"))
    if group.formed is None or group.formed.value > today:
        return Life("not-yet", message("not formed yet"))
    if group.dissolved is None or group.dissolved.value > today:
        return Life("at-work")
    if group.merged_into is None:
        return Life("ended", message("dissolved on {day}", day=group.dissolved.value))
    into = whole.groups.get(group.merged_into.value)
    name = into.name if into else group.merged_into.value
    return Life("merged", message("merged into {group} on {day}", group=name, day=group.dissolved.value))


def forming_phase(phases: tuple[Phase, ...]) -> Phase | None:
    """Give the phase in which groups form: the first that is asked of each group."""
    asked = [phase for phase in phases if phase.scope.value == "group"]
    return min(asked, key=lambda phase: phase.starts.value, default=None)
