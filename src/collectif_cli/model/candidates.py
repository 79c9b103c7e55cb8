"""The list of candidates, in its order."""

from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span


class Candidate(Noun):
    """One place of the list."""

    position: Located[int]
    person: Located[str] | None = None
    name: Located[str] | None = None
    sex: Located[str]
    communautaire: Located[bool] | None = None
    renewed: Located[bool] | None = None
    party: Located[str] | None = None
    resident: Located[bool] | None = None
    by: Located[str] | None = None


class CandidateList(Noun):
    """Everything ``programme/candidates.yaml`` says; while sealed, no name leaves it."""

    span: Span
    sealed: Located[bool] | None = None
    title: Located[str] | None = None
    candidates: tuple[Candidate, ...] = ()
