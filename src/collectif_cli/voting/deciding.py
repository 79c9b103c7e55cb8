"""What follows from the outcome of a vote: which texts are adopted or rejected, which decisions that
records."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.vote import Question, Vote
from collectif_cli.voting.outcome import KINDS, STATUSES, Result, Verdict
from collectif_cli.voting.subjects import agreed_under, proposal_at, subject_of
from collectif_cli.voting.tally import Tally

# The statuses of a text that a vote may move; a text that has left the process stays where it is.
_MOVABLE = frozenset({"submitted", "consensual", "divisive", "extracted"})


class Recorded(NamedTuple):
    """A decision to be written in the file of the plenary: its new id, its kind, on what, how it was
    taken."""

    id: str
    kind: str
    on: tuple[str, ...]
    how: str


class Move(NamedTuple):
    """What changes in a proposal: its status, and what it rests on; empty for what stays."""

    path: str
    status: str
    decision: str


def to_record(vote: Vote, tally: Tally, plenary: Plenary) -> tuple[Recorded, ...]:
    """Give the decisions that the plenary does not hold yet, one for each question that decides on texts."""
    taken = {one.id.value for one in plenary.decisions}
    held = {
        (one.kind.value, tuple(on.value for on in one.on))
        for one in plenary.decisions
        if one.vote is not None and one.vote.value == vote.id
    }
    how = "show-of-hands" if tally.counted_from == "counts" else "paper"
    found: list[Recorded] = []
    for question, result in _decided(tally):
        on, kind = tuple(one.value for one in question.on), KINDS[result.outcome.verdict]
        if on and (kind, on) not in held:
            id = _free(taken)
            taken.add(id)
            found.append(Recorded(id, kind, on, how))
    return tuple(found)


def moves(
    vote: Vote, tally: Tally, programme: Programme, plenary: Plenary | None, records: Iterable[Recorded] = ()
) -> Iterator[Move]:
    """Yield what changes in each proposal that the vote decides; one that holds it already does not change.

    A text rests on the decision of the plenary that names the vote, where there is one, else on the vote.
    A vote against a title, or against the whole, rejects no text: each keeps its status.
    """
    new = {one.on: one.id for one in records}
    for question, result in _decided(tally):
        status = STATUSES[result.outcome.verdict]
        on = tuple(one.value for one in question.on)
        cited = _cited(vote, plenary, on, new.get(on, ""), KINDS[result.outcome.verdict])
        for proposal in _texts(question, result, programme):
            rests = {one.value for one in proposal.decisions}
            decision = "" if rests & {cited, vote.id} else cited
            moved = status if proposal.status.value in _MOVABLE else ""
            if moved or (decision and proposal.status.value == status and not rests):
                yield Move(proposal.span.path, moved, decision)


def _decided(tally: Tally) -> Iterator[tuple[Question, Result]]:
    for question, result in zip(tally.questions, tally.results, strict=True):
        if result.outcome.verdict in KINDS:
            yield question, result


def _texts(question: Question, result: Result, programme: Programme) -> Iterator[Proposal]:
    """Yield the proposals that a question names, and those in agreement under the titles that it names."""
    found: dict[str, Proposal] = {}
    for on in question.on:
        subject = subject_of(on.value, programme)
        named = proposal_at(subject.path, programme) if subject else None
        if named is not None:
            found.setdefault(named.id, named)
        elif result.outcome.verdict is Verdict.ADOPTED:
            for proposal in agreed_under(on.value, programme):
                found.setdefault(proposal.id, proposal)
    yield from found.values()


def _cited(vote: Vote, plenary: Plenary | None, on: tuple[str, ...], new: str, kind: str) -> str:
    if plenary is None:
        return vote.id
    if new:
        return f"{plenary.id}/{new}"
    for one in plenary.decisions:
        names_vote = one.vote is not None and one.vote.value == vote.id
        if names_vote and one.kind.value == kind and {subject.value for subject in one.on} & set(on):
            return f"{plenary.id}/{one.id.value}"
    return vote.id


def _free(taken: set[str]) -> str:
    number = 1
    while f"d{number}" in taken:
        number += 1
    return f"d{number}"
