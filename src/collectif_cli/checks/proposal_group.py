"""Family ``proposal``, who brings it and on what it rests: its groups, its costs, its contributions."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.group import Group
from collectif_cli.model.message import message
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import Register

_UNDECIDED = frozenset({"draft", "submitted", "referred", "consensual", "divisive", "extracted"})


def with_own_group(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """The groups that wrote a proposal together are others than its own, each named once."""
    seen = {proposal.group.value}
    for group in proposal.with_groups:
        if group.value in seen:
            sentence = message("“{group}” is already a group of this proposal", group=group.value)
            yield Finding(group.span, sentence, message("remove it from “with”"))
        seen.add(group.value)


def group_gone(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal that is not decided yet has a group that still meets, or one that took its place."""
    group = register.groups.get(proposal.group.value)
    if group is None or group.dissolved is None or proposal.status.value not in _UNDECIDED:
        return
    others = (register.groups.get(other.value) for other in proposal.with_groups)
    if _is_gone(group, register) and all(other is None or _is_gone(other, register) for other in others):
        sentence = message(
            "the group “{group}” was dissolved on {date}", group=group.id, date=group.dissolved.value
        )
        hint = message("name the group that takes the proposal over, or withdraw it")
        yield Finding(proposal.group.span, sentence, hint)


def cost_without_source(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A cost says where its figure comes from."""
    for cost in proposal.costs:
        if cost.source is None:
            sentence = message("nothing says where this figure comes from")
            hint = message("add “source”: a document and its page, a quotation, or the group's own estimate")
            yield Finding(cost.amount.span, sentence, hint)


def origin_one_sided(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A contribution that a proposal comes from says so too, so that whoever wrote it can find it."""
    if proposal.origin is None or proposal.status.value in {"withdrawn", "merged", "rejected"}:
        return
    for reference in proposal.origin.contributions:
        card = register.contributions.get(reference.value)
        if card is None or card.fate == "merged" or proposal.id in card.proposals:
            continue
        if proposal.id not in [register.aliases.get(id) for id in card.proposals]:
            sentence = message("the contribution “{id}” does not mention this proposal", id=card.id)
            hint = message("add “{own}” to the “proposals” of the contribution", own=proposal.id)
            yield Finding(reference.span, sentence, hint)


def _is_gone(group: Group, register: Register) -> bool:
    """Tell whether a group is dissolved, and no other took its place."""
    if group.dissolved is None or group.dissolved.value > register.today or group.merged_into:
        return False
    heirs = (one.succeeds or one.split_from for one in register.groups.values())
    return not any(heir and heir.value == group.id for heir in heirs)
