"""Reads ``programme/contributions/<source>/<id>.md``."""

from collectif_cli.model.body import Body
from collectif_cli.model.contribution import FATES, Contribution, Support
from collectif_cli.model.identifiers import ContributionId, Target
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DATE, INTEGER, TEXT, URL, Choice, Reference
from collectif_cli.store.yaml_tree import Node

SUPPORT = Table(
    Support,
    Field("agree", INTEGER),
    Field("disagree", INTEGER),
    Field("pass", INTEGER, "passed"),
)
CONTRIBUTION = Table(
    Contribution,
    Field("title", TEXT),
    Field("date", DATE),
    Field("author", TEXT),
    Field("url", URL),
    Field("upstream", TEXT),
    Field("support", SUPPORT),
    Field("edited", DATE),
    Field("removed", DATE),
    Field("theme", TEXT),
    Field("group", Reference(Target.GROUP)),
    Field("fate", Choice(*FATES), required=True, fallback=lambda reading: Located("new", reading.top)),
    Field("proposals", Many(Reference(Target.PROPOSAL))),
    Field("merged_into", Reference(Target.CONTRIBUTION)),
    Field("answer", TEXT),
)


def read_contribution(
    root: Node, reading: Reading, source: str, stem: str, body: Body
) -> Contribution | None:
    """Give the contribution of that file."""
    id = ContributionId(f"{source}/{stem}")
    return CONTRIBUTION.read(root, reading, id=id, source=source, span=reading.top, body=body)
