"""Reads ``groups/<group>/exploration.yaml``."""

from typing import Any

from collectif_cli.model.group import CompetenceFinding, Discovery, Exploration
from collectif_cli.model.identifiers import GroupId, Target
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DATE, TEXT, URL, Reference
from collectif_cli.store.yaml_tree import Node

DISCOVERY = Table(
    Discovery,
    Field("title", TEXT, required=True),
    Field("date", DATE),
    Field("place", TEXT),
    Field("url", URL),
    Field("who", TEXT),
    Field("learnt", TEXT),
)
FINDING = Table(
    CompetenceFinding,
    Field("topic", TEXT, required=True),
    Field("exercised_by", Reference(Target.LEVEL), required=True),
    Field("source", TEXT),
)
EXPLORATION = Table(
    Exploration,
    Field("documents", Many(DISCOVERY)),
    Field("existing_projects", Many(DISCOVERY)),
    Field("visits", Many(DISCOVERY)),
    Field("round_tables", Many(DISCOVERY)),
    Field("competences", Many(FINDING)),
)


def read_exploration(root: Node, reading: Reading, group: str) -> Exploration | None:
    """Give what the group explored."""
    extra: dict[str, Any] = {"id": GroupId(group), "span": reading.top}
    return EXPLORATION.read(root, reading, **extra)
