"""One thing that is missing: what, who can bring it, and the command to type or the text to write."""

from typing import NamedTuple

from collectif_cli.model.message import Message, message
from collectif_cli.progress.public_names import PublicNames

ACTORS = ("facilitators", "group", "binomes", "coordination", "plenary")


class Actor(NamedTuple):
    """Who can act: one of ``ACTORS``; ``people`` are the facilitators under their public names."""

    kind: str
    people: PublicNames = PublicNames((), 0)


GROUP, BINOMES, COORDINATION, PLENARY = (Actor(kind) for kind in ACTORS[1:])


class Remedy(NamedTuple):
    """What to do: a command to type, or what to write and where."""

    said: Message
    is_command: bool = False


class Missing(NamedTuple):
    """What is missing, and for whom: ``who`` are those who can bring it, in the order in which they act."""

    said: Message
    who: tuple[Actor, ...]
    remedy: Remedy


def typed(command: Message) -> Remedy:
    """Give the remedy that is a command."""
    return Remedy(command, True)


def write(path: str) -> Remedy:
    """Give the remedy that is to write a file."""
    return Remedy(message("write {path}", path=path))


def fill_in(key: str, path: str) -> Remedy:
    """Give the remedy that is to fill in a key of a file."""
    return Remedy(message("fill in “{key}” in {path}", key=key, path=path))
