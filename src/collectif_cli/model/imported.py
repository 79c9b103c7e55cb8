"""What a file of votes made elsewhere says, in no format any more: the options, the papers or the counts."""

from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span


class Paper(NamedTuple):
    """Ballots that are alike and follow one another: a cell for each column, as ``ballots.csv`` has them.

    ``ballot`` is the number or the receipt that the file gives, empty when it gives none; ``times`` is how
    many such ballots there are.
    """

    cells: tuple[str, ...]
    span: Span
    ballot: str = ""
    times: int = 1


class Tallied(NamedTuple):
    """The count of one question, published without its ballots: a number for each answer, and the blanks.

    ``blank`` is None where the paper had no place for it. ``single`` tells that each ballot named exactly one
    answer, or was blank: then the numbers add up to those who voted.
    """

    title: Located[str]
    answers: tuple[Located[str], ...]
    counts: tuple[int, ...]
    blank: int | None = None
    single: bool = False


class Imported(Noun):
    """What was read.

    ``form`` says what the cells of the papers are: ``ranks`` and ``grades`` of the options that the columns
    name, or ``cells`` as somebody wrote them, under whatever columns; or ``counts``, and then there are
    ``tallies`` and no papers. ``remarks`` are what was left aside, and what differs from how we count.
    """

    span: Span
    form: str
    title: str = ""
    columns: tuple[Located[str], ...] = ()
    papers: tuple[Paper, ...] = ()
    tallies: tuple[Tallied, ...] = ()
    seats: Located[int] | None = None
    remarks: tuple[Finding, ...] = ()

    @property
    def size(self) -> int:
        """How many ballots there are; 0 when only counts were published."""
        return sum(paper.times for paper in self.papers)
