"""The work of ``collectif verify``: everything that a clone proves of its votes, or what does not hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.past_programmes import PastProgrammes
from collectif_cli.cli.verify_past import Contents, VotePast, present_files, votes_past
from collectif_cli.cli.verify_recounts import Recount, recount
from collectif_cli.cli.verify_texts import text_states
from collectif_cli.cli.verify_votes import past_troubles, removed_trouble
from collectif_cli.cli.vote_count import Count, box_root, count, vote_called
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.store.history.past import History
from collectif_cli.store.places import path_of
from collectif_cli.voting.commitments import compare_roll
from collectif_cli.voting.frozen import written
from collectif_cli.voting.short_code import vote_code
from collectif_cli.voting.verifying.rederive import Then, digest_troubles, opening_troubles, voted_substance
from collectif_cli.voting.verifying.report import Report, TextState, Trouble, VoteState
from collectif_cli.voting.verifying.statuses import decision_troubles, status_troubles
from collectif_cli.voting.verifying.texts import Voted, adopted_texts


class Evidence(NamedTuple):
    """What a verification rests on: the texts, the counts, the past of the votes.

    ``then`` is the programme at the opening of each vote, and ``at`` the commit where that is.
    """

    programme: Programme
    history: History
    head: str
    counts: Mapping[str, Count]
    pasts: Mapping[str, VotePast]
    contents: Contents
    then: Mapping[str, Then]
    at: Mapping[str, str]


def verify(context: Context, votes: Sequence[str] = (), at: str | None = None) -> Report:
    """Verify the votes that are named, or all of them, with the texts that they adopted."""
    evidence = _gather(context, at)
    known = evidence.programme.votes
    wanted: list[str] = [vote_called(id, evidence.programme).id for id in votes] or list(map(str, known))
    states: list[VoteState] = []
    troubles: list[Trouble] = []
    order = {commit: number for number, commit in enumerate(evidence.history.commits(evidence.head))}
    for id in wanted:
        state, found = _of_vote(evidence, evidence.programme.votes[id], order)
        states.append(state)
        troubles.extend(found)
    if not votes:
        troubles.extend(_removed(evidence))
    texts, changed = _texts(evidence, wanted)
    tallies = {id: one.shown for id, one in evidence.counts.items() if one.shown is not None}
    justified = (
        *status_troubles(evidence.programme, tallies),
        *decision_troubles(evidence.programme, tallies),
    )
    troubles.extend((*changed, *(one for one in justified if one.vote in wanted)))
    return Report(votes=tuple(states), texts=texts, troubles=tuple(troubles))


def _gather(context: Context, at: str | None) -> Evidence:
    programme, faults = context.programme(at)
    history, head = context.history, context.revision(at or "HEAD").commit
    root = box_root(context, at)
    counts = {id: count(vote, programme, faults, root) for id, vote in programme.votes.items()}
    pasts, contents = votes_past(history, head, present_files(context, at))
    then, where = _then(history, programme, pasts)
    return Evidence(programme, history, head, counts, pasts, contents, then, where)


def _then(
    history: History, programme: Programme, pasts: Mapping[str, VotePast]
) -> tuple[dict[str, Then], dict[str, str]]:
    """Give the programme at the opening of each vote, as far as the vote needs it, all read at once."""
    wanted: dict[str, dict[str, None]] = {}
    where: dict[str, str] = {}
    for id, vote in programme.votes.items():
        if vote.frozen is None:
            continue
        opening = pasts[id].opening if id in pasts else None
        commit = vote.frozen.commit.value if vote.frozen.commit else opening.id if opening else ""
        where[id] = commit
        wanted.setdefault(commit, {}).update(dict.fromkeys(_paths(vote)))
    past = PastProgrammes(history, wanted)
    then = {}
    for id, commit in where.items():
        there = past.at(commit)
        if there is not None:
            then[id] = Then(there, {path: past.blob(commit, path) for path in wanted[commit]})
    return then, where


def _paths(vote: Vote) -> Iterator[str]:
    """Yield the files that say what a vote froze."""
    yield vote.span.path
    if vote.plenary is not None:
        yield f"programme/plenaries/{vote.plenary.value}.md"
    if vote.electorate.group is not None:
        yield path_of("group", vote.electorate.group.value)
    if vote.electorate.kind.value == "candidates":
        yield path_of("candidates")
    named = [on.value for question in vote.questions for on in question.on]
    frozen = [text.id.value for text in vote.frozen.texts] if vote.frozen else []
    for id in dict.fromkeys((*frozen, *named)):
        yield from (path_of("proposal", id), path_of("organisation", id), path_of("group", id))
    if named:
        yield path_of("outline")


def _of_vote(
    evidence: Evidence, vote: Vote, order: Mapping[str, int]
) -> tuple[VoteState, tuple[Trouble, ...]]:
    """Give how a vote fares, and everything wrong with it."""
    counted, past = evidence.counts[vote.id], evidence.pasts.get(vote.id)
    result = next(
        (one.text for one in evidence.programme.documents if (one.kind, one.id) == ("result", vote.id)), None
    )
    troubles: list[Trouble] = list(digest_troubles(vote))
    if past is not None and past.frozen:
        commit = vote.frozen.commit.value if vote.frozen and vote.frozen.commit else ""
        troubles.extend(past_troubles(evidence.contents, vote.id, past, order, commit))
    if vote.id in evidence.then:
        troubles.extend(opening_troubles(vote, evidence.then[vote.id]))
    again = recount(counted, result)
    troubles.extend([again.trouble] if again.trouble else [])
    return _state(vote, counted, result, again), tuple(troubles)


def _state(vote: Vote, counted: Count, result: str | None, again: Recount) -> VoteState:
    frozen = vote.frozen
    erased = 0
    if frozen is not None and frozen.electorate.commitments and vote.roll is not None:
        committed = (one.value for one in frozen.electorate.commitments)
        erased = compare_roll(vote.roll.entries, committed).erased
    state = "counted" if result is not None else "waiting"
    if vote.cancelled is not None:
        state = "cancelled"
    elif counted.sealed and counted.whole is None:
        state = "sealed"
    code = vote_code(frozen.digest.value) if frozen else ""
    return VoteState(vote.id, frozen is not None, state, again.same, code, erased)


def _removed(evidence: Evidence) -> Iterator[Trouble]:
    """Yield the votes that had opened and are in the programme no more."""
    unread = {one.id for one in evidence.programme.documents if one.kind == "vote"}
    for id, past in evidence.pasts.items():
        if past.frozen and id not in unread:
            yield removed_trouble(id, past)


def _opened(vote: Vote) -> tuple[str, str]:
    """Give when a vote opened, as a text that sorts by the calendar."""
    return (str(written(vote.frozen.date)) if vote.frozen else "", vote.id)


def _texts(evidence: Evidence, wanted: Sequence[str]) -> tuple[tuple[TextState, ...], tuple[Trouble, ...]]:
    opened = [evidence.programme.votes[id] for id in evidence.counts if id in evidence.at]
    voted = []
    for vote in sorted(opened, key=_opened):
        tally = evidence.counts[vote.id].shown
        then = evidence.then.get(vote.id)
        for text in adopted_texts(vote, tally) if tally is not None and vote.cancelled is None else ():
            voted.append(Voted(vote, text, voted_substance(text.id.value, text.blob.value, then)))
    states, troubles = text_states(evidence.history, evidence.head, voted, evidence.programme, evidence.at)
    kept = set(wanted)
    return (
        tuple(one for one in states if one.vote in kept),
        tuple(one for one in troubles if one.vote in kept),
    )
