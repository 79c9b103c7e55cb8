"""The differences between two entries of the same papers, side by side."""

from collections.abc import Sequence

from collectif_cli.model.message import message, messages
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, flat
from collectif_cli.voting.comparing import Difference


def differences_text(found: Sequence[Difference], ballots: int, language: Language, screen: Screen) -> str:
    """Give a line for each cell on which the entries part, or that they agree on all the ballots."""
    if not found:
        said = messages("{n} ballot, entered alike twice", "{n} ballots, each entered alike twice", ballots)
        return f"{language.say(said)}\n"
    heads = [language.say(one) for one in (message("ballot"), message("column"))] + ["a", "b"]
    rows = [
        [
            Cell(flat(one.ballot)),
            Cell(flat(one.column)),
            *(Cell(_said(cell, one, language)) for cell in (one.one, one.other)),
        ]
        for one in found
    ]
    papers = len({one.ballot for one in found})
    last = messages(
        "{n} paper to look at together; mend the wrong entry, then compare again",
        "{n} papers to look at together; mend the wrong entries, then compare again",
        papers,
    )
    return f"{table(heads, rows, screen)}\n\n{language.say(last)}\n"


def differences_json(found: Sequence[Difference]) -> str:
    """Give the same for programs."""
    given = [{"ballot": one.ballot, "column": one.column, "a": one.one, "b": one.other} for one in found]
    return for_programs({"version": 1, "differences": given})


def _said(cell: str | None, one: Difference, language: Language) -> str:
    if cell is None:
        return language.say(message("not there"))
    if not one.column:
        return language.say(message("there"))
    return flat(cell) or language.say(message("blank"))
