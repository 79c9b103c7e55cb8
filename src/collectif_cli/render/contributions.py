"""The contributions for a terminal and for programs: one a line, and what became of them theme by theme."""

from collections.abc import Mapping, Sequence
from typing import Any

from collectif_cli.model.body import without_comments
from collectif_cli.model.contribution import FATES, Contribution
from collectif_cli.model.message import message, messages
from collectif_cli.render.fates import fate_word
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, flat, safe, wrapped
from collectif_cli.triage.coverage import Coverage, whole

_COLOURS = {"new": "yellow", "adopted": "green", "partly": "green", "declined": "dim", "merged": "dim"}
_EXCERPT = 90  # characters


def words_of(one: Contribution) -> str:
    """Give the title of a contribution, else its first words, on one line."""
    if one.title is not None:
        return flat(one.title.value)
    text = flat(" ".join(without_comments(one.body.text).split()))
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rpartition(' ')[0]}…"


def contributions_text(
    contributions: Sequence[Contribution], groups: Mapping[str, str], language: Language, screen: Screen
) -> str:
    """Give a line for each contribution, and how many there are; ``groups`` are titles by id."""
    if not contributions:
        nothing = message("no contribution fits that")
        return f"{language.say(nothing)}\n"
    heads = [
        language.say(message("contribution")),
        language.say(message("fate")),
        language.say(message("group")),
        language.say(message("title")),
    ]
    rows = [
        [
            Cell(safe(one.id)),
            Cell(language.say(fate_word(one.fate.value)), _COLOURS.get(one.fate.value, "")),
            Cell(safe(groups.get(one.group.value, one.group.value)) if one.group else ""),
            Cell(words_of(one)),
        ]
        for one in contributions
    ]
    count = messages("{n} contribution", "{n} contributions", len(contributions))
    return f"{table(heads, rows, screen)}\n\n{language.say(count)}\n"


def contributions_json(contributions: Sequence[Contribution]) -> str:
    """Give the same for programs."""
    return for_programs({"version": 1, "contributions": [_one(one) for one in contributions]})


def _one(one: Contribution) -> dict[str, Any]:
    return {
        "id": one.id,
        "source": one.source,
        "title": one.title.value if one.title else None,
        "date": one.date.value.isoformat() if one.date else None,
        "theme": one.theme.value if one.theme else None,
        "fate": one.fate.value,
        "group": one.group.value if one.group else None,
        "proposals": [proposal.value for proposal in one.proposals],
        "merged_into": one.merged_into.value if one.merged_into else None,
        "answer": one.answer.value if one.answer else None,
        "waiting": one.is_waiting,
        "path": one.span.path,
    }


def coverage_text(
    lines: Sequence[Coverage], unheard: Sequence[str], language: Language, screen: Screen
) -> str:
    """Give a line for each theme and one for all; ``unheard`` are groups that nobody wrote to."""
    if not lines:
        nothing = message("no contribution fits that")
        return f"{language.say(nothing)}\n"
    heads = [
        *(
            language.say(one)
            for one in (
                message("theme"),
                message("sent"),
                message("to read"),
                message("in groups"),
                message("taken up"),
                message("not taken"),
                message("joined"),
                message("answered"),
                message("proposals"),
            )
        ),
        "",
    ]
    rows = [_row(line, language, line.theme or language.say(message("without a theme"))) for line in lines]
    if len(lines) > 1:
        rows.append(_row(whole(lines), language, language.say(message("all"))))
    text = f"{table(heads, [[*row, Cell('')] for row in rows], screen)}\n"
    if unheard:
        said = messages(
            "no contribution was handed to this group: {groups}",
            "no contribution was handed to these groups: {groups}",
            len(unheard),
            groups=tuple(unheard),
        )
        text += "\n" + "".join(f"{line}\n" for line in wrapped(language.say(said), screen.width))
    return text


def _row(line: Coverage, language: Language, theme: str) -> list[Cell]:
    taken = line.fates["adopted"] + line.fates["partly"]
    refused = line.fates["declined"] + line.fates["out-of-scope"]
    share = f"{language.number(line.answered)} ({100 * line.answered // line.sent} %)" if line.sent else "0"
    numbers = (line.sent, line.fates["new"], line.fates["assigned"], taken, refused, line.fates["merged"])
    return [
        Cell(flat(theme)),
        *(Cell(language.number(one) if one else "–") for one in numbers),
        Cell(language.set(share), "green" if line.sent == line.answered else ""),
        Cell(language.number(len(line.proposals)) if line.proposals else "–"),
    ]


def coverage_json(lines: Sequence[Coverage], unheard: Sequence[str]) -> str:
    """Give the same for programs."""

    def one(line: Coverage) -> dict[str, Any]:
        return {
            "theme": line.theme or None,
            "sent": line.sent,
            "fates": {fate: line.fates[fate] for fate in FATES},
            "answered": line.answered,
            "waiting": line.waiting,
            "proposals": list(line.proposals),
        }

    total = one(whole(lines))
    del total["theme"]
    return for_programs(
        {"version": 1, "themes": [one(line) for line in lines], "all": total, "unheard": list(unheard)}
    )
