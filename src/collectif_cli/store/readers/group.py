"""Reads ``groups/<group>/group.yaml``."""

from typing import Any

from collectif_cli.model.group import (
    PAIR_ROLES,
    Composition,
    Group,
    Headcount,
    Mandate,
    Membership,
    WorkingMethods,
)
from collectif_cli.model.identifiers import GroupId, Target
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DATE, INTEGER, NEW_ID, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node

GROUP_KINDS = ("thematic", "transversal", "campaign", "mandated", "list")
MANDATE_ROLES = (*PAIR_ROLES, "other")

MEMBERSHIP = Table(
    Membership,
    Field("person", Reference(Target.PERSON), required=True),
    Field("from", DATE, "since", required=True),
    Field("to", DATE, "until"),
)
MANDATE = Table(
    Mandate,
    Field("role", Choice(*MANDATE_ROLES), required=True),
    Field("person", Reference(Target.PERSON), required=True),
    Field("for", Reference(Target.GROUP), "purpose"),
    Field("given_by", Reference(Target.DECISION)),
    Field("from", DATE, "since", required=True),
    Field("to", DATE, "until"),
)
HEADCOUNT = Table(
    Headcount,
    Field("date", DATE, required=True),
    Field("active", INTEGER, required=True),
    Field("registered", INTEGER),
)
COMPOSITION = Table(
    Composition,
    Field("date", DATE, required=True),
    Field("women", INTEGER),
    Field("men", INTEGER),
    Field("other", INTEGER),
    Field("first_engagement", INTEGER),
    Field("under_30", INTEGER),
)
WORKING_METHODS = Table(
    WorkingMethods,
    Field("rhythm", TEXT),
    Field("places", Many(TEXT)),
    Field("tools", Many(TEXT)),
    Field("note", TEXT),
)
GROUP = Table(
    Group,
    Field("title", TEXT, required=True, fallback=lambda reading: Located("", reading.top)),
    Field(
        "kind", Choice(*GROUP_KINDS), required=True, fallback=lambda reading: Located("thematic", reading.top)
    ),
    Field("formed", DATE),
    Field("formed_by", Reference(Target.DECISION)),
    Field("dissolved", DATE),
    Field("dissolved_by", Reference(Target.DECISION)),
    Field("merged_into", Reference(Target.GROUP)),
    Field("split_from", Reference(Target.GROUP)),
    Field("succeeds", Reference(Target.GROUP)),
    Field("levels", Many(Reference(Target.LEVEL))),
    Field("competences", Many(Reference(Target.COMPETENCE))),
    Field("facilitators", Many(MEMBERSHIP)),
    Field("members", Many(MEMBERSHIP)),
    Field("headcount", Many(HEADCOUNT, single=True)),
    Field("composition", Many(COMPOSITION, single=True)),
    Field("working_methods", WORKING_METHODS),
    Field("mandates", Many(MANDATE)),
    Field("aliases", Many(NEW_ID)),
    Field("note", TEXT),
)


def read_group(root: Node, reading: Reading, id: str) -> Group | None:
    """Give the group of that folder."""
    extra: dict[str, Any] = {"id": GroupId(id), "span": reading.top}
    return GROUP.read(root, reading, **extra)
