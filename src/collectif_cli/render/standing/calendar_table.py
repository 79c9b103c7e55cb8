"""The calendar as a table: each phase, how far it is, the day it ends and the day that was planned."""

from collections.abc import Sequence

from collectif_cli.model.message import message
from collectif_cli.model.phase import Phase
from collectif_cli.progress.standing import Overview, PhaseStanding
from collectif_cli.render.language import Language
from collectif_cli.render.standing.bars import bar_cell, phase_cell
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe


def calendar_table(overview: Overview, language: Language, screen: Screen) -> str:
    """Give the phases of the collective, and those of groups as how many groups are done.

    The days that were planned have a column when they differ from those that came.
    """
    of_groups = _phases_of_groups(overview)
    rows = [
        *((phase, _groups_cell(standings, screen), "–") for phase, standings in of_groups),
        *((one.phase, phase_cell(one, screen), _owes(one)) for one in overview.collective),
    ]
    if not rows:
        return ""
    planned = any(_moved(phase) for phase, _, _ in rows)
    heads = [
        language.say(message("the calendar")),
        "",
        language.say(message("until")),
        *([language.say(message("planned"))] if planned else []),
        language.say(message("still owes")),
    ]
    ordered = sorted(rows, key=lambda row: row[0].starts.value)
    cells = [
        [
            Cell(safe(phase.title.value)),
            bar,
            Cell(language.short_day(phase.ends.value)),
            *([Cell(_planned(phase, language))] if planned else []),
            Cell(safe(owed)),
        ]
        for phase, bar, owed in ordered
    ]
    return table(heads, cells, screen, hanging=2 if planned else 1)


def _phases_of_groups(overview: Overview) -> list[tuple[Phase, list[PhaseStanding]]]:
    """Give the phases asked of groups, each with the standings of the groups at work that it was asked of."""
    first = overview.groups[0].phases if overview.groups else ()
    live = [group for group in overview.groups if group.is_live]
    return [
        (one.phase, [group.phases[place] for group in live if group.phases[place].asked])
        for place, one in enumerate(first)
    ]


def _groups_cell(standings: Sequence[PhaseStanding], screen: Screen) -> Cell:
    if not standings or not standings[0].has_begun or not standings[0].objectives:
        return Cell("–")
    return bar_cell(sum(not one.owed for one in standings), len(standings), screen)


def _owes(one: PhaseStanding) -> str:
    owed = one.owed if one.has_begun else ()
    return ", ".join(objective.objective.title.value for objective in owed) or "–"


def _moved(phase: Phase) -> bool:
    return phase.planned_ends is not None and phase.planned_ends.value != phase.ends.value


def _planned(phase: Phase, language: Language) -> str:
    return language.short_day(phase.planned_ends.value) if phase.planned_ends and _moved(phase) else "–"
