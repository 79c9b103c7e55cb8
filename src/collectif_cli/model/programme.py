"""Everything read from one tree: the work tree, or the repository at one commit."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from collectif_cli.model.candidates import CandidateList
from collectif_cli.model.collective import Collective
from collectif_cli.model.contribution import Contribution, ContributionSource
from collectif_cli.model.document import Document
from collectif_cli.model.glossary import Glossary
from collectif_cli.model.group import Exploration, Group, GroupText, Meeting
from collectif_cli.model.noun import Noun
from collectif_cli.model.organisation import Organisation
from collectif_cli.model.outline import Outline
from collectif_cli.model.people import Person
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.vote import Vote

_NONE: Mapping[str, Any] = MappingProxyType({})


class Programme(Noun):
    """The nouns by their ids, in the order of the paths of their files.

    ``documents`` are the files themselves, those that could not be read included; ``beside`` are the
    paths of the pictures and notes that lie beside them.
    """

    collective: Collective
    documents: tuple[Document, ...] = ()
    beside: frozenset[str] = frozenset()
    people: Mapping[str, Person] = _NONE
    groups: Mapping[str, Group] = _NONE
    group_texts: Mapping[str, GroupText] = _NONE
    explorations: Mapping[str, Exploration] = _NONE
    meetings: Mapping[str, Meeting] = _NONE
    proposals: Mapping[str, Proposal] = _NONE
    contributions: Mapping[str, Contribution] = _NONE
    contribution_sources: Mapping[str, ContributionSource] = _NONE
    plenaries: Mapping[str, Plenary] = _NONE
    votes: Mapping[str, Vote] = _NONE
    organisations: Mapping[str, Organisation] = _NONE
    outline: Outline | None = None
    candidates: CandidateList | None = None
    glossary: Glossary | None = None
