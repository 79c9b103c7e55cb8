"""The work of ``collectif init``: the answers, the texts, a check of them before anything is written, git."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from collectif_cli import __version__
from collectif_cli.cli.context import Context
from collectif_cli.cli.examination import examine_tree
from collectif_cli.cli.init_answers import QUESTIONS, answered
from collectif_cli.cli.init_commit import Keeping, keep, keep_outcome, keeping_in
from collectif_cli.cli.init_report import report
from collectif_cli.cli.init_wizard import Wizard
from collectif_cli.errors import Refused, RepositoryError, UsageError
from collectif_cli.model.change import Change
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.message import message
from collectif_cli.render.language import Language
from collectif_cli.store.demo_texts import as_opened, demo_texts
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.first_texts import first_texts
from collectif_cli.store.free_folder import require_free
from collectif_cli.store.given_tree import GivenTree
from collectif_cli.store.load import load
from collectif_cli.store.unwritable import unwritable
from collectif_cli.store.write import write


class Wishes(NamedTuple):
    """What the command line says: the folder, the answers given as options, and how to go about it."""

    path: Path
    options: Mapping[str, str]
    demo: bool = False
    yes: bool = False
    no_git: bool = False
    commit: bool = False
    dry_run: bool = False


class Draft(NamedTuple):
    """The texts that will be written, the name of their collective, and the reader's language for them."""

    changes: tuple[Change, ...]
    name: str
    language: Language


def run_init(context: Context, wishes: Wishes) -> int:
    """Write the first texts of a programme, or say why not; give the exit code."""
    root = context.start / wishes.path
    recovered = require_free(root)
    if recovered is not None:
        context.tell(recovered)
    keeping = keeping_in(root, wishes.no_git, wishes.commit)
    wizard = Wizard(context) if _may_ask(context, wishes) else None
    draft = _demonstration(context, wishes) if wishes.demo else _draft(context, wishes, wizard)
    left = _require_sound(context, draft)
    if wizard is not None and not _agreed(wizard, draft):
        nothing = message("nothing was written")
        context.print(f"{draft.language.say(nothing)}\n")
        return 0
    if wizard is not None and keeping is Keeping.LEFT_ALONE and not wishes.no_git:
        asked = message("Make the first commit in the git repository that is already here?")
        keeping = Keeping.COMMITTED if wizard.confirm(asked, usual=False) else keeping
    said: tuple[str, ...] = ()
    if not wishes.dry_run:
        staged = wishes.demo and keeping in (Keeping.NEW, Keeping.COMMITTED)
        first = as_opened(draft.changes) if staged else draft.changes
        _write(root, first)
        said = keep(root, keeping, [change.path for change in first], draft.name, draft.language)
        rest = _rest(first, draft.changes)
        if rest:
            write(root, rest)
            keep_outcome(root, [change.path for change in rest], draft.language)
    context.print(report(context, wishes.path, draft.changes, draft.language, wishes, said, left))
    return 0


def _may_ask(context: Context, wishes: Wishes) -> bool:
    """Tell whether a person is there to answer, and something is left to ask."""
    there = context.source is not None and context.source.isatty() and context.screen.interactive
    return there and not (wishes.yes or wishes.demo or wishes.dry_run)


def _demonstration(context: Context, wishes: Wishes) -> Draft:
    others = tuple(one.option for one in QUESTIONS if one.key in wishes.options and one.key != "language")
    if others:
        raise UsageError(
            message("the demonstration has answers of its own: {options}", options=others),
            message("leave these options out, or “--demo”"),
        )
    wanted = wishes.options.get("language", context.language.code)
    code = QUESTIONS[0].read(wanted, {})
    changes = demo_texts(code)
    programme, _ = load(GivenTree(changes))
    return Draft(changes, programme.collective.name.value, context.language_of(code))


def _draft(context: Context, wishes: Wishes, wizard: Wizard | None) -> Draft:
    """Give the texts that the answers make."""
    options = {
        **wishes.options,
        "today": context.today.isoformat(),
        "spoken": context.language.code,
    }
    beginning = wizard.ask_all(options) if wizard else answered(options)
    language = context.language_of(beginning.language)
    return Draft(first_texts(beginning, __version__), beginning.name, language)


def _require_sound(context: Context, draft: Draft) -> Sequence[Diagnostic]:
    """Give what a check will say of the texts; raise UsageError when an answer makes them unsound."""
    standing = examine_tree(GivenTree(draft.changes), context.today).settled.standing
    for one in standing:
        if one.severity is Severity.ERROR or one.code in FAULTS:
            sentence = message("an answer cannot be written as it is: {reason}", reason=one.message)
            raise UsageError(sentence, one.hint)
    return standing


def _agreed(wizard: Wizard, draft: Draft) -> bool:
    programme, _ = load(GivenTree(draft.changes))
    wizard.show_calendar(programme.collective.phases)
    return wizard.confirm(message("Write the texts?"), usual=True)


def _rest(first: Sequence[Change], changes: Sequence[Change]) -> tuple[Change, ...]:
    """Give what is left to write when ``first`` is: the files that are new or others."""
    there = {change.path: change.after for change in first}
    return tuple(
        change._replace(before=there.get(change.path))
        for change in changes
        if there.get(change.path) != change.after
    )


def _write(root: Path, changes: Sequence[Change]) -> None:
    """Write everything or nothing; a folder made for it goes when nothing could be written."""
    new = not root.exists()
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(os.fspath(root), error) from error
    try:
        write(root, changes)
    except (Refused, RepositoryError):
        if new:
            with suppress(OSError):
                root.rmdir()
        raise
