"""The first commit of a new programme, where git allows it; where it does not, what to type is said."""

from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.model.message import message
from collectif_cli.render.language import Language
from collectif_cli.store.history import init_repository, open_history


class Keeping(Enum):
    """What becomes of the texts in git."""

    NEW = "a repository is made for them, with one commit"
    COMMITTED = "they are committed in the repository that is there"
    LEFT_ALONE = "they are left to the repository that is there"
    NONE = "nothing was asked of git"


def keeping_in(root: Path, no_git: bool, commit: bool) -> Keeping:
    """Tell what to do in that folder; raise Refused when a commit was asked for and cannot be made there."""
    if no_git:
        return Keeping.NONE
    history = open_history(next(folder for folder in (root, *root.parents) if folder.is_dir()))
    if history is None:
        return Keeping.NEW
    if commit:
        history.require_ready(())
        return Keeping.COMMITTED
    return Keeping.LEFT_ALONE


def keep(
    root: Path, keeping: Keeping, paths: Sequence[str], name: str, language: Language
) -> tuple[str, ...]:
    """Make the commit that is due, and give the lines that say what git holds and what is left to do."""
    if keeping is Keeping.NONE:
        return ()
    if keeping is Keeping.LEFT_ALONE:
        return (
            language.say(message("This folder is in a git repository already: nothing was committed.")),
            language.say(message("To do it: git add --all, then git commit.")),
        )
    try:
        history = open_history(root) if keeping is Keeping.COMMITTED else init_repository(root)
        made = history.commit(paths, _subject(name, language)) if history else None
    except (Refused, RepositoryError) as error:
        hints = (language.say(error.hint),) if error.hint else ()
        return (
            language.say(
                message("The texts are written, and not in git yet: {reason}.", reason=error.sentence)
            ),
            *hints,
            language.say(message("After that: git add --all, then git commit.")),
        )
    return (language.say(message("First commit: {commit}", commit=(made or "")[:7])),)


def keep_outcome(root: Path, paths: Sequence[str], language: Language) -> None:
    """Commit what the vote of the demonstration changed, where a first commit could be made."""
    history = open_history(root)
    if history is not None and history.head is not None:
        with suppress(Refused, RepositoryError):
            history.commit(paths, language.say(message("Count the vote on the programme")))


def _subject(name: str, language: Language) -> str:
    return language.say(message("Start the programme of {name}", name=name))
