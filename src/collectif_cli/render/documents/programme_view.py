"""The words of the templates of the programme: what a template may ask of each thing it shows.

Every text here is already safe in the format of the document. ``level`` is that of the heading.
"""

from typing import NamedTuple

from collectif_cli.consolidation.chapters import Mention
from collectif_cli.render.documents.acts import ActView
from collectif_cli.render.documents.facts import Fact


class VariantView(NamedTuple):
    """One way to write a proposal."""

    title: str
    body: str


class TextView(NamedTuple):
    """A proposal: ``former`` ids lead to it, ``places`` are the numbers of the titles that hold it."""

    id: str
    former: tuple[str, ...]
    number: int | None
    status: str
    title: str
    level: int
    places: tuple[str, ...]
    facts: tuple[Fact, ...]
    acts: tuple[ActView, ...]
    body: str
    before_variants: str
    variants: tuple[VariantView, ...]
    minority: str


class ChapterView(NamedTuple):
    """A title of the outline and what stands under it; ``mentions`` are texts that stand elsewhere first."""

    id: str
    number: str
    title: str
    level: int
    introduction: str
    acts: tuple[ActView, ...]
    texts: tuple[TextView, ...]
    mentions: tuple[Mention, ...]
    chapters: tuple["ChapterView", ...]
    is_empty: bool


class PileView(NamedTuple):
    """The texts at the same point on their way to a decision, and what that point is."""

    status: str
    title: str
    says: str
    texts: tuple[TextView, ...]


class TermView(NamedTuple):
    """A word and its plain explanation."""

    word: str
    explanation: str
