"""Reads ``programme/plenaries/<date>-<slug>.md``."""

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import PlenaryId, Target
from collectif_cli.model.plenary import (
    DECISION_KINDS,
    MANNERS,
    RECORDS,
    AgendaItem,
    Attendance,
    Decision,
    Plenary,
)
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DATE, INTEGER, NEW_ID, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node

ATTENDANCE = Table(
    Attendance,
    Field("present", INTEGER),
    Field("represented", INTEGER),
    Field("record", Choice("counted", "estimated", "missing")),
)
AGENDA_ITEM = Table(
    AgendaItem,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("kind", Choice("decision", "information", "discussion", "presentation", "designation")),
    Field("on", Many(Reference(Target.SUBJECT))),
    Field("minutes", INTEGER),
)
DECISION = Table(
    Decision,
    Field("id", NEW_ID, required=True),
    Field("kind", Choice(*DECISION_KINDS), required=True),
    Field("how", Choice(*MANNERS)),
    Field("on", Many(Reference(Target.SUBJECT), single=True)),
    Field("from", TEXT, "source"),
    Field("to", TEXT, "target"),
    Field("into", Many(Reference(Target.SUBJECT), single=True)),
    Field("in", TEXT, "scope"),
    Field("vote", Reference(Target.VOTE)),
    Field("record", Choice(*RECORDS)),
    Field("sources", Many(TEXT)),
    Field("title", TEXT),
    Field("note", TEXT),
)
PLENARY = Table(
    Plenary,
    Field("number", INTEGER),
    Field("title", TEXT),
    Field("date", DATE, required=True),
    Field("place", TEXT),
    Field("convened", DATE),
    Field("attendance", ATTENDANCE),
    Field("agenda", Many(AGENDA_ITEM)),
    Field("decisions", Many(DECISION)),
)


def read_plenary(root: Node, reading: Reading, id: str, body: Body) -> Plenary | None:
    """Give the plenary of that file."""
    return PLENARY.read(root, reading, id=PlenaryId(id), span=reading.top, body=body)
