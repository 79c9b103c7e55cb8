"""Where the process stands on a day: every group in every phase, what is late, what comes next."""

from collections.abc import Iterator

from collectif_cli.model.group import Group
from collectif_cli.model.phase import Objective, Phase
from collectif_cli.model.register import Register
from collectif_cli.progress.evidence import missing_evidence
from collectif_cli.progress.found import found_evidence
from collectif_cli.progress.life import forming_phase, life_of
from collectif_cli.progress.membership import active_members
from collectif_cli.progress.scope import Holdings, Scope, next_plenary
from collectif_cli.progress.standing import (
    Deadline,
    GroupStanding,
    ObjectiveStanding,
    Overview,
    PhaseStanding,
)


def overview(register: Register, holdings: Holdings | None = None) -> Overview:
    """Give where everything stands on the day of the register."""
    holdings = holdings or Holdings(register)
    phases, today = register.collective.phases, register.today
    standings = [_group(group, Scope(register, holdings, group)) for group in register.groups.values()]
    groups = tuple(one for one in standings if one.group.kind.value == "thematic")
    collective = tuple(
        _phase(phase, Scope(register, holdings), True)
        for phase in phases
        if phase.scope.value == "collective"
    )
    return Overview(
        today=today,
        current=tuple(phase for phase in phases if phase.starts.value <= today <= phase.ends.value),
        groups=groups,
        others=tuple(one for one in standings if one not in groups),
        collective=collective,
        late=_late(groups, collective),
        coming=tuple(sorted(_coming(register), key=lambda one: one.day)),
    )


def _group(group: Group, scope: Scope) -> GroupStanding:
    all_phases = scope.register.collective.phases
    asked = [phase for phase in all_phases if phase.scope.value == "group"]
    return GroupStanding(
        group=group,
        phases=tuple(_phase(phase, scope, _asked_of(group, phase, all_phases)) for phase in asked)
        if group.kind.value == "thematic"
        else (),
        life=life_of(group, scope.register, scope.today),
        facilitators=scope.facilitators(group),
        members=active_members(group, scope.today),
    )


def _phase(phase: Phase, scope: Scope, asked: bool) -> PhaseStanding:
    objectives = tuple(_objective(one, scope) for one in phase.objectives)
    return PhaseStanding(today=scope.today, phase=phase, objectives=objectives, asked=asked)


def _objective(objective: Objective, scope: Scope) -> ObjectiveStanding:
    waived_by = waiver_of(objective, scope)
    if waived_by:
        return ObjectiveStanding(objective=objective, waived_by=waived_by)
    if objective.evidence is None:
        return ObjectiveStanding(objective=objective)
    return ObjectiveStanding(
        objective=objective,
        found=found_evidence(objective.evidence, scope),
        missing=missing_evidence(objective.evidence, scope),
    )


def waiver_of(objective: Objective, scope: Scope) -> str:
    """Give the decision that does without an objective, empty when there is none.

    It was taken by the day, and to waive. When it names groups (``on``), it holds for those alone.
    """
    id = objective.waived_by.value if objective.waived_by else ""
    register = scope.register
    decision = register.decisions.get(id)
    if decision is None or decision.kind.value != "waive":
        return ""
    named = {on.value for on in decision.on} & set(register.groups)
    taken = register.plenaries[id.partition("/")[0]].date.value <= scope.today
    holds = not named or (scope.group is not None and scope.group.id in named)
    return id if taken and holds else ""


def _asked_of(group: Group, phase: Phase, phases: tuple[Phase, ...]) -> bool:
    """Tell whether a phase was asked of a group: formed before its end, and not dissolved by then.

    Of a group that has no team only the phase in which groups form was asked.
    """
    if group.formed is None:
        return phase is forming_phase(phases)
    gone = group.dissolved is not None and group.dissolved.value < phase.ends.value
    return group.formed.value <= phase.ends.value and not gone


def _late(
    groups: tuple[GroupStanding, ...], collective: tuple[PhaseStanding, ...]
) -> tuple[tuple[GroupStanding | None, PhaseStanding], ...]:
    """Give the phases that ended with something still owed, the oldest first."""
    found: list[tuple[GroupStanding | None, PhaseStanding]] = [
        (group, phase) for group in groups if group.is_live for phase in group.phases if phase.is_late
    ]
    found += [(None, phase) for phase in collective if phase.is_late]
    return tuple(sorted(found, key=lambda pair: pair[1].phase.ends.value))


def _coming(register: Register) -> Iterator[Deadline]:
    """Yield the next day on which a phase ends or begins, and the next plenary."""
    phases, today = register.collective.phases, register.today
    edges = [Deadline(day=phase.ends.value, phase=phase, is_end=True) for phase in phases]
    edges += [Deadline(day=phase.starts.value, phase=phase) for phase in phases]
    ahead = [one for one in edges if one.day > today or (one.is_end and one.day == today)]
    first = min(ahead, key=lambda one: (one.day, not one.is_end), default=None)
    yield from (one for one in ahead if first and (one.day, one.is_end) == (first.day, first.is_end))
    plenary = next_plenary(register)
    if plenary:
        yield Deadline(day=plenary.date.value, plenary=plenary)
