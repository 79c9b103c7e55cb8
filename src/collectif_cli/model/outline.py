"""The outline of the programme: priorities, objectives, sub-objectives, and the proposals under them."""

from collections.abc import Iterator

from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span


class Node(Noun):
    """A title of the outline, with the titles or the proposals under it."""

    id: Located[str]
    title: Located[str]
    introduction: Located[str] | None = None
    children: tuple["Node", ...] = ()
    proposals: tuple[Located[str], ...] = ()

    def walk(self) -> Iterator["Node"]:
        """Yield this node, then all those below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Outline(Noun):
    """Everything ``programme/outline.yaml`` says."""

    span: Span
    nodes: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield every node in reading order."""
        for node in self.nodes:
            yield from node.walk()
