"""The same screens as values for programs; each has ``version`` and ``date`` first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from collectif_cli.progress.gates import Blocker, Gate
from collectif_cli.progress.missing import Missing
from collectif_cli.progress.silence import Silence
from collectif_cli.progress.standing import Deadline, GroupStanding, Overview, PhaseStanding
from collectif_cli.render.language import Language

Values = dict[str, Any]


def overview_values(overview: Overview, language: Language) -> Values:
    """Give the whole process."""
    return {
        **_head(overview.today),
        "current": [phase.id.value for phase in overview.current],
        "groups": [_group(group, language) for group in overview.groups],
        "collective": [_phase(phase, language) for phase in overview.collective],
        "late": [
            {"group": group.group.id if group else None, "phase": phase.phase.id.value}
            for group, phase in overview.late
        ],
        "coming": [_deadline(one) for one in overview.coming],
    }


def group_values(group: GroupStanding, today: date, language: Language) -> Values:
    """Give one group."""
    return {**_head(today), **_group(group, language)}


def phase_values(phase: PhaseStanding, language: Language) -> Values:
    """Give one phase of the collective."""
    return {**_head(phase.today), **_phase(phase, language)}


def why_not_values(gate: Gate, blockers: Sequence[Blocker], today: date, language: Language) -> Values:
    """Give what keeps a gate closed."""
    return {
        **_head(today),
        "gate": {"kind": gate.kind, "id": gate.id, "date": gate.day.isoformat()},
        "open": not blockers,
        "missing": [
            {
                "group": one.group.group.id if one.group else None,
                "phase": one.phase.id.value,
                "objective": one.objective.objective.id.value,
                **_missing(missing, language),
            }
            for one in blockers
            for missing in one.missing
        ],
    }


def silence_values(found: Sequence[Silence], today: date) -> Values:
    """Give the silence of each group, the longest first."""
    return {
        **_head(today),
        "groups": [
            {
                "id": one.standing.group.id,
                "days": one.days,
                "last": {"date": one.last.day.isoformat(), "kind": one.last.kind} if one.last else None,
                "next_meeting": one.next_meeting.isoformat() if one.next_meeting else None,
                "next_step": _step(one.next_step) if one.next_step else None,
            }
            for one in found
        ],
    }


def _head(today: date) -> Values:
    return {"version": 1, "date": today.isoformat()}


def _group(group: GroupStanding, language: Language) -> Values:
    return {
        "id": group.group.id,
        "title": group.group.name,
        "members": group.members,
        "state": group.life.state,
        "story": language.say(group.story) if group.story else None,
        "phases": [_phase(phase, language) for phase in group.phases],
    }


def _phase(phase: PhaseStanding, language: Language) -> Values:
    planned = phase.phase.planned_ends
    return {
        "phase": phase.phase.id.value,
        "ends": phase.phase.ends.value.isoformat(),
        "planned_ends": planned.value.isoformat() if planned else None,
        "asked": phase.asked,
        "late": phase.is_late,
        "met": phase.met,
        "of": len(phase.objectives),
        "owed": [
            {
                "objective": one.objective.id.value,
                "missing": [_missing(missing, language) for missing in one.missing],
            }
            for one in phase.owed
        ],
        "found": {
            one.objective.id.value: [language.say(said) for said in one.found]
            for one in phase.objectives
            if one.found
        },
        "waived": {one.objective.id.value: one.waived_by for one in phase.objectives if one.waived_by},
    }


def _missing(one: Missing, language: Language) -> Values:
    return {
        "said": language.say(one.said),
        "who": [{"kind": actor.kind, "names": list(actor.people.names)} for actor in one.who],
        "command" if one.remedy.is_command else "to_do": language.say(one.remedy.said),
    }


def _step(one: Blocker) -> Values:
    return {"phase": one.phase.id.value, "objective": one.objective.objective.id.value}


def _deadline(one: Deadline) -> Values:
    if one.plenary:
        return {"date": one.day.isoformat(), "plenary": one.plenary.id}
    phase = one.phase.id.value if one.phase else None
    return {"date": one.day.isoformat(), "phase": phase, "ends": one.is_end}
