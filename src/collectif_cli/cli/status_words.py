"""What the words typed after ``status`` mean: a group, a phase, a gate; a wrong one is told the nearest."""

from collections.abc import Collection

from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.register import Register
from collectif_cli.progress.gate_names import find_gate
from collectif_cli.progress.gates import Gate, all_gates
from collectif_cli.progress.group_names import find_groups
from collectif_cli.progress.standing import GroupStanding, Overview, PhaseStanding


def split_words(words: tuple[str, ...], gate: str, register: Register) -> tuple[str, str]:
    """Give the words of the group and those of the gate.

    “status --why-not plenary 9” gives the shell's words one by one: those that are no group belong to the
    gate.
    """
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if find_groups(name, register.groups):
            return name, " ".join((gate, *words[count:]))
    whole = " ".join((gate, *words))
    if words and find_gate(whole, register) is None and find_gate(gate, register) is not None:
        return " ".join(words), gate  # the gate is known: the fault is in the name of the group
    return "", whole


def group_or_phase(name: str, register: Register, whole: Overview) -> GroupStanding | PhaseStanding:
    """Give the group of that name, or the phase of the collective; raise UsageError when there is neither."""
    for phase in whole.collective:
        if phase.phase.id.value == name and name not in register.groups:
            return phase
    return group_of(name, register, whole, [phase.phase.id.value for phase in whole.collective])


def group_of(name: str, register: Register, whole: Overview, phases: Collection[str] = ()) -> GroupStanding:
    """Give the group of that name; raise UsageError when there is none, or more than one."""
    found = find_groups(name, register.groups)
    if len(found) > 1:
        raise UsageError(
            message("“{name}” is said of several groups", name=name),
            message("choose one of: {words}", words=tuple(group.id for group in found)),
        )
    if not found:
        said = message("no group or phase of the process is called “{id}”", id=name)
        near = nearest(name, [*register.groups, *phases])
        hint = message("“collectif group list” lists them")
        if find_gate(name, register):
            raise UsageError(
                said, message("“collectif status --why-not {gate}” may be what you want", gate=name)
            )
        raise UsageError(said, message("did you mean “{near}”?", near=near) if near else hint)
    return next(one for one in (*whole.groups, *whole.others) if one.group.id == found[0].id)


def gate_of(text: str, register: Register) -> Gate:
    """Give the gate of that name; raise UsageError when there is none."""
    gate = find_gate(text, register)
    if gate is None:
        said = message("no phase, objective or plenary is called “{text}”", text=text)
        near = nearest(text, [one.id for one in all_gates(register)])
        phases = tuple(phase.id.value for phase in register.collective.phases)
        hint = message("give a month, a plenary or one of: {words}", words=phases)
        raise UsageError(said, message("did you mean “{near}”?", near=near) if near else hint)
    return gate
