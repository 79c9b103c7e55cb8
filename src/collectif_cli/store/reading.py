"""What is noted while one file is read: its faults and the references it makes."""

from collections.abc import Collection

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.identifiers import Link, Target
from collectif_cli.model.message import Message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.source import Span
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.yaml_tree import Node

_ENOUGH = 100  # faults of a file, after which no more time is spent on guesses


class Reading:
    """One file being read; ``shift`` is the number of lines before its YAML starts."""

    __slots__ = ("faults", "links", "path", "shift")

    def __init__(self, path: str, shift: int = 0) -> None:
        """Start with nothing noted."""
        self.path = path
        self.shift = shift
        self.faults: list[Diagnostic] = []
        self.links: list[Link] = []

    def span(self, node: Node) -> Span:
        """Give the place of a node in the file."""
        return Span(self.path, node.line + self.shift, node.column, node.width)

    @property
    def top(self) -> Span:
        """The first character of the file."""
        return Span(self.path)

    def fault(self, code: str, span: Span, message: Message, hint: Message | None = None) -> None:
        """Note a fault at a place."""
        self.faults.append(Diagnostic(span, code, message, hint, FAULTS[code]))

    def near(self, word: str, known: Collection[str]) -> str | None:
        """Give the known word that was probably meant; none in a file that has nothing but faults."""
        return nearest(word, known) if len(self.faults) < _ENOUGH else None

    def link(self, target: Target, id: str, span: Span) -> None:
        """Note that the file refers to something."""
        self.links.append(Link(target, id, span))
