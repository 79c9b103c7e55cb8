"""What every text may know of the others: the register that rules look things up in.

A rule sees its own text whole, and of the numerous ones (proposals, contributions, meetings) only a
card: the facts that another text's verdict may depend on. So a text needs a new verdict only when it
changed, or when a card it refers to did.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from collectif_cli.model.candidates import CandidateList
from collectif_cli.model.collective import Collective
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.glossary import Glossary
from collectif_cli.model.group import Exploration, Group, Meeting
from collectif_cli.model.noun import Noun
from collectif_cli.model.organisation import Organisation
from collectif_cli.model.outline import Outline
from collectif_cli.model.people import Person
from collectif_cli.model.plenary import Decision, Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import TERMINAL, Proposal
from collectif_cli.model.source import Span
from collectif_cli.model.spelling import same_words
from collectif_cli.model.vote import Vote

# What a decision of these kinds is on no longer stands under that id.
RETIRING = frozenset({"split", "merge", "remove", "rename"})


class ProposalCard(NamedTuple):
    """What other texts may know of a proposal; ``conflicts`` pairs the other id with its arbitration.

    ``requires_at`` and ``aliases_at`` are the places of each of ``requires`` and ``aliases``; ``title_key``
    is the same for two titles that say the same words. ``groups`` are all those that sign it.
    """

    id: str
    path: str
    title: str
    group: str
    status: str
    into: str
    requires: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    contributions: tuple[str, ...]
    decisions: tuple[str, ...]
    title_at: Span
    title_key: str
    requires_at: tuple[Span, ...]
    aliases_at: tuple[Span, ...]
    groups: tuple[str, ...]
    has_cost: bool

    @property
    def is_terminal(self) -> bool:
        """Tell whether the text has left the process: withdrawn, merged or rejected."""
        return self.status in TERMINAL


class ContributionCard(NamedTuple):
    """What other texts may know of a contribution."""

    id: str
    path: str
    fate: str
    proposals: tuple[str, ...]
    merged_into: str
    group: str
    is_answered: bool


class MeetingCard(NamedTuple):
    """What other texts may know of a meeting."""

    id: str
    path: str
    group: str
    date: date
    kind: str


class Cards(NamedTuple):
    """What the numerous texts let the others know, and which files there are.

    ``aliases`` lead from a former id of a proposal to the present one; ``unreadable`` names, as
    ``kind:id``, the texts that are there and could not be read.
    """

    proposals: Mapping[str, ProposalCard]
    contributions: Mapping[str, ContributionCard]
    meetings: Mapping[str, MeetingCard]
    aliases: Mapping[str, str]
    paths: frozenset[str]
    unreadable: frozenset[str]


class Register(Noun):
    """The cards of the numerous texts, the others whole, and the day on which the question is asked.

    ``decisions`` are those of all plenaries by ``<plenary>/<decision>``, and ``decided`` the ids of those
    on each subject; ``nodes`` are the ids of the outline, and ``holders`` those that hold each proposal,
    from near or from far; ``aliases`` lead from a former id of a proposal or group to the present one;
    ``retired`` are the ids that a decision split, merged, removed or renamed. ``known_rules`` are the slugs
    of all rules and faults, empty when nobody told them. ``unreadable`` names, as ``kind:id``, the texts
    that are there and could not be read: what refers to them is not at fault. ``group_texts`` names the
    free texts that exist, as ``group/kind``, and ``written`` those of them that say something.
    """

    today: date
    collective: Collective
    people: Mapping[str, Person]
    groups: Mapping[str, Group]
    group_texts: frozenset[str]
    written: frozenset[str]
    explorations: Mapping[str, Exploration]
    proposals: Mapping[str, ProposalCard]
    contributions: Mapping[str, ContributionCard]
    meetings: Mapping[str, MeetingCard]
    plenaries: Mapping[str, Plenary]
    votes: Mapping[str, Vote]
    organisations: Mapping[str, Organisation]
    outline: Outline | None
    candidates: CandidateList | None
    glossary: Glossary | None
    decisions: Mapping[str, Decision]
    decided: Mapping[str, tuple[str, ...]]
    holders: Mapping[str, frozenset[str]]
    nodes: frozenset[str]
    aliases: Mapping[str, str]
    retired: frozenset[str]
    known_rules: frozenset[str]
    paths: frozenset[str]
    unreadable: frozenset[str]

    # Two registers are never compared: each is the answer to one question.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def status_at(self, path: str) -> str:
        """Give the status of the proposal whose file is at ``path``; empty for any other file."""
        card = self.proposals.get(path.rpartition("/")[2].removesuffix(".md"))
        return card.status if card and card.path == path else ""


def register_of(
    programme: Programme,
    today: date,
    known_rules: frozenset[str] = frozenset(),
    cards: Cards | None = None,
) -> Register:
    """Give the register of a programme on a day; ``known_rules`` are the slugs that may be ignored.

    ``cards`` stand for the numerous texts when ``programme`` holds only the others.
    """
    cards = cards or cards_of(programme)
    decisions = {
        f"{id}/{decision.id.value}": decision
        for id, plenary in programme.plenaries.items()
        for decision in plenary.decisions
    }
    return Register(
        today=today,
        collective=programme.collective,
        people=programme.people,
        groups=programme.groups,
        group_texts=frozenset(programme.group_texts),
        written=frozenset(id for id, text in programme.group_texts.items() if text.body.words),
        explorations=programme.explorations,
        proposals=cards.proposals,
        contributions=cards.contributions,
        meetings=cards.meetings,
        plenaries=programme.plenaries,
        votes=programme.votes,
        organisations=programme.organisations,
        outline=programme.outline,
        candidates=programme.candidates,
        glossary=programme.glossary,
        decisions=decisions,
        decided=_decided(decisions),
        holders=_holders(programme.outline),
        nodes=frozenset(node.id.value for node in programme.outline.walk())
        if programme.outline
        else frozenset(),
        aliases={
            **{alias.value: id for id, group in programme.groups.items() for alias in group.aliases},
            **cards.aliases,
        },
        retired=frozenset(
            on.value
            for decision in decisions.values()
            if decision.kind.value in RETIRING
            for on in decision.on
        ),
        known_rules=known_rules,
        paths=cards.paths,
        unreadable=cards.unreadable,
    )


def cards_of(programme: Programme) -> Cards:
    """Give the cards of everything that was read."""
    proposals = {id: proposal_card(proposal) for id, proposal in programme.proposals.items()}
    return Cards(
        proposals=proposals,
        contributions={id: contribution_card(one) for id, one in programme.contributions.items()},
        meetings={id: meeting_card(meeting) for id, meeting in programme.meetings.items()},
        aliases={alias: id for id, card in proposals.items() for alias in card.aliases},
        paths=programme.beside.union(document.path for document in programme.documents),
        unreadable=frozenset(
            f"{document.kind}:{document.id}" for document in programme.documents if document.value is None
        ),
    )


def _decided(decisions: Mapping[str, Decision]) -> dict[str, tuple[str, ...]]:
    """Give the decisions on each subject, in the order of the plenaries."""
    found: dict[str, list[str]] = {}
    for id, decision in decisions.items():
        for on in decision.on:
            found.setdefault(on.value, []).append(id)
    return {subject: tuple(ids) for subject, ids in found.items()}


def _holders(outline: Outline | None) -> dict[str, frozenset[str]]:
    """Give the titles of the outline under which each proposal stands, at any depth."""
    held: dict[str, set[str]] = {}
    for node in outline.walk() if outline else ():
        for below in node.walk():
            for proposal in below.proposals:
                held.setdefault(proposal.value, set()).add(node.id.value)
    return {id: frozenset(nodes) for id, nodes in held.items()}


def proposal_card(proposal: Proposal) -> ProposalCard:
    """Give the card of a proposal."""
    return ProposalCard(
        proposal.id,
        proposal.span.path,
        proposal.title.value,
        proposal.group.value,
        proposal.status.value,
        proposal.into.value if proposal.into else "",
        tuple(other.value for other in proposal.requires),
        tuple(
            (conflict.other.value, conflict.arbitration.value if conflict.arbitration else "")
            for conflict in proposal.conflicts
        ),
        tuple(alias.value for alias in proposal.aliases),
        tuple(one.value for one in proposal.origin.contributions) if proposal.origin else (),
        tuple(decision.value for decision in proposal.decisions),
        proposal.title.span,
        same_words(proposal.title.value),
        tuple(other.span for other in proposal.requires),
        tuple(alias.span for alias in proposal.aliases),
        tuple(dict.fromkeys(group.value for group in (proposal.group, *proposal.with_groups))),
        bool(proposal.costs),
    )


def contribution_card(contribution: Contribution) -> ContributionCard:
    """Give the card of a contribution."""
    return ContributionCard(
        contribution.id,
        contribution.span.path,
        contribution.fate.value,
        tuple(proposal.value for proposal in contribution.proposals),
        contribution.merged_into.value if contribution.merged_into else "",
        contribution.group.value if contribution.group else "",
        contribution.answer is not None,
    )


def meeting_card(meeting: Meeting) -> MeetingCard:
    """Give the card of a meeting."""
    return MeetingCard(
        meeting.id,
        meeting.span.path,
        meeting.group,
        meeting.date.value,
        meeting.kind.value if meeting.kind else "meeting",
    )


def card_of(value: object) -> ProposalCard | ContributionCard | MeetingCard | None:
    """Give the card of a text that has one."""
    if isinstance(value, Proposal):
        return proposal_card(value)
    if isinstance(value, Contribution):
        return contribution_card(value)
    return meeting_card(value) if isinstance(value, Meeting) else None
