"""What some ballots of a file say, question by question: it adds up, over any partition of the file."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from collectif_cli.model.ballot_file import BallotFile, Lines
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.vote import DecisionRule, Question, Row
from collectif_cli.voting.ballots import Heap
from collectif_cli.voting.bulk.all_ways import way_of
from collectif_cli.voting.bulk.alphabet import Alphabet
from collectif_cli.voting.bulk.cutting import Cut, Places, Shape, cut
from collectif_cli.voting.bulk.ledger import Normal
from collectif_cli.voting.bulk.normal import keys_of, normal_line, normal_lines
from collectif_cli.voting.bulk.way import Way
from collectif_cli.voting.method import Method


class Asked(NamedTuple):
    """What is asked of the ballots of a file: the questions, the rule, the method that reads them."""

    questions: tuple[Question, ...]
    rule: DecisionRule
    method: Method


class Share(NamedTuple):
    """What the ballots say on a question: those read by themselves, and all the others."""

    heap: Heap
    way: Way


class Profile:
    """The ballots of some lines; ``Profile + Profile`` is that of the lines of both."""

    def __init__(self, shares: Sequence[Share]) -> None:
        """Start with no ballot; the shares have none."""
        self.cast = 0
        self.faults: list[Diagnostic] = []
        self.shares = shares

    def empty(self) -> "Profile":
        """Give one with no ballot, of the same questions."""
        return Profile([Share(heap.empty(), way.empty()) for heap, way in self.shares])

    def __add__(self, other: "Profile") -> "Profile":
        """Give the profile of the lines of both."""
        found = self.empty()
        for one in (self, other):
            found.join(one)
        return found

    def join(self, other: "Profile") -> None:
        """Take the ballots of another one."""
        self.cast += other.cast
        self.faults += other.faults
        for mine, theirs in zip(self.shares, other.shares, strict=True):
            mine.heap.join(theirs.heap)
            mine.way.join(theirs.way)


class Reader:
    """Reads the lines of a file; ``columns`` are those of the questions, in the order of the paper."""

    def __init__(self, file: BallotFile, columns: Sequence[str], asked: Asked) -> None:
        """Take the file, which has all those columns."""
        titles = [column.value for column in file.columns]
        self._file = file
        self._shape = Shape(ord(file.mark), len(titles) + 1)
        self._alphabet = Alphabet(self._judge)
        self._order = [titles.index(column) for column in columns]
        kind = way_of(asked.rule.method.value)
        self.nothing = Profile(
            [
                Share(Heap(one, asked.rule, asked.method), kind(one, asked.rule, asked.method))
                for one in asked.questions
            ]
        )
        self._places = [
            [titles.index(title) for title in asked.method.columns(question, asked.rule)]
            for question in asked.questions
        ]

    def partial(self, lines: Lines, normal: bool = True) -> tuple[Profile, Normal | None]:
        """Give the profile of some lines; and, where ``normal``, their normal lines."""
        profile, found = self.nothing.empty(), cut(lines, self._shape, self._alphabet)
        rows = self._read(lines, found.odd, profile)
        profile.cast = len(found.places) + len(rows)
        for share, places in zip(profile.shares, self._places, strict=True):
            codes = found.codes if places == list(range(len(found.codes))) else found.codes[places]
            left = share.way.take(codes, self._alphabet.texts, share.heap)
            alone = rows
            if left.any():
                alone = sorted([*rows, *self._read(lines, found.places[left], profile)], key=_line)
            for row in alone:
                share.heap.take(row.ballot, tuple(row.cells[place] for place in places))
        return profile, self._normal(found, rows) if normal else None

    def normal(self, lines: Lines) -> Normal:
        """Give the normal lines of some lines."""
        found = cut(lines, self._shape, self._alphabet)
        return self._normal(found, self._read(lines, found.odd, None))

    def _normal(self, found: Cut, rows: Sequence[Row]) -> Normal:
        keys, text = found.ids, normal_lines(found.ordinary, self._file.mark, self._order)
        if rows:
            odd = keys_of([row.ballot.encode() for row in rows])
            width = max(keys.shape[1], odd.shape[1])
            keys = np.concatenate(
                [np.pad(some, ((0, 0), (0, width - some.shape[1]))) for some in (keys, odd)]
            )
            text += b"".join(normal_line(row, self._order) for row in rows)
        return Normal(keys, text)

    def _read(self, lines: Lines, places: Places, profile: Profile | None) -> list[Row]:
        """Read some lines by themselves; where anything is wrong, note what is wrong in all of them."""
        if not len(places):
            return []
        every = lines.raw.split(b"\n")
        read = self._file.read(Lines(b"\n".join(every[place] for place in places.tolist()), 1))
        if read.faults and profile is not None and not profile.faults:
            profile.faults += self._file.read(lines).faults
        return [_moved(row, lines.first + int(places[row.span.line - 1])) for row in read.rows]

    def _judge(self, cell: bytes) -> str | None:
        """Give the text of a cell that is written as it is digested; None for any other."""
        mark = self._file.mark.encode()
        rows, faults = self._file.read(Lines(b"1" + mark + cell + mark * (self._shape.width - 2), 1))
        if faults or len(rows) != 1:
            return None
        text = rows[0].cells[0].value
        return text if text.encode() == cell and " ".join(text.split()) == text else None


def _line(row: Row) -> int:
    return row.span.line


def _moved(row: Row, line: int) -> Row:
    """Give a row at the line where it stands."""
    cells = tuple(cell._replace(span=cell.span._replace(line=line)) for cell in row.cells)
    return Row(ballot=row.ballot, span=row.span._replace(line=line), cells=cells)
