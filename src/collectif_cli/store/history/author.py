"""Who makes a commit, as git is set up to say it."""

from typing import NamedTuple

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.store.history.command import NONE, Surroundings, ask
from collectif_cli.store.history.place import Place


class Author(NamedTuple):
    """The name and the address written in a commit; both are public for ever."""

    name: str
    address: str


def require_identity(place: Place) -> None:
    """Raise Refused, with what to type, when git does not know the name and address to write."""
    for role in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if ask(place.root, "-c", "user.useConfigOnly=true", "var", role).status:
            raise Refused(
                message("git does not know who you are, and a commit bears a name and an address"),
                message(
                    'git config --global user.name "…", then git config --global user.email "…" '
                    "(a pseudonym will do: they are public)"
                ),
            )


def as_surroundings(author: Author | None) -> Surroundings:
    """Give the variables that make git write that author; none for the person who runs the tool."""
    if author is None:
        return NONE
    return {"GIT_AUTHOR_NAME": author.name, "GIT_AUTHOR_EMAIL": author.address}
