"""The proposals for a terminal and for programs, and what one of them lacks."""

from collections.abc import Mapping, Sequence

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import message, messages
from collectif_cli.model.proposal import Proposal
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.statuses import status_word
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe, wrapped

_WIDEST = 100
_COLOURS = {"adopted": "green", "draft": "dim", "withdrawn": "dim", "merged": "dim", "rejected": "dim"}


def proposals_text(
    proposals: Sequence[Proposal], groups: Mapping[str, str], language: Language, screen: Screen
) -> str:
    """Give a line for each proposal, and how many there are; ``groups`` are titles by id."""
    if not proposals:
        nothing = message("no proposal fits that")
        return f"{language.say(nothing)}\n"
    heads = [
        language.say(message("proposal")),
        language.say(message("status")),
        language.say(message("group")),
        language.say(message("title")),
    ]
    rows = [
        [
            Cell(safe(one.id)),
            Cell(language.say(status_word(one.status.value)), _COLOURS.get(one.status.value, "")),
            Cell(safe(groups.get(one.group.value, one.group.value))),
            Cell(safe(one.name)),
        ]
        for one in proposals
    ]
    count = messages("{n} proposal", "{n} proposals", len(proposals))
    return f"{table(heads, rows, screen)}\n\n{language.say(count)}\n"


def proposals_json(proposals: Sequence[Proposal]) -> str:
    """Give the same for programs."""
    found = [
        {
            "id": one.id,
            "title": one.name,
            "status": one.status.value,
            "group": one.group.value,
            "with": [group.value for group in one.with_groups],
            "levels": [level.value for level in one.levels],
            "competences": [competence.value for competence in one.competences],
            "path": one.span.path,
        }
        for one in proposals
    ]
    return for_programs({"version": 1, "proposals": found})


def shortcomings_text(title: str, lacking: Sequence[Diagnostic], language: Language, screen: Screen) -> str:
    """Give what a text still lacks before it can be submitted: each thing, where, what to do."""
    width = min(screen.width, _WIDEST)
    head = messages(
        "“{title}” cannot be submitted yet; one thing is left to do:",
        "“{title}” cannot be submitted yet; {n} things are left to do:",
        len(lacking),
        title=title,
    )
    lines = wrapped(language.say(head), width, "", "")
    for number, one in enumerate(lacking, start=1):
        lead = f"{number}. "
        lines += wrapped(language.say(one.message), width, lead, " " * len(lead))
        where = message("{path}, line {line}", path=one.span.path, line=str(one.span.line))
        lines += [" " * len(lead) + safe(language.say(where))]
        if one.hint is not None:
            lines += wrapped(language.say(one.hint), width, " " * len(lead), " " * len(lead))
    return "\n".join(lines) + "\n"
