"""What lies beside a vote and is counted - ballots, counts or rounds - with its digest and its record."""

from typing import NamedTuple

from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.voting.digest import ballots_digest, counts_digest, rounds_digest
from collectif_cli.voting.method import Method


class Held(NamedTuple):
    """What a vote is counted from: ``ballots``, ``counts`` or ``rounds``, and its digest; a ``lot`` has none.

    ``heard`` is the digest of the rounds that go with ballots or counts. ``record`` is ``recorded``, or why
    nothing can be counted, with the ``sources`` that speak of it.
    """

    counted_from: str
    digest: str = ""
    heard: str = ""
    record: str = "recorded"
    sources: tuple[str, ...] = ()


def record_of(vote: Vote, method: Method | None) -> str:
    """Give whether the figures of a vote are recorded, as what lies beside it says."""
    parts = (vote.counts, vote.rounds if _hears(method) else None)
    said = [part.record.value for part in parts if part is not None and part.record is not None]
    return next((one for one in said if one != "recorded"), "recorded")


def held(
    vote: Vote,
    questions: tuple[Question, ...],
    rule: DecisionRule,
    method: Method | None,
    digest: str = "",
) -> Held:
    """Give what the vote is counted from; ``method`` is None when this version does not count it.

    ``digest`` is that of the ballots, where they are not held row by row.
    """
    record = record_of(vote, method)
    rounds = vote.rounds if _hears(method) else None
    heard = rounds_digest(rounds) if rounds is not None else ""
    parts = [part for part in (vote.counts, rounds) if part is not None]
    sources = tuple(source.value for part in parts for source in part.sources)
    if method is not None and not method.reads:
        return Held("lot", "", heard, record, sources)
    if vote.counts is not None:
        return Held("counts", counts_digest(vote.counts), heard, record, sources)
    if vote.many is not None:
        return Held("ballots", digest, heard, record, sources)
    if not vote.entries or method is None:
        return Held("rounds" if rounds is not None else "ballots", heard, "", record, sources)
    columns = [title for question in questions for title in method.columns(question, rule)]
    return Held("ballots", ballots_digest(vote.entries[0], columns), heard, record, sources)


def _hears(method: Method | None) -> bool:
    return method is not None and ("rounds" in method.reads or "declined" in method.follows)
