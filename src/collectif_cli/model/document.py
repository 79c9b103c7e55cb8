"""A file as it was read: its place, its kind, its text, the references it makes, the value it gives."""

from collectif_cli.model.identifiers import Link
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Span


class Document(Noun):
    """One file; ``value`` is None when it could not be read as what its place says it is.

    ``id`` is the id that its place gives it: ``mobilites``, ``mobilites/2019-04-12``, ``plateforme/0042``.
    """

    path: str
    kind: str
    id: str
    text: str = ""
    value: object | None = None
    links: tuple[Link, ...] = ()

    @property
    def span(self) -> Span:
        """The first character of the file."""
        return Span(self.path)
