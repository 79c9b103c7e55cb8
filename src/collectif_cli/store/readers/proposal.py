"""Reads ``programme/proposals/<id>.md``."""

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import ProposalId, Target
from collectif_cli.model.proposal import (
    OPINIONS,
    STATUSES,
    Assessment,
    Conflict,
    Cost,
    Origin,
    Proposal,
    Review,
)
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import AMOUNT, DATE, NEW_ID, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node

ORIGIN = Table(
    Origin,
    Field("contributions", Many(Reference(Target.CONTRIBUTION))),
    Field("meetings", Many(Reference(Target.MEETING))),
    Field("visits", Many(Reference(Target.MEETING))),
    Field("proposals", Many(Reference(Target.PROPOSAL))),
)
COST = Table(
    Cost,
    Field("kind", Choice("operating", "investment", "income"), required=True),
    Field("amount", AMOUNT, required=True),
    Field("per", Choice("year", "once", "term")),
    Field("paid_by", Reference(Target.LEVEL)),
    Field("covers", Many(Reference(Target.PROPOSAL))),
    Field("source", TEXT),
    Field("note", TEXT),
)
CONFLICT = Table(
    Conflict,
    Field("with", Reference(Target.PROPOSAL), "other", required=True),
    Field("arbitration", Reference(Target.DECISION)),
)
REVIEW = Table(
    Review,
    Field("by", TEXT, required=True),
    Field("date", DATE, required=True),
    Field("opinion", Choice(*OPINIONS), required=True),
    Field("note", TEXT),
)
ASSESSMENT = Table(
    Assessment,
    Field("sorted", Choice("consensual", "divisive"), required=True),
    Field("by", Reference(Target.GROUP), required=True),
    Field("date", DATE, required=True),
    Field("reason", TEXT),
)


def _nothing(reading: Reading) -> Located[str]:
    return Located("", reading.top)


def _draft(reading: Reading) -> Located[str]:
    return Located("draft", reading.top)


PROPOSAL = Table(
    Proposal,
    Field("title", TEXT, required=True, fallback=_nothing),
    Field("group", Reference(Target.GROUP), required=True, fallback=_nothing),
    Field("with", Many(Reference(Target.GROUP)), "with_groups"),
    Field("levels", Many(Reference(Target.LEVEL))),
    Field("competences", Many(Reference(Target.COMPETENCE))),
    Field("status", Choice(*STATUSES), required=True, fallback=_draft),
    Field("into", Reference(Target.PROPOSAL)),
    Field("origin", ORIGIN),
    Field("costs", Many(COST)),
    Field("requires", Many(Reference(Target.PROPOSAL))),
    Field("conflicts", Many(CONFLICT)),
    Field("reviews", Many(REVIEW)),
    Field("assessment", ASSESSMENT),
    Field("decisions", Many(Reference(Target.ADOPTER))),
    Field("aliases", Many(NEW_ID)),
    Field("keywords", Many(TEXT)),
)


def read_proposal(root: Node, reading: Reading, id: str, body: Body) -> Proposal | None:
    """Give the proposal of that file."""
    return PROPOSAL.read(root, reading, id=ProposalId(id), span=reading.top, body=body)
