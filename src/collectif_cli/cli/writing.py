"""How every verb that writes does it: shown first when asked, all or nothing, with one commit when asked."""

from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.errors import Refused
from collectif_cli.model.message import Message, message
from collectif_cli.render.changes import changes_text
from collectif_cli.store.draft import Draft
from collectif_cli.store.write import write


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


def carry_out(context: Context, draft: Draft, wish: Wish, said: Message, along: tuple[str, ...] = ()) -> bool:
    """Write what the draft changed and say so; ``said`` is the message of the commit.

    ``along`` are files that the person made before, and that belong in the same commit. What lies in a
    hidden folder is written and never committed.

    Give False when nothing was to be written, or when it was only shown. Raises Refused before anything is
    written when a commit was asked and the files hold other changes that no commit has.
    """
    changes = draft.changes()
    paths = tuple(change.path for change in changes)
    kept = tuple(path for path in paths if not path.startswith("."))
    if not changes and not (along and wish.commit and context.history.is_dirty(along)):
        context.tell(message("nothing to change"))
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
    for path in paths:
        context.tell(message("written: {path}", path=path))
    if wish.commit:
        made = context.history.commit((*kept, *along), context.language.say(said)) or ""
        context.tell(message("commit {commit}: {said}", commit=made[:10], said=said))
    return True
