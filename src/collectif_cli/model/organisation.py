"""An organisation that joined: under which modalities, with which declared disagreements."""

from datetime import date

from collectif_cli.model.identifiers import OrganisationId
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span


class Modalities(Noun):
    """The vote that settled how organisations join, and the digest of the text it was on."""

    vote: Located[str]
    digest: Located[str] | None = None


class Signature(Noun):
    """When the charter was signed, and the digest of the text that was."""

    date: Located[date]
    digest: Located[str] | None = None


class Disagreement(Noun):
    """Proposals on which votes may diverge, as declared."""

    on: tuple[Located[str], ...]
    note: Located[str] | None = None


class Encounter(Noun):
    """A meeting between the organisation and at least two people of the collective, with public minutes."""

    date: Located[date]
    present: Located[int] | None = None
    minutes: Located[str] | None = None


class Organisation(Noun):
    """Everything ``programme/organisations/<id>.yaml`` says."""

    id: OrganisationId
    span: Span
    title: Located[str]
    joined: Located[date] | None = None
    left: Located[date] | None = None
    modalities: Modalities | None = None
    accepted_by: Located[str] | None = None
    signed: Signature | None = None
    disagreements: tuple[Disagreement, ...] = ()
    meetings: tuple[Encounter, ...] = ()
    confidential: Located[bool] | None = None
    note: Located[str] | None = None
