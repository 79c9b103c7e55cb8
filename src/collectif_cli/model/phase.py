"""The phases of the process, and the evidence that shows an objective is met."""

from datetime import date

from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located


class ExplorationEvidence(Noun):
    """The least of each thing that ``exploration.yaml`` must hold."""

    documents: Located[int] | None = None
    existing_projects: Located[int] | None = None
    visits: Located[int] | None = None
    round_tables: Located[int] | None = None
    competences: Located[bool] | None = None


class ProposalsEvidence(Noun):
    """The least number of proposals that reached a status."""

    status: Located[str]
    at_least: Located[int] | None = None


class PlenaryEvidence(Noun):
    """A plenary whose agenda or decisions hold something of this kind."""

    kind: Located[str] | None = None
    number: Located[int] | None = None


class VoteEvidence(Noun):
    """A vote on something, with its outcome."""

    on: Located[str] | None = None
    outcome: Located[str] | None = None


class Evidence(Noun):
    """What must be found in the texts; every kind that is named must be found."""

    document: Located[str] | None = None
    field: Located[str] | None = None
    members: Located[int] | None = None
    composition: Located[bool] | None = None
    facilitator: Located[bool] | None = None
    meetings: Located[int] | None = None
    exploration: ExplorationEvidence | None = None
    contributions: Located[str] | None = None
    proposals: ProposalsEvidence | None = None
    mandates: Located[int] | None = None
    plenary: PlenaryEvidence | None = None
    vote: VoteEvidence | None = None
    edition: Located[str] | None = None


class Objective(Noun):
    """One thing a phase asks for; it may be waived by a decision of a plenary, never by hand."""

    id: Located[str]
    title: Located[str]
    evidence: Evidence | None = None
    waived_by: Located[str] | None = None


class Phase(Noun):
    """A stretch of the calendar, asked of each group or of the collective as a whole.

    ``planned_ends`` keeps the first date when the calendar was revised.
    """

    id: Located[str]
    title: Located[str]
    scope: Located[str]
    starts: Located[date]
    ends: Located[date]
    planned_starts: Located[date] | None = None
    planned_ends: Located[date] | None = None
    objectives: tuple[Objective, ...] = ()
