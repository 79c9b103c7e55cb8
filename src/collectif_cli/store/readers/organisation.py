"""Reads ``programme/organisations/<id>.yaml``."""

from collectif_cli.model.identifiers import OrganisationId, Target
from collectif_cli.model.organisation import Disagreement, Encounter, Modalities, Organisation, Signature
from collectif_cli.model.source import Located
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import BOOLEAN, DATE, INTEGER, TEXT, Reference
from collectif_cli.store.yaml_tree import Node

MODALITIES = Table(Modalities, Field("vote", Reference(Target.ADOPTER), required=True), Field("digest", TEXT))
SIGNATURE = Table(Signature, Field("date", DATE, required=True), Field("digest", TEXT))
DISAGREEMENT = Table(
    Disagreement,
    Field("on", Many(Reference(Target.SUBJECT), single=True), required=True),
    Field("note", TEXT),
)
ENCOUNTER = Table(
    Encounter,
    Field("date", DATE, required=True),
    Field("present", INTEGER),
    Field("minutes", TEXT),
)
ORGANISATION = Table(
    Organisation,
    Field("title", TEXT, required=True, fallback=lambda reading: Located("", reading.top)),
    Field("joined", DATE),
    Field("left", DATE),
    Field("modalities", MODALITIES),
    Field("accepted_by", Reference(Target.DECISION)),
    Field("signed", SIGNATURE),
    Field("disagreements", Many(DISAGREEMENT)),
    Field("meetings", Many(ENCOUNTER)),
    Field("confidential", BOOLEAN),
    Field("note", TEXT),
)


def read_organisation(root: Node, reading: Reading, id: str) -> Organisation | None:
    """Give the organisation of that file."""
    return ORGANISATION.read(root, reading, id=OrganisationId(id), span=reading.top)
