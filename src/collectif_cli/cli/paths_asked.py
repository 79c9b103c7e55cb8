"""The files and folders that a command names, as they stand in the repository."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from collectif_cli.cli.context import Context
from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.store.places import is_beside
from collectif_cli.store.tree import Tree


def paths_asked(context: Context, paths: Sequence[Path], tree: Tree) -> tuple[str, ...]:
    """Give the paths from the root of the repository, from those typed in the folder of the call.

    Says which of them hold nothing that a rule looks at. Raises UsageError for one that is not there, with
    the nearest that is, and for one outside the repository.
    """
    if not paths:
        return ()
    texts = {entry.path for entry in tree.entries()}
    return tuple(_asked(context, path, texts) for path in paths)


def _asked(context: Context, path: Path, texts: Collection[str]) -> str:
    absolute = (context.start / path).resolve()
    if not absolute.is_relative_to(context.root):
        raise UsageError(message("“{path}” is outside the repository", path=str(path)))
    found = absolute.relative_to(context.root).as_posix()
    inside = [text for text in texts if found in (".", text) or text.startswith(f"{found}/")]
    if not inside and not absolute.exists():
        near = _near(found, texts)
        raise UsageError(
            message("there is no file or folder “{path}”", path=str(path)),
            message("did you mean “{near}”?", near=os.path.relpath(context.root / near, context.start))
            if near
            else None,
        )
    if all(map(is_beside, inside)):
        context.remark(
            message("no rule looks at “{path}”: no text of the programme is there", path=str(path))
        )
    return found


def _near(path: str, texts: Collection[str]) -> str | None:
    """Give the text that was probably meant: one of that very name, of about that path, or that name."""
    folders = {parent.as_posix() for text in texts for parent in Path(text).parents if parent != Path()}
    known = {*texts, *folders}
    names = {Path(one).name: one for one in sorted(known, reverse=True)}
    close = names.get(Path(path).name) or nearest(path, known)
    if close is None:
        name = nearest(Path(path).name, names)
        close = names[name] if name else None
    return close
