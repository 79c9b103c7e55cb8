"""From a file of ballots by the million to the polls of its questions, and the digest of its ballots."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from collectif_cli.model.ballot_file import BallotFile
from collectif_cli.model.diagnostic import Diagnostic, Finding, Severity
from collectif_cli.model.message import message
from collectif_cli.model.vote import Row
from collectif_cli.voting.bulk.ledger import Ledger
from collectif_cli.voting.bulk.profile import Asked, Reader, Share
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.method import Poll

# How many faults are told of a file: beyond, its other lines are left unread.
_MOST_FAULTS = 1_000
# Odd characters told of per file; see ``store.raw_text``.
_ODD, _MOST_ODD = frozenset({"text-bidi", "text-control", "text-invisible"}), 20


class Box:
    """A file of ballots, read through.

    ``faults`` forbid counting it, ``twice`` are the ballots whose number was there before.
    """

    def __init__(self, file: BallotFile, asked: Asked, columns: Sequence[str]) -> None:
        """Read the file, which has all those columns."""
        reader, late = Reader(file, columns, asked), False
        self.profile = reader.nothing.empty()
        with closing(file.scratch()) as scratch:
            ledger = Ledger("\t".join(["ballot", *columns]).encode() + b"\n", scratch)
            for lines in file.lines():
                part, rows = reader.partial(lines, normal=not late)
                self.profile.join(part)
                late = late or (rows is not None and not ledger.take(rows))
                if len(self.profile.faults) > _MOST_FAULTS:
                    break
            if late:
                ledger.again()
                for lines in file.lines():
                    ledger.take(reader.normal(lines))
            self.digest, numbers = ledger.close()
        self.faults = tuple(_settled(self.profile.faults))
        self.twice = tuple(_rows_again(file, numbers)) if numbers and not self.faults else ()

    def poll(self, share: Share, options: tuple[str, ...], question: str, voters: Voters) -> Poll:
        """Give the poll of a question, from its share of the profile."""
        return poll_of(share, options, question, voters, self.profile.cast)


def poll_of(share: Share, options: tuple[str, ...], question: str, voters: Voters, cast: int) -> Poll:
    """Give the poll of a question on so many ballots."""
    heap, taken = share
    poll = Poll(
        question=question,
        options=options,
        figures=heap.figures(voters, cast),
        set_aside=tuple(heap.set_aside),
    )
    return taken.into(poll, heap)


def _settled(faults: Sequence[Diagnostic]) -> Iterator[Finding]:
    """Yield what forbids counting, as reading the file whole would tell it: what concerns its bytes first."""
    for code in ("text-not-utf8", "text-conflict"):
        first = next((fault for fault in faults if fault.code == code), None)
        if first is not None:
            yield Finding(first.span, first.message, first.hint)
            return
    odd = [fault for fault in faults if fault.code in _ODD][:_MOST_ODD]
    rows = [fault for fault in faults if not fault.code.startswith("text-")]
    for fault in (*odd, *rows):
        if fault.severity is Severity.ERROR:
            yield Finding(fault.span, fault.message, fault.hint)


def _rows_again(file: BallotFile, numbers: set[bytes]) -> Iterator[Finding]:
    """Yield each ballot whose number was met before, in the order of the file."""
    seen: set[str] = set()
    for row in _rows_of(file, numbers):
        if row.ballot in seen:
            hint = message("enter each ballot once, and number two papers differently")
            yield Finding(row.span, message("the ballot {ballot} is there twice", ballot=row.ballot), hint)
        seen.add(row.ballot)


def _rows_of(file: BallotFile, numbers: set[bytes]) -> Iterator[Row]:
    """Yield the ballots that have one of those numbers."""
    mark = file.mark.encode()
    for lines in file.lines():
        for place, line in enumerate(lines.raw.split(b"\n")):
            start = line.split(mark, 1)[0].strip()
            if start in numbers or not start.isascii() or start.startswith(b'"'):
                found = file.read(lines._replace(raw=line, first=lines.first + place)).rows
                yield from (row for row in found if row.ballot.encode() in numbers)
