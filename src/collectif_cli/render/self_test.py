"""The table of the self-test: what was tried, and by what it was caught."""

from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, flat


class Attempt(NamedTuple):
    """A tampering that was tried, and the slugs under which it was found; none when nothing saw it."""

    said: Message
    found: tuple[str, ...]
    in_commit: bool

    @property
    def caught(self) -> bool:
        """Tell whether something saw it."""
        return bool(self.found)


def attempts_text(attempts: Sequence[Attempt], vote: str, language: Language, screen: Screen) -> str:
    """Give a line for each tampering, and how many were caught."""
    heads = [
        language.say(one) for one in (message("tampering"), message("in a commit"), message("caught by"))
    ]
    yes, no = language.say(message("yes")), language.say(message("no"))
    missed = language.say(message("nothing: not caught"))
    rows = [
        [
            Cell(flat(language.say(one.said))),
            Cell(yes if one.in_commit else no),
            Cell(", ".join(one.found), "green") if one.caught else Cell(missed, "red"),
        ]
        for one in attempts
    ]
    caught = sum(one.caught for one in attempts)
    last = message(
        "{caught} of {tried}, on a copy of this programme, with the vote “{vote}”",
        caught=messages("{n} tampering caught", "{n} tamperings caught", caught),
        tried=len(attempts),
        vote=vote,
    )
    return f"{table(heads, rows, screen)}\n\n{language.say(last)}\n"


def attempts_json(attempts: Sequence[Attempt], language: Language) -> str:
    """Give the same for programs."""
    given = [
        {"tampering": language.say(one.said), "committed": one.in_commit, "caught_by": list(one.found)}
        for one in attempts
    ]
    whole = {"version": 1, "caught": all(one.caught for one in attempts), "attempts": given}
    return for_programs(whole)
