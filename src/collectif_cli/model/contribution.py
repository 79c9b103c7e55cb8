"""What a resident sent, and what became of it; where it was sent to."""

from datetime import date

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import ContributionId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span

FATES = ("new", "assigned", "adopted", "partly", "merged", "declined", "out-of-scope")
# What nothing more is awaited of; the others wait.
SETTLED = frozenset({"adopted", "partly", "merged", "declined", "out-of-scope"})


class Support(Noun):
    """How many people of the platform agreed, disagreed or passed, counted when it was imported."""

    agree: Located[int] | None = None
    disagree: Located[int] | None = None
    passed: Located[int] | None = None


class Contribution(Noun):
    """Everything ``programme/contributions/<source>/<id>.md`` says; its id is ``<source>/<stem>``.

    ``edited`` is the day on which an import found another text on the platform and left this one; ``removed``
    the day on which an import no longer found it there.
    """

    id: ContributionId
    span: Span
    source: str
    fate: Located[str]
    title: Located[str] | None = None
    edited: Located[date] | None = None
    removed: Located[date] | None = None
    date: Located[date] | None = None
    author: Located[str] | None = None
    url: Located[str] | None = None
    upstream: Located[str] | None = None
    support: Support | None = None
    theme: Located[str] | None = None
    group: Located[str] | None = None
    proposals: tuple[Located[str], ...] = ()
    merged_into: Located[str] | None = None
    answer: Located[str] | None = None
    body: Body

    @property
    def name(self) -> str:
        """Its title; its id when it has none."""
        return self.title.value if self.title else self.id

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has answered it, and nothing has become of it."""
        return self.answer is None and self.fate.value not in SETTLED


class Columns(Noun):
    """Which columns of a form hold what; the parts of a text may be in several."""

    id: Located[str] | None = None
    title: Located[str] | None = None
    body: tuple[Located[str], ...] = ()
    date: Located[str] | None = None
    author: Located[str] | None = None
    theme: Located[str] | None = None
    url: Located[str] | None = None


class ContributionSource(Noun):
    """What ``programme/contributions/<source>/source.yaml`` says: what imports read there, and how."""

    id: str
    span: Span
    title: Located[str] | None = None
    platform: Located[str]
    columns: Columns | None = None
