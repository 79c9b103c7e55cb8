"""The same vote counted twice: its ballots held row by row, and read some lines at a time."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pytest

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.vote import Vote
from collectif_cli.store import ballot_file, read_document
from collectif_cli.store.load import load
from collectif_cli.store.result_file import result_text
from collectif_cli.store.tree import Entry
from collectif_cli.voting import close_look
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.legible import illegible
from collectif_cli.voting.record import result_record
from collectif_cli.voting.tally import tally

VOTE = """title: V
rule: {RULE}
electorate: {kind: roll, registered: 100000}
ballots: anonymous
questions: [QUESTIONS]
"""
PATH = "programme/votes/v/ballots.csv"


class Counted(NamedTuple):
    """What came of a count: the text of the result, what is told of the ballots set aside; or the faults."""

    text: str
    told: tuple[object, ...] = ()
    faults: tuple[Finding, ...] = ()


class _Files:
    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def entries(self) -> list[Entry]:
        return [Entry(path, ()) for path in sorted(self.files)]

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        for path in paths:
            yield path, self.files[path]

    def large(self, path: str) -> None:
        return None


def question(id: str, options: Iterable[str]) -> str:
    listed = ", ".join(f"{{id: {option}, title: {option.upper()}}}" for option in options)
    return f"{{id: {id}, title: Q, options: [{listed}]}}"


def counted(rule: str, questions: str, ballots: bytes, more: str = "") -> Counted:
    """Count a file of ballots as the command line does."""
    text = VOTE.replace("RULE", rule).replace("QUESTIONS", questions) + more
    head = b"schema: 1\nname: Collectif\nlanguage: fr\n"
    files = {"collectif.yaml": head, "programme/votes/v/vote.yaml": text.encode(), PATH: ballots}
    programme, faults = load(_Files(files))
    vote: Vote = programme.votes["v"]
    under = rule_of(vote, programme.collective)
    assert under is not None
    unread = tuple(illegible(vote, under, None, faults))
    if unread:
        return Counted("", faults=tuple(Finding(one.span, one.message, one.hint) for one in unread))
    voters = voters_of(vote, programme.plenaries, programme.groups, programme.candidates)
    found, why = tally(vote, under, voters)
    if found is None:
        return Counted("", faults=why)
    return Counted(result_text(result_record(found)), tuple(one.set_aside for one in found.results))


def both(
    rule: str, questions: str, ballots: bytes, block: int = 4_000_000, more: str = ""
) -> tuple[Counted, Counted]:
    """Count row by row, then in bulk, so many bytes at a time; how close it was from the counts alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(close_look, "MOST", -1)
        plain = counted(rule, questions, ballots, more)
        patch.setattr(read_document, "MANY", 0)
        patch.setattr(ballot_file, "BLOCK", block)
        return plain, counted(rule, questions, ballots, more)
