"""A proposal: the text a group brings to the collective, and what became of it."""

from datetime import date
from decimal import Decimal

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import ProposalId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span

STATUSES = (
    "draft",
    "submitted",
    "consensual",
    "divisive",
    "adopted",
    "rejected",
    "withdrawn",
    "merged",
    "extracted",
    "referred",
)
OPINIONS = ("asked", "favourable", "reserved", "unfavourable")
TERMINAL = frozenset({"withdrawn", "merged", "rejected"})
# How far a text has come; a proposal may not rest on one that has come less far.
ADVANCE = {
    "draft": 0,
    "referred": 0,
    "submitted": 1,
    "divisive": 2,
    "extracted": 2,
    "consensual": 3,
    "adopted": 4,
}


class Amount(Noun):
    """Money in euros, as a range; the two ends are equal for a single figure."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Amount") -> "Amount":
        """Give the range of the two together: the least of both, the most of both."""
        return Amount(low=self.low + other.low, high=self.high + other.high)


class Cost(Noun):
    """What a proposal costs: operating or investment, per year or once, from what source.

    ``paid_by`` is the level that pays, where it is not that of the proposal; ``covers`` are other proposals
    that the same figure is for, in which it is not written again.
    """

    kind: Located[str]
    amount: Located[Amount]
    per: Located[str] | None = None
    paid_by: Located[str] | None = None
    covers: tuple[Located[str], ...] = ()
    source: Located[str] | None = None
    note: Located[str] | None = None


class Conflict(Noun):
    """Another proposal that cannot stand with this one, and the decision that chose between them."""

    other: Located[str]
    arbitration: Located[str] | None = None


class Review(Noun):
    """The opinion of finances or of a resource person; ``asked`` while it has not come."""

    by: Located[str]
    date: Located[date]
    opinion: Located[str]
    note: Located[str] | None = None


class Assessment(Noun):
    """The binômes' own word on whether the text is consensual or divisive, and why."""

    sorted: Located[str]
    by: Located[str]
    date: Located[date]
    reason: Located[str] | None = None


class Origin(Noun):
    """Where a proposal comes from."""

    contributions: tuple[Located[str], ...] = ()
    meetings: tuple[Located[str], ...] = ()
    visits: tuple[Located[str], ...] = ()
    proposals: tuple[Located[str], ...] = ()


class Proposal(Noun):
    """Everything ``programme/proposals/<id>.md`` says."""

    id: ProposalId
    span: Span
    title: Located[str]
    group: Located[str]
    with_groups: tuple[Located[str], ...] = ()
    levels: tuple[Located[str], ...] = ()
    competences: tuple[Located[str], ...] = ()
    status: Located[str]
    into: Located[str] | None = None
    origin: Origin | None = None
    costs: tuple[Cost, ...] = ()
    requires: tuple[Located[str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reviews: tuple[Review, ...] = ()
    assessment: Assessment | None = None
    decisions: tuple[Located[str], ...] = ()
    aliases: tuple[Located[str], ...] = ()
    keywords: tuple[Located[str], ...] = ()
    body: Body

    @property
    def name(self) -> str:
        """The title as people say it."""
        return self.title.value
