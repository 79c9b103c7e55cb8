"""What a resident sent, and what became of it."""

from datetime import date

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import ContributionId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span

FATES = ("new", "assigned", "adopted", "partly", "merged", "declined", "out-of-scope")


class Contribution(Noun):
    """Everything ``programme/contributions/<source>/<id>.md`` says; its id is ``<source>/<stem>``."""

    id: ContributionId
    span: Span
    source: str
    fate: Located[str]
    title: Located[str] | None = None
    date: Located[date] | None = None
    author: Located[str] | None = None
    url: Located[str] | None = None
    upstream: Located[str] | None = None
    theme: Located[str] | None = None
    group: Located[str] | None = None
    proposals: tuple[Located[str], ...] = ()
    merged_into: Located[str] | None = None
    answer: Located[str] | None = None
    body: Body
