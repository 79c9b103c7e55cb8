"""The screens of ``collectif status``, apart from its arguments."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.present import register_at
from collectif_cli.cli.status_words import gate_of, group_of, group_or_phase, split_words
from collectif_cli.errors import RepositoryError, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.progress.gates import why_not
from collectif_cli.progress.overview import overview
from collectif_cli.progress.scope import Holdings
from collectif_cli.progress.silence import silences
from collectif_cli.progress.standing import GroupStanding, Overview
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.standing import values


class Asked(NamedTuple):
    """What was typed after ``status``."""

    words: tuple[str, ...] = ()
    why_not: str | None = None
    silence: bool = False
    json: bool = False
    at: str | None = None


def show_status(context: Context, asked: Asked) -> None:
    """Print the screen that was asked for."""
    if asked.silence and (asked.why_not is not None or asked.words):
        raise UsageError(message("“--silence” is about all groups, and stands alone"))
    register = register_at(context, asked.at)
    holdings = Holdings(register)
    whole = overview(register, holdings)
    if asked.silence:
        _show_silence(context, asked, register, whole, holdings)
    elif asked.why_not is not None:
        _show_why_not(context, asked, register, whole)
    elif asked.words:
        _show_one(context, asked, register, whole)
    elif asked.json:
        context.print(for_programs(values.overview_values(whole, context.language)))
    else:
        from collectif_cli.render.standing.matrix import overview_text

        context.print(overview_text(whole, context.language, context.screen))


def _show_one(context: Context, asked: Asked, register: Register, whole: Overview) -> None:
    """Print one group, or one phase of the collective."""
    from collectif_cli.render.standing.one import group_text, phase_text

    found = group_or_phase(" ".join(asked.words), register, whole)
    language, screen = context.language, context.screen
    if isinstance(found, GroupStanding):
        given = values.group_values(found, whole.today, language)
        text = group_text(found, language, screen)
    else:
        given = values.phase_values(found, language)
        text = phase_text(found, language, screen)
    context.print(for_programs(given) if asked.json else text)


def _show_why_not(context: Context, asked: Asked, register: Register, whole: Overview) -> None:
    """Print what keeps a gate closed, for all or for one group."""
    from collectif_cli.render.standing.why_not import why_not_text

    name, gate_words = split_words(asked.words, asked.why_not or "", register)
    group = group_of(name, register, whole) if name else None
    gate = gate_of(gate_words, register)
    blockers = why_not(gate, whole, group.group.id if group else "")
    language = context.language
    if asked.json:
        context.print(for_programs(values.why_not_values(gate, blockers, whole.today, language)))
    else:
        context.print(why_not_text(gate, blockers, group, whole.today, language, context.screen))


def _show_silence(
    context: Context, asked: Asked, register: Register, whole: Overview, holdings: Holdings
) -> None:
    """Print how long each group has been silent."""
    from collectif_cli.render.standing.silence import silence_text

    touched = _touched(context, asked.at, register)
    found = silences(register, whole, holdings, touched or {})
    if asked.json:
        context.print(for_programs(values.silence_values(found, whole.today)))
    else:
        context.print(silence_text(found, whole.today, touched is not None, context.language, context.screen))


def _touched(context: Context, at: str | None, register: Register) -> Mapping[str, date] | None:
    """Give the day of the last commit of each text; None where there is no past to read."""
    try:
        commit = context.revision(at).commit if at else None
        last = context.history.last_changes(register.paths, commit)
    except RepositoryError:
        return None
    return {path: revision.day for path, revision in last.items()}
