"""The work of ``collectif contribution list``, ``report`` and ``letters``: where what was sent stands."""

from collections.abc import Sequence
from pathlib import Path

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import contribution_called, expected, group_called
from collectif_cli.errors import UsageError
from collectif_cli.model.contribution import FATES, Contribution
from collectif_cli.model.message import message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.render.contributions import (
    contributions_json,
    contributions_text,
    coverage_json,
    coverage_text,
)
from collectif_cli.triage.choosing import Choice, chosen
from collectif_cli.triage.coverage import coverage, unheard


def list_contributions(context: Context, choice: Choice, at: str | None, *, as_json: bool) -> int:
    """Print the contributions that fit what was asked."""
    programme, _faults = context.programme(at)
    found = list(chosen(programme, _known(choice, programme)))
    titles = {id: one.name for id, one in programme.groups.items()}
    context.print(
        contributions_json(found)
        if as_json
        else contributions_text(found, titles, context.language, context.screen)
    )
    return 0


def report(context: Context, choice: Choice, at: str | None, *, as_json: bool) -> int:
    """Print what became of the contributions, theme by theme."""
    programme, _faults = context.programme(at)
    lines = coverage(programme, chosen(programme, _known(choice, programme)))
    silent = unheard(programme) if choice == Choice() else ()
    context.print(
        coverage_json(lines, silent)
        if as_json
        else coverage_text(lines, _names(silent, programme), context.language, context.screen)
    )
    return 0


def write_letters(
    context: Context,
    ids: Sequence[str],
    choice: Choice,
    output: Path | None,
    *,
    by_author: bool,
    dry_run: bool,
) -> int:
    """Write a letter for each contribution that somebody read, or for each author."""
    from collectif_cli.render.documents.templates import Templates
    from collectif_cli.render.letters import letter_text
    from collectif_cli.store.output import usual_folder, write_document
    from collectif_cli.store.templates import read_templates
    from collectif_cli.triage.letters import letters

    programme, _faults = context.programme()
    found = _selected(programme, ids, choice)
    written = letters(programme, found, by_author=by_author)
    if not written:
        context.tell(message("nobody is to be written to: nothing that was read fits that"))
        return 0
    language = context.language_of(programme.collective.language.value)
    templates = Templates({one.name: (one.path, one.text) for one in read_templates(context.root)}, language)
    folder = context.start / output if output else usual_folder(context.root) / "letters"
    new = 0
    for letter in written:
        text = letter_text(letter, programme, context.today, templates, language)
        if not dry_run:
            new += write_document(folder, f"{letter.name}.md", text)
    shown = str(folder.relative_to(context.start) if folder.is_relative_to(context.start) else folder)
    if dry_run:
        said = messages(
            "{n} letter would be written in {folder}",
            "{n} letters would be written in {folder}",
            len(written),
            folder=shown,
        )
    else:
        said = messages(
            "{n} letter in {folder}, {new} of them new or changed",
            "{n} letters in {folder}, {new} of them new or changed",
            len(written),
            folder=shown,
            new=new,
        )
    context.tell(said)
    return 0


def _selected(programme: Programme, ids: Sequence[str], choice: Choice) -> list[Contribution]:
    if ids:
        if choice != Choice():
            raise UsageError(message("name contributions, or say which are meant, not both"))
        return [contribution_called(programme, id) for id in dict.fromkeys(ids)]
    return list(chosen(programme, _known(choice, programme)))


def _known(choice: Choice, programme: Programme) -> Choice:
    """Give the choice with the ids of today; raise UsageError for a group or a fate that there is not."""
    if choice.fate:
        expected(choice.fate, FATES)
    if choice.source:
        expected(choice.source, {one.source for one in programme.contributions.values()})
    return choice._replace(group=group_called(programme, choice.group).id) if choice.group else choice


def _names(ids: Sequence[str], programme: Programme) -> tuple[str, ...]:
    return tuple(programme.groups[id].name for id in ids)
