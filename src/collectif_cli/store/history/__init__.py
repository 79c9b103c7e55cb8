"""The past of the texts, as git keeps it: the only place where git is called.

This module is light: GitPython, which takes as long to import as everything else together, comes with the
first question asked about a folder that git may hold.
"""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import Message, message

if TYPE_CHECKING:
    from collectif_cli.store.history.past import History as History


def open_history(root: Path) -> "History | None":
    """Give the past of the programme whose root (or bare repository) is this folder.

    None when no git repository holds it, or when git is not installed: ``why_no_history`` says which. Raises
    RepositoryError when there is one that git refuses to open.
    """
    if not _is_in_git(root.resolve()) or not _git_is_installed():
        return None
    from collectif_cli.store.history.past import History
    from collectif_cli.store.history.place import find_place

    place = find_place(root.resolve())
    return History(place) if place else None


def why_no_history(root: Path) -> tuple[Message, Message]:
    """Give the sentence and the advice for whoever asks for a past that ``open_history`` did not find."""
    if _git_is_installed():
        return (
            message("this folder is not kept in git, so it has no past"),
            message("“git init” starts one; {folder} is the folder to keep", folder=str(root)),
        )
    return (
        message("git is not installed here, or is not found"),
        message("install git; everything that needs no past works without it"),
    )


def init_repository(path: Path) -> "History":
    """Make a folder a git repository with the branch ``main``, no commit and no hook.

    Raises Refused when it is one already, RepositoryError when git is not installed.
    """
    if not _git_is_installed():
        raise RepositoryError(*why_no_history(path))
    from collectif_cli.store.history.initialise import initialise

    return initialise(path.resolve())


def _git_is_installed() -> bool:
    return shutil.which("git") is not None


def _is_in_git(root: Path) -> bool:
    """Tell whether git may find a repository from there: one above, or a bare one here."""
    return (root / "HEAD").is_file() or any((folder / ".git").exists() for folder in (root, *root.parents))
