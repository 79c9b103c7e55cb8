"""How long each group has been silent, for a terminal, and its next step."""

from collections.abc import Sequence
from datetime import date

from collectif_cli.model.message import message
from collectif_cli.progress.silence import Silence
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe, wrapped

_SIGNS = {
    "meeting": message("meeting"),
    "text": message("text"),
    "proposal": message("proposal"),
    "contribution": message("contribution"),
    "formed": message("first day"),
}
# Groups meet every two or three weeks; one that gave no sign for two months may need a call.
QUIET, SILENT = 30, 60


def silence_text(
    found: Sequence[Silence], today: date, has_past: bool, language: Language, screen: Screen
) -> str:
    """Give the screen of ``collectif status --silence``; without a past only meetings are signs of life."""
    if not found:
        return language.say(message("no group is at work")) + "\n"
    heads = [
        "",
        language.say(message("days")),
        language.say(message("last sign")),
        language.say(message("next step")),
    ]
    parts = [table(heads, [_row(one, today, language, screen) for one in found], screen, hanging=1)]
    if not has_past:
        said = message("This folder has no past in git: only meetings count as signs of life.")
        parts.append("\n".join(wrapped(language.say(said), screen.width)))
    return "\n\n".join(parts) + "\n"


def _row(one: Silence, today: date, language: Language, screen: Screen) -> list[Cell]:
    colour = "red" if one.days >= SILENT else "yellow" if one.days >= QUIET else ""
    last = (
        f"{language.say(_SIGNS[one.last.kind])}, {language.near_day(one.last.day, today)}"
        if one.last
        else "–"
    )
    return [
        Cell(safe(one.standing.group.name)),
        Cell(str(one.days), colour if screen.colour else ""),
        Cell(last),
        Cell(safe(_next(one, today, language))),
    ]


def _next(one: Silence, today: date, language: Language) -> str:
    """Give the meeting that is to come, and the first thing that the group owes."""
    said = []
    if one.next_meeting:
        said.append(f"{language.say(_SIGNS['meeting'])}, {language.near_day(one.next_meeting, today)}")
    if one.next_step:
        said.append(one.next_step.objective.objective.title.value)
    return " · ".join(said) or "–"
