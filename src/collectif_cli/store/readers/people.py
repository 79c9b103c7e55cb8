"""Reads ``groups/people.yaml``."""

from typing import Any

from collectif_cli.model.identifiers import PersonId
from collectif_cli.model.people import People, Person
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Field, Keyed, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import BOOLEAN, DATE, NEW_ID, TEXT
from collectif_cli.store.yaml_tree import Node

_PERSON: Table[dict[str, Any]] = Table(
    dict,
    Field("name", TEXT),
    Field("visible", BOOLEAN),
    Field("joined", DATE),
    Field("left", DATE),
    Field("account", TEXT),
)


def _person(id: Located[str], values: dict[str, Any]) -> Person:
    return Person(id=PersonId(id.value), span=id.span, **values)


PEOPLE = Keyed(NEW_ID, _PERSON, _person, bare=True)


def read_people(root: Node, reading: Reading) -> People | None:
    """Give everyone of the file, in its order."""
    people = PEOPLE.read(root, reading)
    return None if people is None else People(span=reading.top, people=people)
