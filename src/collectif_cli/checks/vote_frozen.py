"""Family ``vote``, what opening one fixed: its digest, its roll, its proxies, its second call, its texts."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import Register
from collectif_cli.model.vote import FrozenText, Vote
from collectif_cli.voting import proxies, second_call
from collectif_cli.voting.binding import substance_digest
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.frozen import frozen_faults, roll_faults
from collectif_cli.voting.roll import twice_on_roll
from collectif_cli.voting.subjects import proposal_substance


def frozen_digest(vote: Vote, register: Register) -> Iterator[Finding]:
    """Nothing that a vote fixed when it opened moves afterwards."""
    yield from frozen_faults(vote)


def roll_mismatch(register: Register, _: Register) -> Iterator[Finding]:
    """The roll beside an open vote holds only people who were on it at the opening."""
    for vote in register.votes.values():
        yield from roll_faults(vote)


def roll_twice(register: Register, _: Register) -> Iterator[Finding]:
    """Nobody is twice on the roll of a vote."""
    for vote in register.votes.values():
        if vote.cancelled is None:
            yield from twice_on_roll(vote)


def proxy_invalid(vote: Vote, register: Register) -> Iterator[Finding]:
    """A voice is given once, is not passed on, and is carried by the same class or a higher one."""
    yield from proxies.proxy_faults(vote.electorate)


def second_call_invalid(vote: Vote, register: Register) -> Iterator[Finding]:
    """A second call asks the same questions, some days after a vote whose rule knows a second call."""
    first = register.votes.get(vote.second_call_of.value) if vote.second_call_of else None
    rule = rule_of(first, register.collective) if first else None
    yield from second_call.second_call_faults(vote, first, rule)


def text_changed(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """An adopted text is, but for its typography, the one that was voted."""
    if proposal.status.value != "adopted":
        return
    bound = _last_bound(proposal, register)
    if bound is None:
        return
    vote, text = bound
    if substance_digest(proposal_substance(proposal)) != text.digest.value:
        said = message("this text is no longer the one that “{vote}” was on", vote=vote.id)
        hint = message("“collectif verify {vote}” shows what changed, and how to put it back", vote=vote.id)
        yield Finding(proposal.title.span, said, hint)


def _last_bound(proposal: Proposal, register: Register) -> tuple[Vote, FrozenText] | None:
    """Give the last vote that opened on a text that it rests on, with what it froze of it."""
    names = {proposal.id, *(alias.value for alias in proposal.aliases)}
    found = [
        (vote, text)
        for vote in register.votes.values()
        if vote.frozen is not None and vote.cancelled is None and _rests_on(proposal, vote, register)
        for text in vote.frozen.texts
        if text.id.value in names
    ]
    return max(found, key=lambda pair: _opened(pair[0]), default=None)


def _rests_on(proposal: Proposal, vote: Vote, register: Register) -> bool:
    """Tell whether a text cites a vote, by itself or through the decision of a plenary."""
    for reference in proposal.decisions:
        decision = register.decisions.get(reference.value)
        if reference.value == vote.id or (decision and decision.vote and decision.vote.value == vote.id):
            return True
    return False


def _opened(vote: Vote) -> tuple[str, str]:
    moment = vote.frozen.date.value if vote.frozen else None
    return (moment.day.isoformat() if moment else "", vote.id)
