"""The whole process on a day: groups and collective through their phases, what is late, what is next."""

from datetime import date

from collectif_cli.model.group import Group
from collectif_cli.model.message import Message, message
from collectif_cli.model.phase import Objective, Phase
from collectif_cli.model.programme import Programme
from collectif_cli.progress.evidence import Scope, missing_evidence
from collectif_cli.progress.membership import active_members
from collectif_cli.progress.standing import (
    Deadline,
    GroupStanding,
    ObjectiveStanding,
    Overview,
    PhaseStanding,
)


def overview(programme: Programme, today: date) -> Overview:
    """Give where everything stands; thematic groups are those a phase of scope ``group`` is asked of."""
    phases = programme.collective.phases
    groups = tuple(
        _group(group, programme, today)
        for group in programme.groups.values()
        if group.kind.value == "thematic"
    )
    collective = tuple(
        _phase(phase, Scope(programme, today)) for phase in phases if phase.scope.value == "collective"
    )
    return Overview(
        today=today,
        current=tuple(phase for phase in phases if phase.starts.value <= today <= phase.ends.value),
        groups=groups,
        collective=collective,
        late=_late(groups, collective, today),
        following=_following(phases, today),
    )


def _group(group: Group, programme: Programme, today: date) -> GroupStanding:
    scope = Scope(programme, today, group)
    phases = tuple(
        _phase(phase, scope) for phase in programme.collective.phases if phase.scope.value == "group"
    )
    return GroupStanding(
        group=group,
        phases=phases,
        story=story_of(group, programme, today),
        members=active_members(group, today),
    )


def _phase(phase: Phase, scope: Scope) -> PhaseStanding:
    objectives = tuple(_objective(one, scope) for one in phase.objectives)
    asked = scope.group is None or _asked_of(scope.group, phase)
    return PhaseStanding(phase=phase, objectives=objectives, asked=asked)


def _objective(objective: Objective, scope: Scope) -> ObjectiveStanding:
    if objective.waived_by is not None:
        return ObjectiveStanding(objective=objective, waived_by=objective.waived_by.value)
    missing = missing_evidence(objective.evidence, scope) if objective.evidence else ()
    return ObjectiveStanding(objective=objective, missing=missing)


def _asked_of(group: Group, phase: Phase) -> bool:
    """Tell whether the group was there for the phase: formed before its end, and not dissolved by then."""
    if group.formed is None:
        return False
    gone = group.dissolved is not None and group.dissolved.value < phase.ends.value
    return group.formed.value <= phase.ends.value and not gone


def story_of(group: Group, programme: Programme, today: date) -> Message | None:
    """Say why a group is not at work, if it is not."""
    if group.formed is None:
        return message("never formed")
    if group.formed.value > today:
        return message("not formed yet")
    if group.dissolved is None or group.dissolved.value > today:
        return None
    if group.merged_into is None:
        return message("dissolved on {day}", day=group.dissolved.value)
    into = programme.groups.get(group.merged_into.value)
    name = into.name if into else group.merged_into.value
    return message("merged into {group} on {day}", group=name, day=group.dissolved.value)


def _late(
    groups: tuple[GroupStanding, ...], collective: tuple[PhaseStanding, ...], today: date
) -> tuple[tuple[GroupStanding | None, PhaseStanding], ...]:
    """Give the phases that ended with something still owed, the oldest first."""
    found: list[tuple[GroupStanding | None, PhaseStanding]] = [
        (group, phase)
        for group in groups
        if group.is_live
        for phase in group.phases
        if phase.owed and phase.phase.ends.value < today
    ]
    found += [(None, phase) for phase in collective if phase.owed and phase.phase.ends.value < today]
    return tuple(sorted(found, key=lambda pair: pair[1].phase.ends.value))


def _following(phases: tuple[Phase, ...], today: date) -> Deadline | None:
    """Give the next day on which a phase ends or begins."""
    ends = [Deadline(day=phase.ends.value, phase=phase, is_end=True) for phase in phases]
    starts = [Deadline(day=phase.starts.value, phase=phase, is_end=False) for phase in phases]
    coming = [one for one in (*ends, *starts) if one.day > today or (one.is_end and one.day == today)]
    return min(coming, key=lambda one: (one.day, not one.is_end), default=None)
