"""The whole process for a terminal: groups by phases with bars, the calendar, what is late, what comes."""

from collections import Counter
from collections.abc import Callable, Iterator

from collectif_cli.model.message import Message, message, messages
from collectif_cli.progress.standing import GroupStanding, Overview
from collectif_cli.render.language import Language
from collectif_cli.render.standing.bars import phase_cell
from collectif_cli.render.standing.calendar_table import calendar_table
from collectif_cli.render.standing.saying import deadline_said
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe, wrapped


def overview_text(overview: Overview, language: Language, screen: Screen) -> str:
    """Give the whole screen of ``collectif status``."""
    phases = overview.groups[0].phases if overview.groups else ()
    heads = [
        "",
        *(safe(phase.phase.id.value.replace("-", " ")) for phase in phases),
        language.say(message("still owes")),
    ]
    rows = [_row(group, overview, language, screen) for group in overview.groups]
    parts = [table(heads, rows, screen, hanging=1)] if rows else []
    calendar = calendar_table(overview, language, screen)
    parts += [calendar] if calendar else []
    closing = (language.say(said) for said in _closing(overview))
    parts.append("\n".join(line for said in closing for line in wrapped(said, screen.width)))
    return "\n\n".join(parts) + "\n"


def _row(group: GroupStanding, overview: Overview, language: Language, screen: Screen) -> list[Cell]:
    cells = [phase_cell(phase, screen) for phase in group.phases]
    return [Cell(safe(_name(group, overview))), *cells, Cell(safe(_owes(group, language)))]


def _name(group: GroupStanding, overview: Overview) -> str:
    into = group.group.merged_into
    if into is None or group.is_live:
        return group.group.name
    return f"{group.group.name} → {overview.title_of(into.value)}"


def _owes(group: GroupStanding, language: Language) -> str:
    if group.story is not None:
        return language.say(group.story)
    begun = [phase for phase in group.phases if phase.has_begun]
    return ", ".join(one.objective.title.value for phase in begun for one in phase.owed) or "–"


def _closing(overview: Overview) -> Iterator[Message]:
    """Yield the last lines: how many groups and what became of them, what is late, what comes next."""
    lives = Counter(group.life.state for group in overview.groups)
    counted = tuple(say(lives[state]) for state, say in _LIVES.items() if lives[state])
    if counted:
        yield messages("{n} group: {lives}", "{n} groups: {lives}", len(overview.groups), lives=counted)
    yield from _late(overview)
    if not overview.coming:
        yield message("the calendar is over")
    for deadline in overview.coming:
        yield message("next: {deadline}", deadline=deadline_said(deadline, overview.today))


_LIVES: dict[str, Callable[[int], Message]] = {
    "at-work": lambda n: messages("{n} is at work", "{n} are at work", n),
    "merged": lambda n: messages("{n} merged", "{n} merged", n),
    "ended": lambda n: messages("{n} ended", "{n} ended", n),
    "not-yet": lambda n: messages("{n} not formed yet", "{n} not formed yet", n),
    "never": lambda n: messages("{n} never started", "{n} never started", n),
}


def _late(overview: Overview) -> Iterator[Message]:
    """Yield a sentence for each phase that ended with something still owed, with the groups that owe it."""
    owing: dict[str, list[str | None]] = {}
    phases = {}
    for group, standing in overview.late:
        phases[standing.phase.id.value] = standing.phase
        owing.setdefault(standing.phase.id.value, []).append(group.group.name if group else None)
    for id, phase in phases.items():
        groups = " · ".join(name for name in owing[id] if name)
        title, day = phase.title.value, phase.ends.value
        if groups:
            yield message("late since {day}: “{phase}” ({groups})", day=day, phase=title, groups=groups)
        else:
            yield message("late since {day}: “{phase}”", day=day, phase=title)
