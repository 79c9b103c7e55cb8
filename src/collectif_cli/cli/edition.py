"""Which commit the texts that were read are: the one asked for, the present one when nothing moved since."""

from collections.abc import Iterable

from collectif_cli.cli.context import Context
from collectif_cli.errors import RepositoryError
from collectif_cli.render.documents.edition import Edition
from collectif_cli.store.history import open_history


def edition_of(context: Context, at: str | None, paths: Iterable[str]) -> Edition:
    """Give the edition of the texts at those paths; without a commit when they are not all as it has them.

    The day is the one on which the commit was made, where it was made; today for a work tree that moved.
    """
    if at is not None or context.is_bare:
        revision = context.revision(at or "HEAD")
        return Edition(revision.when.date(), revision.commit)
    try:
        history = open_history(context.root)
        head = history.head if history else None
        if history is None or head is None:
            return Edition(context.today)
        committed = (entry.path for entry in history.tree(head).entries())
        moved = history.is_dirty({*paths, *committed})
    except RepositoryError:  # a clone that git refuses to open still has texts to print
        return Edition(context.today)
    return Edition(context.today) if moved else Edition(head.when.date(), head.commit)
