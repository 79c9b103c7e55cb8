"""The index of document kinds: how each is written, how each is read."""

from collections.abc import Callable
from typing import Any, NamedTuple

from collectif_cli.store.fields import Kind
from collectif_cli.store.readers.ballots import read_ballots
from collectif_cli.store.readers.candidates import CANDIDATES, read_candidates
from collectif_cli.store.readers.collective import COLLECTIVE, read_collective
from collectif_cli.store.readers.contribution import CONTRIBUTION, read_contribution
from collectif_cli.store.readers.contribution_source import SOURCE, read_contribution_source
from collectif_cli.store.readers.counts import COUNTS, ROUNDS, read_counts, read_rounds
from collectif_cli.store.readers.exploration import EXPLORATION, read_exploration
from collectif_cli.store.readers.glossary import GLOSSARY, read_glossary
from collectif_cli.store.readers.group import GROUP, read_group
from collectif_cli.store.readers.meeting import MEETING, read_group_text, read_meeting
from collectif_cli.store.readers.organisation import ORGANISATION, read_organisation
from collectif_cli.store.readers.outline import OUTLINE, read_outline
from collectif_cli.store.readers.people import PEOPLE, read_people
from collectif_cli.store.readers.plenary import PLENARY, read_plenary
from collectif_cli.store.readers.proposal import PROPOSAL, read_proposal
from collectif_cli.store.readers.roll import read_roll
from collectif_cli.store.readers.vote import VOTE, read_vote


class DocumentKind(NamedTuple):
    """How a kind of document is written and read.

    ``form`` is ``yaml``, ``markdown`` (front matter and body), ``prose`` (a body alone), ``table`` (CSV) or
    ``generated`` (written by the tool, compared and never read). ``read`` takes what the form gives: the
    YAML tree, the reading, the names of the path, and for Markdown the body.
    """

    form: str
    read: Callable[..., Any]
    schema: Kind[Any] | None = None


DOCUMENTS: dict[str, DocumentKind] = {
    "collective": DocumentKind("yaml", read_collective, COLLECTIVE),
    "people": DocumentKind("yaml", read_people, PEOPLE),
    "group": DocumentKind("yaml", read_group, GROUP),
    "group-text": DocumentKind("prose", read_group_text),
    "exploration": DocumentKind("yaml", read_exploration, EXPLORATION),
    "meeting": DocumentKind("markdown", read_meeting, MEETING),
    "proposal": DocumentKind("markdown", read_proposal, PROPOSAL),
    "contribution": DocumentKind("markdown", read_contribution, CONTRIBUTION),
    "contribution-source": DocumentKind("yaml", read_contribution_source, SOURCE),
    "outline": DocumentKind("yaml", read_outline, OUTLINE),
    "plenary": DocumentKind("markdown", read_plenary, PLENARY),
    "vote": DocumentKind("yaml", read_vote, VOTE),
    "ballots": DocumentKind("table", read_ballots),
    "counts": DocumentKind("yaml", read_counts, COUNTS),
    "rounds": DocumentKind("yaml", read_rounds, ROUNDS),
    "roll": DocumentKind("table", read_roll),
    "result": DocumentKind("generated", lambda *_: None),
    "organisation": DocumentKind("yaml", read_organisation, ORGANISATION),
    "candidates": DocumentKind("yaml", read_candidates, CANDIDATES),
    "glossary": DocumentKind("yaml", read_glossary, GLOSSARY),
}
