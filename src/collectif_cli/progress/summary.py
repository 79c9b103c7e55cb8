"""The process in a few figures, for the screen one sees first."""

from collectif_cli.model.noun import Noun
from collectif_cli.model.phase import Phase
from collectif_cli.model.register import Register
from collectif_cli.progress.gates import Gate, gate_ahead, why_not
from collectif_cli.progress.standing import Overview

_WAITING = frozenset({"new", "assigned"})
_GONE = frozenset({"merged", "withdrawn"})


class Summary(Noun):
    """The figures of a programme on a day.

    ``current`` is the phase under way, that of the groups first, and ``rank`` its place among the phases
    of its scope, from 1. ``gate`` is what comes first, and ``blocking`` how many things it waits for.
    """

    name: str
    current: Phase | None
    rank: int
    gate: Gate | None
    blocking: int
    groups: int
    submitted: int
    proposals: int
    without_cost: int
    waiting: int


def summarise(register: Register, overview: Overview) -> Summary:
    """Give the figures of a register on the day of its overview."""
    live = [group for group in overview.groups if group.is_live]
    proposals = [one for one in register.proposals.values() if one.status not in _GONE]
    authors = {group for one in proposals if one.status != "draft" for group in one.groups}
    current = next(iter(sorted(overview.current, key=lambda phase: phase.scope.value != "group")), None)
    gate = gate_ahead(register, overview)
    return Summary(
        name=register.collective.name.value,
        current=current,
        rank=_rank(current, register.collective.phases) if current else 0,
        gate=gate,
        blocking=sum(len(one.missing) for one in why_not(gate, overview)) if gate else 0,
        groups=len(live),
        submitted=sum(group.group.id in authors for group in live),
        proposals=len(proposals),
        without_cost=sum(not one.has_cost for one in proposals),
        waiting=sum(not one.is_answered and one.fate in _WAITING for one in register.contributions.values()),
    )


def _rank(phase: Phase, phases: tuple[Phase, ...]) -> int:
    alike = [one for one in phases if one.scope.value == phase.scope.value]
    return alike.index(phase) + 1
