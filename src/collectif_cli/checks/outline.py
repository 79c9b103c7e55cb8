"""Family ``outline``: the titles of the programme, and the proposals that stand under them."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.outline import Outline
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import ProposalCard, Register
from collectif_cli.model.source import Located


def duplicate_node(outline: Outline, register: Register) -> Iterator[Finding]:
    """Each title of the outline has its own id."""
    seen: set[str] = set()
    for node in outline.walk():
        if node.id.value in seen:
            yield Finding(
                node.id.span,
                message("another title has the id “{id}”", id=node.id.value),
                message("choose another id here"),
            )
        seen.add(node.id.value)


def id_of_proposal(outline: Outline, register: Register) -> Iterator[Finding]:
    """No title of the outline has the id of a proposal: a decision on it would be on either."""
    for node in outline.walk():
        if node.id.value in register.proposals:
            yield Finding(
                node.id.span,
                message("a proposal has the id “{id}” too", id=node.id.value),
                message("choose another id for the title"),
            )


def children_and_proposals(outline: Outline, register: Register) -> Iterator[Finding]:
    """A title has other titles under it, or proposals, not both."""
    for node in outline.walk():
        if node.children and node.proposals:
            yield Finding(
                node.id.span,
                message("“{id}” has both titles and proposals under it", id=node.id.value),
                message("put these proposals under one of the titles"),
            )


def empty_priority(outline: Outline, register: Register) -> Iterator[Finding]:
    """Each priority has at least one proposal somewhere under it."""
    for node in outline.nodes:
        if not any(below.proposals for below in node.walk()):
            yield Finding(
                node.id.span,
                message("no proposal stands under “{title}”", title=node.title.value),
                message("place a proposal under it, or remove the title"),
            )


def placed_twice(outline: Outline, register: Register) -> Iterator[Finding]:
    """A proposal stands once under the same title; it may stand under several titles."""
    for node in outline.walk():
        seen: set[str] = set()
        for proposal in node.proposals:
            if proposal.value in seen:
                yield Finding(
                    proposal.span,
                    message("“{id}” stands twice under this title", id=proposal.value),
                    message("keep one of the two"),
                )
            seen.add(proposal.value)


def placed_not_adopted(outline: Outline, register: Register) -> Iterator[Finding]:
    """What stands in the outline is adopted by the time the process ends."""
    for place, card in _placed(outline, register):
        if card.status != "adopted" and not card.is_terminal:
            yield Finding(
                place.span,
                message("“{id}” is placed and not adopted: it is “{status}”", id=card.id, status=card.status),
                message("have it adopted, or take it out of the outline"),
            )


def placed_terminal(outline: Outline, register: Register) -> Iterator[Finding]:
    """What was withdrawn, merged or rejected no longer stands in the outline."""
    for place, card in _placed(outline, register):
        if card.is_terminal:
            yield Finding(
                place.span,
                message("“{id}” is placed and is “{status}”", id=card.id, status=card.status),
                message("write “{into}”, the text it merged into", into=card.into)
                if card.into
                else message("take it out of the outline"),
            )


def _placed(outline: Outline, register: Register) -> Iterator[tuple[Located[str], ProposalCard]]:
    """Yield each proposal that stands in the outline with its main place, the first."""
    seen: set[str] = set()
    for node in outline.walk():
        for place in node.proposals:
            card = register.proposals.get(register.aliases.get(place.value, place.value))
            if card and card.id not in seen:
                seen.add(card.id)
                yield place, card


def adopted_not_placed(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """What is adopted stands somewhere in the outline by the time the process ends."""
    if proposal.status.value != "adopted" or register.outline is None or proposal.id in register.holders:
        return
    if not any(alias.value in register.holders for alias in proposal.aliases):
        yield Finding(
            proposal.status.span,
            message("this proposal is adopted and stands nowhere in the outline"),
            message("add “{id}” under a title of programme/outline.yaml", id=proposal.id),
        )
