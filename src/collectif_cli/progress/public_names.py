"""The names under which people may be spoken of: those who asked never to be named are only counted."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from collectif_cli.model.people import Person


class PublicNames(NamedTuple):
    """The names that may be said, and the number of people beside them."""

    names: tuple[str, ...]
    unnamed: int


def public_names(handles: Iterable[str], people: Mapping[str, Person]) -> PublicNames:
    """Give the names of people, each once, in their order; whoever is in no list goes by the handle."""
    once = dict.fromkeys(handles)
    names = [public_name(handle, people) for handle in once]
    return PublicNames(tuple(name for name in names if name), names.count(""))


def public_name(handle: str, people: Mapping[str, Person]) -> str:
    """Give the name of a person; empty for one who is never to be named."""
    person = people.get(handle)
    if person is None:
        return handle
    if not person.is_visible:
        return ""
    return person.name.value if person.name else handle
