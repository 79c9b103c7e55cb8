"""Family ``proposal``, what texts say of one another: this one needs that one, or cannot stand with it."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.loops import loops
from collectif_cli.model.message import message
from collectif_cli.model.proposal import ADVANCE, Proposal
from collectif_cli.model.register import ProposalCard, Register

_STANDING = frozenset({"consensual", "divisive", "adopted"})


def requires_cycle(register: Register, _: Register) -> Iterator[Finding]:
    """Proposals do not need one another in a circle."""
    graph = {id: card.requires for id, card in register.proposals.items() if card.requires}
    for loop in loops(graph):
        card = register.proposals[loop[0]]
        place = card.requires_at[card.requires.index(loop[1])]
        sentence = message("these proposals need one another in a circle: {ids}", ids=loop)
        yield Finding(place, sentence, message("say which one can stand alone, and remove what it requires"))


def requires_itself(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal does not need itself."""
    for other in proposal.requires:
        if other.value == proposal.id:
            yield Finding(
                other.span, message("this proposal requires itself"), message("remove it from “requires”")
            )


def requires_less_advanced(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal has not come further than one that it needs."""
    for other in proposal.requires:
        card = register.proposals.get(other.value)
        if card and ADVANCE.get(card.status, 9) < ADVANCE.get(proposal.status.value, -1):
            sentence = message(
                "this text is “{status}” and rests on “{id}”, which is only “{other}”",
                status=proposal.status.value,
                id=card.id,
                other=card.status,
            )
            yield Finding(other.span, sentence, message("bring “{id}” forward first", id=card.id))


def requires_terminal(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal does not need a text that left the process."""
    for other in proposal.requires:
        card = register.proposals.get(other.value)
        if card and card.is_terminal and other.value != proposal.id:
            sentence = message("“{id}” left the process (“{status}”)", id=card.id, status=card.status)
            hint = (
                message("require “{id}”, which took it in", id=card.into)
                if card.into
                else message("say how this text stands without it")
            )
            yield Finding(other.span, sentence, hint)


def conflict_unarbitrated(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """Of two texts that cannot both stand, a plenary chose, or said how they live together."""
    for conflict in proposal.conflicts:
        card = register.proposals.get(conflict.other.value)
        if card is None or conflict.arbitration or not {proposal.status.value, card.status} <= _STANDING:
            continue
        theirs = _conflict_with(card, proposal.id)
        if theirs == "" and card.id < proposal.id:
            continue  # said once, on the other text
        if not theirs:
            sentence = message("no plenary chose between this text and “{id}”", id=card.id)
            hint = message("bring the choice to a plenary, and cite its decision in “arbitration”")
            yield Finding(conflict.other.span, sentence, hint)


def conflict_one_sided(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A conflict is written in both texts, so that a reader of either sees it."""
    for conflict in proposal.conflicts:
        card = register.proposals.get(conflict.other.value)
        if card and not card.is_terminal and _conflict_with(card, proposal.id) is None:
            sentence = message("“{id}” does not mention this conflict", id=card.id)
            hint = message("write it in “{id}” too", id=card.id)
            yield Finding(conflict.other.span, sentence, hint)


def conflict_and_requires(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A text does not need another that it says it cannot stand with, nor is it in conflict with itself."""
    for conflict in proposal.conflicts:
        id = conflict.other.value
        card = register.proposals.get(id)
        if id == proposal.id:
            yield Finding(
                conflict.other.span,
                message("this proposal is in conflict with itself"),
                message("name the other proposal"),
            )
        elif any(other.value == id for other in proposal.requires) or (card and proposal.id in card.requires):
            sentence = message(
                "one of this text and “{id}” requires the other, and they are in conflict", id=id
            )
            yield Finding(conflict.other.span, sentence, message("keep the one that is true"))


def _conflict_with(card: ProposalCard, id: str) -> str | None:
    """Give the arbitration of its conflict with ``id``: empty without one, None when there is no conflict."""
    return next((arbitration for other, arbitration in card.conflicts if other == id), None)
