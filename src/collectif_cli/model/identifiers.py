"""The ids that files give to things, and the kinds of thing an id may lead to."""

import re
from enum import Enum
from typing import NamedTuple, NewType

from collectif_cli.model.source import Span

PersonId = NewType("PersonId", str)
GroupId = NewType("GroupId", str)
ProposalId = NewType("ProposalId", str)
NodeId = NewType("NodeId", str)
PlenaryId = NewType("PlenaryId", str)
VoteId = NewType("VoteId", str)
OrganisationId = NewType("OrganisationId", str)
MeetingId = NewType("MeetingId", str)
ContributionId = NewType("ContributionId", str)

LONGEST_ID = 60
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Tell whether ``text`` is an id: words of ``a-z0-9`` joined by ``-``, 60 characters at most."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


class Target(Enum):
    """What a reference leads to."""

    PERSON = "person"
    GROUP = "group"
    PROPOSAL = "proposal"
    COMPETENCE = "competence"
    LEVEL = "level"
    RULE = "rule"
    SUBJECT = (
        "subject"  # what a decision or a question is on: a proposal, a node, or a word such as "charter"
    )
    MEETING = "meeting"
    CONTRIBUTION = "contribution"
    PLENARY = "plenary"
    DECISION = "decision"
    VOTE = "vote"
    ADOPTER = "adopter"  # a vote or a decision of a plenary


class Link(NamedTuple):
    """A reference written in a document: the kind of thing it leads to, its id, and where it stands."""

    target: Target
    id: str
    span: Span
