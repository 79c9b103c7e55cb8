"""What ``collectif init`` says when it is done: what was written, what git holds, what to do next."""

import os
import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collectif_cli.cli.context import Context
from collectif_cli.model.change import Change
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import safe

if TYPE_CHECKING:
    from collectif_cli.cli.init_work import Wishes

_MARGIN = 2
_MANY = 20  # beyond so many files, folders are listed with the number of their files

_NEXT = (
    ("collectif status", message("where the process stands")),
    ("collectif group new", message("a first working group")),
    ("collectif check", message("whether anything is wrong")),
)
_NEXT_DEMO = (
    ("collectif status", message("where the process stands")),
    ("collectif vote list", message("the votes, and how to count them again")),
    ("collectif build programme", message("the programme to read")),
    ("collectif check", message("whether anything is wrong")),
)


def report(
    context: Context,
    path: Path,
    changes: Sequence[Change],
    language: Language,
    wishes: "Wishes",
    said: Sequence[str],
    left: Sequence[Diagnostic],
) -> str:
    """Give the whole text."""
    folder = safe(os.fspath(path) if path != Path() else context.start.name)
    head = (
        message("Nothing was written; in {folder} there would be:", folder=folder)
        if wishes.dry_run
        else message("Written in {folder}:", folder=folder)
    )
    parts = [language.say(head) + "\n" + "".join(f"  {line}\n" for line in _listed(changes, language))]
    if left:
        parts.append(language.say(_left(len(left))) + "\n")
    if said:
        parts.append("".join(f"{line}\n" for line in said))
    if not wishes.dry_run:
        parts.append(_following(context, path, language, _NEXT_DEMO if wishes.demo else _NEXT))
    return "\n".join(parts)


def _left(count: int) -> Message:
    return messages(
        "One thing deserves a look: “collectif check” says which.",
        "{n} things deserve a look: “collectif check” says which.",
        count,
    )


def _listed(changes: Sequence[Change], language: Language) -> list[str]:
    """Give a line a file; where they are many, a line a folder of theirs."""
    paths = [change.path for change in changes]
    if len(paths) <= _MANY:
        return paths
    folders = Counter("/".join(path.split("/")[:-1][:2]) for path in paths)
    alone = [path for path in paths if "/" not in path]
    counts = {folder: messages("{n} file", "{n} files", count) for folder, count in folders.items()}
    return alone + [f"{folder}/  {language.say(count)}" for folder, count in sorted(counts.items()) if folder]


def _following(context: Context, path: Path, language: Language, verbs: Sequence[tuple[str, Message]]) -> str:
    """Give the commands to type next, each with what it shows."""
    screen = context.screen
    rows = [[Cell(command), Cell(language.say(shown))] for command, shown in verbs]
    if path != Path():
        rows.insert(0, [Cell(f"cd {shlex.quote(safe(os.fspath(path)))}"), Cell("")])
    narrow = screen._replace(width=max(screen.width - _MARGIN, 20))
    lines = table(["", ""], rows, narrow).splitlines()
    head = language.say(message("Next:"))
    return f"{head}\n" + "".join(f"  {line.rstrip()}\n" for line in lines)
