"""Family ``proposal``, texts that became part of another: which one, and whether it still stands."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import Register


def merged_without_target(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A merged text says into which one."""
    if proposal.status.value == "merged" and proposal.into is None:
        hint = message("add “into”, with the id of the proposal that took it in")
        yield Finding(proposal.status.span, message("nothing says into which text this one went"), hint)


def target_without_merge(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """Only a merged text leads into another."""
    if proposal.into is not None and proposal.status.value != "merged":
        sentence = message("“into” is for merged texts, and this one is not")
        yield Finding(proposal.into.span, sentence, message("set the status to “merged”, or remove “into”"))


def merged_into_gone(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A merged text leads to one that still stands: neither a text that left, nor in the end itself."""
    if proposal.into is None or proposal.status.value != "merged":
        return
    seen: set[str] = {proposal.id}
    id = register.aliases.get(proposal.into.value, proposal.into.value)
    while id not in seen and (card := register.proposals.get(id)):
        seen.add(id)
        if card.status in {"withdrawn", "rejected"}:
            sentence = message("“{id}” left the process, and took this text with it", id=id)
            hint = message("lead to a text that stands, or set this one to “withdrawn”")
            yield Finding(proposal.into.span, sentence, hint)
        if card.status != "merged" or not card.into:
            return
        id = register.aliases.get(card.into, card.into)
    if id == proposal.id and id == min(seen):
        sentence = message("this text ends up merged into itself")
        yield Finding(proposal.into.span, sentence, message("give the id of the text that took it in"))
