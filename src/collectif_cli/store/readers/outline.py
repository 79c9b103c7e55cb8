"""Reads ``programme/outline.yaml``."""

from collectif_cli.model.identifiers import Target
from collectif_cli.model.outline import Node as OutlineNode
from collectif_cli.model.outline import Outline
from collectif_cli.store.fields import Field, Kind, Lazy, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import NEW_ID, TEXT, Reference
from collectif_cli.store.yaml_tree import Node


def _node() -> Kind[OutlineNode]:
    return NODE


NODE: Table[OutlineNode] = Table(
    OutlineNode,
    Field("id", NEW_ID, required=True),
    Field("title", TEXT, required=True),
    Field("introduction", TEXT),
    Field("children", Many(Lazy(_node, "node"))),
    Field("proposals", Many(Reference(Target.PROPOSAL))),
)
OUTLINE = Table(Outline, Field("outline", Many(NODE), "nodes", required=True, fallback=lambda reading: ()))


def read_outline(root: Node, reading: Reading) -> Outline | None:
    """Give the outline."""
    return OUTLINE.read(root, reading, span=reading.top)
