"""How every verb that writes does it: shown first when asked, all or nothing, with one commit when asked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.errors import Refused
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.changes import changes_text
from collectif_cli.store.draft import Draft
from collectif_cli.store.write import write

_MOST_TOLD = 20  # files told of one by one


class Wish(NamedTuple):
    """What was asked of the writing itself: to show it only, to commit it."""

    dry_run: bool = False
    commit: bool = False


def draft_in(context: Context) -> Draft:
    """Give what is about to be written: nothing yet."""
    require_folder(context)
    return Draft(context.root)


def require_folder(context: Context) -> None:
    """Raise Refused in a bare clone: it has texts of the past and no file that could be written."""
    if context.is_bare:
        raise Refused(
            message("this is a bare clone: nothing can be written here"),
            message("clone it into a folder to write: git clone {folder}", folder=str(context.start)),
        )


def carry_out(
    context: Context,
    draft: Draft,
    wish: Wish,
    said: Message,
    along: tuple[str, ...] = (),
    *,
    quiet: bool = False,
) -> bool:
    """Write what the draft changed and say so; ``said`` is the message of the commit.

    ``along`` are files that the person made before, and that belong in the same commit. What lies in a
    hidden folder is written and never committed. ``quiet`` says nothing of what was written: the verb does.

    Give False when nothing was to be written, or when it was only shown. Raises Refused before anything is
    written when a commit was asked and the files hold other changes that no commit has.
    """
    changes = draft.changes()
    paths = tuple(change.path for change in changes)
    kept = tuple(path for path in paths if not path.startswith("."))
    tell = _say_nothing if quiet else context.tell
    if not changes and not (along and wish.commit and context.history.is_dirty(along)):
        tell(message("nothing to change"))
        return False
    if wish.dry_run:
        context.print(changes_text(changes, context.screen))
        context.tell(message("nothing was written"))
        return False
    if wish.commit:
        context.history.require_ready(kept)
    recovered = write(context.root, changes) if changes else None
    if recovered is not None:
        context.remark(recovered)
    for one in _written(paths):
        tell(one)
    if wish.commit:
        made = context.history.commit((*kept, *along), context.language.say(said)) or ""
        tell(message("commit {commit}: {said}", commit=made[:10], said=said))
    return True


def _say_nothing(said: Message) -> None:
    """Stand in for a voice where a verb says by itself what it did."""


def _written(paths: Sequence[str]) -> Iterator[Message]:
    """Yield what was written, file by file; folder by folder when there are many."""
    if len(paths) <= _MOST_TOLD:
        yield from (message("written: {path}", path=path) for path in paths)
        return
    for folder, n in Counter(path.rpartition("/")[0] for path in paths).items():
        yield messages(
            "written: {n} file in {folder}", "written: {n} files in {folder}", n, folder=folder or "."
        )
