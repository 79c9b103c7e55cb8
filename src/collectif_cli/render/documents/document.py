"""What a document is: what it is made of, the formats it has, how to add one.

A document is a module with these names; ``all_documents.py`` is the index of them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.edition import Edition
from collectif_cli.render.language import Language
from collectif_cli.render.prose.writer import Writer
from collectif_cli.voting.tally import Tally


class Material(NamedTuple):
    """What every document is made of; ``faults`` are those found in reading the texts.

    ``of`` is the id of the vote or of the plenary that the document is about; empty where it is about the
    whole. ``tally_of`` gives the count of a vote as it may be shown, None when it cannot be counted.
    ``today`` is the day of the texts.
    ``marked`` is a day to mark where days are drawn: today, when that was asked.
    """

    programme: Programme
    faults: tuple[Diagnostic, ...]
    edition: Edition
    today: date
    tally_of: Callable[[str], Tally | None]
    of: str = ""
    marked: date | None = None


class Made(NamedTuple):
    """A document as it is written, and the characters that a PDF lacks: its fonts have no picture of them."""

    raw: bytes
    lacking: tuple[str, ...] = ()


class Document(Protocol):
    """A document; its templates are ``<name>.<format>.jinja``, and ``<name>.typ`` for PDF."""

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats it has, the usual one first."""

    @property
    def sources(self) -> frozenset[str]:
        """The kinds of text it is made from; its short code is a digest of those."""

    def subjects(self, programme: Programme) -> tuple[str, ...]:
        """Give the ids of what it can be about; one empty id when it is about the whole."""

    def usual(self, material: Material) -> tuple[str, ...]:
        """Give those of them that it is made of when nobody names one."""

    def view(self, material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
        """Give what its templates show, by name; every text in it is safe in the format of the writer.

        Raises Refused when there is nothing to show of what it is about.
        """
