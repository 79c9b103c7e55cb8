"""The outline as a tree that can be taken back in time, and written out as its authors write it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from collectif_cli.store.edit_places import MappingPlace, Place, ScalarPlace, SequencePlace
from collectif_cli.store.edit_words import leaf


@dataclass(slots=True, kw_only=True)
class Node:
    """A title: its id, its characters as they stand in the file, what is under it."""

    id: str
    title: str
    written: str
    flow: bool = False
    introduction: str = ""
    children: list["Node"] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)

    def call(self, title: str) -> None:
        """Change the title, between quotes when it holds an apostrophe."""
        if title != self.title:
            self.title, self.written = title, leaf(title, quote='"' if "'" in title else "")

    def walk(self) -> Iterator["Node"]:
        """Yield this node and those under it, from near to far."""
        yield self
        for child in self.children:
            yield from child.walk()

    def copy(self, *, deep: bool = True) -> "Node":
        """Give a copy; without what is under it unless ``deep``, and then on one line."""
        return Node(
            id=self.id,
            title=self.title,
            written=self.written if deep else leaf(self.title, quote='"' if "'" in self.title else ""),
            introduction=self.introduction,
            flow=self.flow or not deep,
            children=[child.copy() for child in self.children] if deep else [],
            proposals=list(self.proposals) if deep else [],
        )


def read_nodes(text: str, place: Place | None) -> list[Node]:
    """Give the nodes of a list of the file."""
    items = place.items if isinstance(place, SequencePlace) else ()
    return [_node(text, item) for item in items if isinstance(item, MappingPlace)]


def _node(text: str, place: MappingPlace) -> Node:
    title, proposals = place.get("title"), place.get("proposals")
    return Node(
        id=_said(place.get("id")),
        title=_said(title),
        written=text[title.start : title.end] if title else '""',
        flow=place.flow,
        introduction=_said(place.get("introduction")),
        children=read_nodes(text, place.get("children")),
        proposals=[_said(one) for one in proposals.items] if isinstance(proposals, SequencePlace) else [],
    )


def _said(place: Place | None) -> str:
    return place.text if isinstance(place, ScalarPlace) else ""


def write_outline(nodes: list[Node], heading: str) -> str:
    """Give the text of an outline, under a comment."""
    return f"# {heading}\noutline:\n" + "".join(_written(node, "  ") for node in nodes)


def _written(node: Node, indent: str) -> str:
    if node.flow and not (node.children or node.proposals or node.introduction):
        return f"{indent}- {{id: {node.id}, title: {node.written}}}\n"
    lines = f"{indent}- id: {node.id}\n{indent}  title: {node.written}\n"
    if node.introduction:
        lines += f"{indent}  introduction: {leaf(node.introduction, flow=False)}\n"
    if node.proposals:
        lines += f"{indent}  proposals: [{', '.join(node.proposals)}]\n"
    if node.children:
        lines += f"{indent}  children:\n" + "".join(
            _written(child, f"{indent}    ") for child in node.children
        )
    return lines
