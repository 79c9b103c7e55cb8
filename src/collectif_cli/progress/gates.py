"""The gates of the process (phases, objectives, plenaries), and what keeps one of them closed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from collectif_cli.model.phase import Objective, Phase
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.register import Register
from collectif_cli.progress.missing import Missing
from collectif_cli.progress.standing import GroupStanding, ObjectiveStanding, Overview, PhaseStanding

KINDS = ("plenary", "phase", "objective", "day")


class Gate(NamedTuple):
    """What must be there by a day: a phase, an objective of it (with its phase), a plenary, or that day."""

    day: date
    phase: Phase | None = None
    objective: Objective | None = None
    plenary: Plenary | None = None

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""
        if self.plenary:
            return "plenary"
        return "objective" if self.objective else "phase" if self.phase else "day"

    @property
    def id(self) -> str:
        """The id of the plenary or of the phase; ``<phase>/<objective>`` for an objective; the day."""
        if self.plenary:
            return self.plenary.id
        if self.phase is None:
            return self.day.isoformat()
        phase = self.phase.id.value
        return f"{phase}/{self.objective.id.value}" if self.objective else phase


class Blocker(NamedTuple):
    """An objective that is not met: of which group (None for the collective), in which phase."""

    group: GroupStanding | None
    phase: Phase
    objective: ObjectiveStanding

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is missing."""
        return self.objective.missing


def all_gates(register: Register) -> Iterator[Gate]:
    """Yield every gate: the phases, their objectives, the plenaries."""
    phases = register.collective.phases
    for phase in phases:
        yield Gate(phase.ends.value, phase)
    for phase in phases:
        for objective in phase.objectives:
            yield Gate(phase.ends.value, phase, objective)
    for plenary in register.plenaries.values():
        yield Gate(plenary.date.value, plenary=plenary)


def gate_ahead(register: Register, overview: Overview) -> Gate | None:
    """Give the gate that comes first: the next plenary, else the end of the phase that ends next."""
    plenary = next((one.plenary for one in overview.coming if one.plenary), None)
    if plenary:
        return Gate(plenary.date.value, plenary=plenary)
    ends = [phase for phase in register.collective.phases if phase.ends.value >= overview.today]
    first = min(ends, key=lambda phase: phase.ends.value, default=None)
    return Gate(first.ends.value, first) if first else None


def why_not(gate: Gate, overview: Overview, group: str = "") -> tuple[Blocker, ...]:
    """Give what keeps a gate closed, the groups first; only what a group owes when one is named.

    A phase waits for its objectives. A day, or a plenary, waits for those of all phases that end by then;
    a plenary does not wait for itself to be held.
    """
    found = [
        Blocker(one, phase.phase, objective)
        for one in overview.groups
        if one.is_live or (one.life.state == "not-yet" and one.group.id == group)
        for phase, objective in _owed(one.phases, gate)
        if group in {"", one.group.id}
    ]
    if not group:
        found += [Blocker(None, phase.phase, one) for phase, one in _owed(overview.collective, gate)]
    return tuple(found)


def _owed(phases: Iterable[PhaseStanding], gate: Gate) -> Iterator[tuple[PhaseStanding, ObjectiveStanding]]:
    for phase in phases:
        for one in phase.owed:
            if _waits_for(gate, phase.phase, one.objective):
                yield phase, one


def _waits_for(gate: Gate, phase: Phase, objective: Objective) -> bool:
    if gate.objective is not None:
        return phase == gate.phase and objective == gate.objective
    if gate.phase is not None:
        return phase == gate.phase
    return phase.ends.value <= gate.day and not _is_it(gate.plenary, objective)


def _is_it(plenary: Plenary | None, objective: Objective) -> bool:
    """Tell whether the objective is that very plenary."""
    asked = objective.evidence.plenary if objective.evidence else None
    wanted, own = asked.number if asked else None, plenary.number if plenary else None
    return wanted is not None and own is not None and wanted.value == own.value
