"""Whether the statuses of the texts, and the decisions of the plenaries, say what the votes gave."""

from collections.abc import Iterator, Mapping

from collectif_cli.model.message import message
from collectif_cli.model.outline import Outline
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.voting.outcome import KINDS, STATUSES, Verdict
from collectif_cli.voting.subjects import WHOLE
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.verifying.report import Trouble

_STATUSES = {status: verdict for verdict, status in STATUSES.items()}
_KINDS = {kind: verdict for verdict, kind in KINDS.items()}
_SAYING = frozenset(_STATUSES.values())


def status_troubles(programme: Programme, tallies: Mapping[str, Tally]) -> Iterator[Trouble]:
    """Yield each text whose status is not the outcome of a vote that it cites."""
    held = _holders(programme.outline)
    for proposal in programme.proposals.values():
        status = _STATUSES.get(proposal.status.value)
        holders = held.get(proposal.id, frozenset())
        for vote in _cited(proposal, programme) if status else ():
            called_off = programme.votes[vote].cancelled if vote in programme.votes else None
            if called_off is not None:
                said = message(
                    "“{text}” rests on the vote “{vote}”, which was called off on {day}",
                    text=proposal.id,
                    vote=vote,
                    day=called_off.date.value,
                )
                yield Trouble(vote, "status-unjustified", said)
            verdict = _verdict(tallies[vote], proposal, holders) if vote in tallies else None
            if verdict in _SAYING and verdict is not status:
                said = message(
                    "“{text}” says it is {status}, and the vote “{vote}” did not say so",
                    text=proposal.id,
                    status=proposal.status.value,
                    vote=vote,
                )
                hint = message("see “collectif vote show {vote}”", vote=vote)
                yield Trouble(vote, "status-unjustified", said, hint)


def decision_troubles(programme: Programme, tallies: Mapping[str, Tally]) -> Iterator[Trouble]:
    """Yield each decision of a plenary that says otherwise than the vote it names."""
    for plenary in programme.plenaries.values():
        for decision in plenary.decisions:
            kind = _KINDS.get(decision.kind.value)
            tally = tallies.get(decision.vote.value) if decision.vote else None
            if kind is None or tally is None or decision.vote is None:
                continue
            verdicts = {_on(tally, {on.value}) for on in decision.on} & _SAYING
            if verdicts and kind not in verdicts:
                said = message(
                    "the decision “{decision}” says otherwise than its vote “{vote}”",
                    decision=f"{plenary.id}/{decision.id.value}",
                    vote=decision.vote.value,
                )
                yield Trouble(decision.vote.value, "decision-unjustified", said)


def _cited(proposal: Proposal, programme: Programme) -> Iterator[str]:
    """Yield the votes that a proposal rests on, by itself or through a decision."""
    for reference in proposal.decisions:
        if reference.value in programme.votes:
            yield reference.value
            continue
        plenary, _, id = reference.value.partition("/")
        decision = programme.plenaries[plenary].decision(id) if plenary in programme.plenaries else None
        if decision is not None and decision.vote is not None and decision.kind.value in _KINDS:
            yield decision.vote.value


def _verdict(tally: Tally, proposal: Proposal, holders: frozenset[str]) -> Verdict | None:
    """Give what the question that names a text gave; else the one that names a title above it, or the
    whole."""
    names = {proposal.id, *(alias.value for alias in proposal.aliases)}
    named = _on(tally, names)
    return named if named is not None else _on(tally, {*holders, *(WHOLE if holders else ())})


def _on(tally: Tally, names: set[str]) -> Verdict | None:
    for question, result in zip(tally.questions, tally.results, strict=True):
        if names & {on.value for on in question.on}:
            return result.outcome.verdict
    return None


def _holders(outline: Outline | None) -> dict[str, frozenset[str]]:
    """Give the titles under which each text stands, from near or from far."""
    held: dict[str, set[str]] = {}
    for node in outline.walk() if outline else ():
        for below in node.walk():
            for placed in below.proposals:
                held.setdefault(placed.value, set()).add(node.id.value)
    return {proposal: frozenset(titles) for proposal, titles in held.items()}
