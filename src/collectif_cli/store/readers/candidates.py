"""Reads ``programme/candidates.yaml``."""

from collectif_cli.model.candidates import Candidate, CandidateList
from collectif_cli.model.identifiers import Target
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import BOOLEAN, INTEGER, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node

CANDIDATE = Table(
    Candidate,
    Field("position", INTEGER, required=True),
    Field("person", Reference(Target.PERSON)),
    Field("name", TEXT),
    Field("sex", Choice("F", "M"), required=True),
    Field("communautaire", BOOLEAN),
    Field("renewed", BOOLEAN),
    Field("party", TEXT),
    Field("resident", BOOLEAN),
    Field("by", Reference(Target.ADOPTER)),
)
CANDIDATES = Table(
    CandidateList,
    Field("sealed", BOOLEAN),
    Field("title", TEXT),
    Field("list", Many(CANDIDATE), "candidates", required=True, fallback=lambda reading: ()),
)


def read_candidates(root: Node, reading: Reading) -> CandidateList | None:
    """Give the list."""
    return CANDIDATES.read(root, reading, span=reading.top)
