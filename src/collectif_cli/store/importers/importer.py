"""What a format of votes offers: whether files are of it, and what they say.

A format is a module that has these names; ``all_importers.py`` is the index of them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import Message, message
from collectif_cli.model.source import Span

# Ballots in one vote: ten times what a large town has, and about what a machine of a volunteer can hold.
MOST_BALLOTS = 1_000_000
MOST_OPTIONS = 1_000
MOST_FAULTS = 50


class Handed(NamedTuple):
    """A file that was handed over: its path as it was typed, and its bytes."""

    path: str
    raw: bytes

    @property
    def name(self) -> str:
        """The name of the file, in small letters."""
        return self.path.replace("\\", "/").rpartition("/")[2].casefold()


class Notes:
    """What is noted while files are read: faults, after which nothing is written, and remarks."""

    def __init__(self) -> None:
        """Start with nothing noted."""
        self.faults: list[Finding] = []
        self.remarks: list[Finding] = []

    @property
    def enough(self) -> bool:
        """Whether so much is wrong that the rest would teach nothing."""
        return len(self.faults) >= MOST_FAULTS

    def fault(self, span: Span, said: Message, hint: Message | None = None) -> None:
        """Note what forbids taking the votes."""
        self.faults.append(Finding(span, said, hint))

    def remark(self, span: Span, said: Message, hint: Message | None = None) -> None:
        """Note what was left aside, or what the reader should know."""
        self.remarks.append(Finding(span, said, hint))


class Importer(Protocol):
    """A format of votes."""

    @property
    def title(self) -> Message:
        """What the format is called."""

    def knows(self, files: Sequence[Handed]) -> bool:
        """Tell whether they are of this format, by their names; by a mark in them where others bear those."""

    def read(self, files: Sequence[Handed], notes: Notes) -> Imported | None:
        """Give what the files say; None, with a fault at least, when nothing can be read.

        Whatever the bytes are, nothing is raised.
        """


def has_suffix(files: Sequence[Handed], *suffixes: str) -> bool:
    """Tell whether there is one file, with one of those suffixes."""
    return len(files) == 1 and files[0].name.endswith(suffixes)


def number(word: str, most: int = 10**9) -> int | None:
    """Give the whole number that a word is, from 0 to ``most``; None for anything else."""
    if not (word.isascii() and word.isdecimal() and len(word) <= 40):
        return None
    found = int(word)
    return found if found <= most else None


def ranked(tiers: Iterable[Iterable[int]], size: int) -> tuple[str, ...]:
    """Give a cell of ranks for each of ``size`` options, from the places of those of each rank, from 0.

    An empty tier is a rank that was skipped; an option that is there twice has two ranks.
    """
    cells: list[list[str]] = [[] for _ in range(size)]
    for rank, tier in enumerate(tiers, start=1):
        for place in tier:
            cells[place].append(str(rank))
    return tuple(" ".join(dict.fromkeys(ranks)) for ranks in cells)


def are_countable(papers: Sequence[Paper], span: Span, notes: Notes) -> bool:
    """Tell whether nothing was wrong, and there are ballots, not more than can be held; note it when not."""
    if notes.faults:
        return False
    if not papers:
        notes.fault(span, message("there is no ballot in this file"))
        return False
    if sum(paper.times for paper in papers) > MOST_BALLOTS:
        said = message("there are more than {most} ballots in this file", most=MOST_BALLOTS)
        notes.fault(span, said, message("look at the numbers of ballots: one of them may be wrong"))
        return False
    return True
