"""Where the process stands, for a terminal: groups by phases with bars, the collective, what comes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.message import mark as _
from collectif_cli.progress.standing import (
    Deadline,
    GroupStanding,
    ObjectiveStanding,
    Overview,
    PhaseStanding,
)
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, columns, safe, wrapped

BAR = 8
_FULL, _EMPTY = "█", "░"


_NOT_ASKED = _("not asked of this group")


def overview_text(overview: Overview, language: Language, screen: Screen) -> str:
    """Give the whole screen of ``collectif status``."""
    phases = overview.groups[0].phases if overview.groups else ()
    heads = [
        "",
        *(safe(phase.phase.id.value.replace("-", " ")) for phase in phases),
        language.say(message("still owes")),
    ]
    rows = [_row(group, overview, language, screen) for group in overview.groups]
    parts = [table(heads, rows, screen)] if rows else []
    if overview.collective:
        parts.append(_collective(overview, language, screen))
    closing = (line for said in _closing(overview, language) for line in wrapped(said, screen.width))
    parts.append("\n".join(closing))
    return "\n\n".join(parts) + "\n"


def group_text(group: GroupStanding, language: Language, screen: Screen) -> str:
    """Give the screen of ``collectif status GROUP``: each phase, each objective, what is missing."""
    lines = [screen.paint(safe(group.group.name), "bold")]
    if group.story is not None:
        lines.append(f"  {safe(language.say(group.story))}")
    for phase in group.phases:
        lines += ["", *_phase_lines(phase, language, screen)]
    return "\n".join(lines) + "\n"


def phase_text(phase: PhaseStanding, language: Language, screen: Screen) -> str:
    """Give one phase of the collective with its objectives."""
    return "\n".join(_phase_lines(phase, language, screen)) + "\n"


def overview_json(overview: Overview, language: Language) -> dict[str, Any]:
    """Give the same as values for programs."""
    return {
        "version": 1,
        "date": overview.today.isoformat(),
        "current": [phase.id.value for phase in overview.current],
        "groups": [
            {
                "id": group.group.id,
                "title": group.group.name,
                "members": group.members,
                "story": language.say(group.story) if group.story else None,
                "phases": [_phase_json(phase, language) for phase in group.phases],
            }
            for group in overview.groups
        ],
        "collective": [_phase_json(phase, language) for phase in overview.collective],
        "late": [
            {"group": group.group.id if group else None, "phase": phase.phase.id.value}
            for group, phase in overview.late
        ],
    }


def _phase_json(phase: PhaseStanding, language: Language) -> dict[str, Any]:
    return {
        "phase": phase.phase.id.value,
        "ends": phase.phase.ends.value.isoformat(),
        "asked": phase.asked,
        "met": phase.met,
        "of": len(phase.objectives),
        "owed": [
            {"objective": one.objective.id.value, "missing": [language.say(said) for said in one.missing]}
            for one in phase.owed
        ],
    }


def bar(met: int, whole: int) -> str:
    """Give a bar of eight squares; full only when everything is met, empty only when nothing is."""
    full = met * BAR // whole if whole else 0
    if met and not full:
        full = 1
    return _FULL * full + _EMPTY * (BAR - full)


def _row(group: GroupStanding, overview: Overview, language: Language, screen: Screen) -> list[Cell]:
    cells = [Cell(safe(_name(group, overview)))]
    for phase in group.phases:
        started = phase.phase.starts.value <= overview.today
        cells.append(_progress(phase, screen) if phase.asked and started else Cell("–"))
    return [*cells, Cell(safe(_owes(group, overview, language)))]


def _name(group: GroupStanding, overview: Overview) -> str:
    into = group.group.merged_into
    if into is None or group.is_live:
        return group.group.name
    return f"{group.group.name} → {overview.title_of(into.value)}"


def _progress(phase: PhaseStanding, screen: Screen) -> Cell:
    whole = len(phase.objectives)
    colour = "green" if phase.met == whole else "yellow" if phase.met else "red"
    return Cell(f"{bar(phase.met, whole)} {phase.met}/{whole}", colour if screen.colour else "")


def _owes(group: GroupStanding, overview: Overview, language: Language) -> str:
    if group.story is not None:
        return language.say(group.story)
    begun = [phase for phase in group.phases if phase.phase.starts.value <= overview.today]
    return ", ".join(one.objective.title.value for phase in begun for one in phase.owed) or "–"


def _collective(overview: Overview, language: Language, screen: Screen) -> str:
    heads = [
        language.say(message("the collective")),
        "",
        language.say(message("until")),
        language.say(message("still owes")),
    ]
    rows = [
        [
            Cell(safe(phase.phase.title.value)),
            _progress(phase, screen) if phase.phase.starts.value <= overview.today else Cell("–"),
            Cell(language.day(phase.phase.ends.value)),
            Cell(safe(", ".join(one.objective.title.value for one in phase.owed) or "–"))
            if phase.phase.starts.value <= overview.today
            else Cell("–"),
        ]
        for phase in overview.collective
    ]
    return table(heads, rows, screen)


def _closing(overview: Overview, language: Language) -> list[str]:
    """Give the last lines: how many groups, what is late, what comes next."""
    never = sum(group.group.formed is None for group in overview.groups)
    merged = sum(not group.is_live and group.group.merged_into is not None for group in overview.groups)
    said = [messages("{n} group", "{n} groups", len(overview.groups))]
    if never:
        said.append(messages("{n} never started", "{n} never started", never))
    if merged:
        said.append(messages("{n} merged", "{n} merged", merged))
    lines = [" · ".join(language.say(one) for one in said)]
    if overview.late:
        groups = tuple(dict.fromkeys(group.group.name for group, _ in overview.late if group is not None))
        ended = len({phase.phase.id.value for _, phase in overview.late})
        late = messages(
            "{n} phase ended with something still owed", "{n} phases ended with something still owed", ended
        )
        lines.append(language.say(late))
        if groups:
            lines.append(language.say(message("late: {groups}", groups=groups)))
    lines.append(language.say(_next(overview, language)))
    return lines


def _next(overview: Overview, language: Language) -> Message:
    if overview.following is None:
        return message("the calendar is over")
    return message("next: {deadline}", deadline=when(overview.following, overview.today, language))


def when(deadline: Deadline, today: date, language: Language) -> Message:
    """Say what begins or ends, on what day, in how many days."""
    days = (deadline.day - today).days
    title, day = deadline.phase.title.value, language.day(deadline.day)
    away = messages("in {n} day", "in {n} days", days) if days else message("today")
    if deadline.is_end:
        return message("“{phase}” ends on {day}, {away}", phase=title, day=day, away=away)
    return message("“{phase}” begins on {day}, {away}", phase=title, day=day, away=away)


def _phase_lines(phase: PhaseStanding, language: Language, screen: Screen) -> list[str]:
    title = safe(phase.phase.title.value)
    until = language.say(message("until {day}", day=language.day(phase.phase.ends.value)))
    whole = len(phase.objectives)
    if not phase.asked:
        return [f"{title} · {language.words(_NOT_ASKED)}"]
    figures = f"{bar(phase.met, whole)} {phase.met}/{whole}  {until}"
    if columns(title) + 2 + columns(figures) <= screen.width:
        lines = [f"{screen.paint(title, 'bold')}  {figures}"]
    else:
        lines = [screen.paint(title, "bold"), f"  {figures}"]
    for one in phase.objectives:
        lines += _objective_lines(one, language, screen)
    return lines


def _objective_lines(one: ObjectiveStanding, language: Language, screen: Screen) -> Sequence[str]:
    mark = screen.paint("✓", "green") if one.is_met else screen.paint("·", "yellow")
    lines = [f"  {mark} {safe(one.objective.title.value)}"]
    if one.waived_by:
        waived = message("waived by {decision}", decision=one.waived_by)
        lines[0] += f" · {safe(language.say(waived))}"
    return [*lines, *(f"      {safe(language.say(said))}" for said in one.missing if not one.is_met)]
