"""``.blt``: the ballots of OpenSTV, OpaVote and Droop, numbers first, names after.

Source: OpaVote, "BLT ballot file format"; Droop, "Ballot files". The first line holds how many candidates
and how many seats; then a line a ballot (how many such ballots, or a name of the ballot in parentheses, the
numbers of the candidates from the first choice on, ``0``), a line ``0``, and between quotes the name of each
candidate and the title. ``-2`` before the ballots withdraws the second candidate; ``-`` is a rank that was
skipped, and ``2=3`` two candidates of the same rank.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.handed import lines_of
from collectif_cli.store.importers.importer import (
    MOST_BALLOTS,
    MOST_OPTIONS,
    Handed,
    Notes,
    are_countable,
    has_suffix,
    number,
    ranked,
)

title = message("a .blt file")
_NAME = re.compile(r'\s*"([^"]*)"\s*')
_NAMED = re.compile(r"\(([^()\s]+)\)\s*(.*)")

Numbered = Iterator[tuple[Span, str]]


class _Head(NamedTuple):
    size: int
    seats: Located[int]


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix."""
    return has_suffix(files, ".blt")


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the ballots, one paper a line."""
    lines = lines_of(files[0], notes)
    if lines is None:
        return None
    top = Span(files[0].path)
    rest = _meaningful(lines, files[0].path)
    head = _head(rest, top, notes)
    if head is None:
        return None
    papers, withdrawn = _ballots(rest, head, notes)
    names, named = _names(rest, head, top, notes)
    if not are_countable(papers, top, notes):
        return None
    for place in sorted(withdrawn):
        said = message(
            "“{name}” was withdrawn: what ballots say of it is left aside", name=names[place].value
        )
        notes.remark(withdrawn[place], said)
    kept = [place for place in range(head.size) if place not in withdrawn]
    return Imported(
        span=top,
        form="ranks",
        title=named,
        columns=tuple(names[place] for place in kept),
        papers=tuple(_without(paper, kept) for paper in papers) if withdrawn else tuple(papers),
        seats=head.seats,
    )


def _meaningful(lines: list[str], path: str) -> Numbered:
    """Yield the lines that say something, without the remarks that follow ``#`` outside of names."""
    for at, line in enumerate(lines, start=1):
        bare = line if '"' in line else line.partition("#")[0]
        if bare.strip():
            yield Span(path, at, 1, len(line)), bare.strip()


def _head(rest: Numbered, top: Span, notes: Notes) -> _Head | None:
    span, line = next(rest, (top, ""))
    numbers = [number(word) for word in line.split()]
    if len(numbers) == 2 and numbers[0] and numbers[1] is not None and numbers[0] <= MOST_OPTIONS:
        return _Head(numbers[0], Located(numbers[1], span))
    hint = message("the first line holds two numbers: how many candidates, and how many seats")
    notes.fault(span, message("this is not the beginning of a .blt file"), hint)
    return None


def _ballots(rest: Numbered, head: _Head, notes: Notes) -> tuple[list[Paper], dict[int, Span]]:
    """Give the papers, up to the line ``0``, and the places of the candidates withdrawn."""
    papers: list[Paper] = []
    withdrawn: dict[int, Span] = {}
    for span, line in rest:
        if line == "0" or notes.enough:
            break
        words = line.split()
        if line.startswith("["):
            notes.remark(span, message("this line was left aside: “{line}”", line=line))
        elif not papers and all(word.startswith("-") and word != "-" for word in words):
            places = [_place(word[1:], head.size) for word in words]
            withdrawn.update((place, span) for place in places if place is not None)
            if None in places:
                notes.fault(span, message("“{line}” withdraws a candidate that there is not", line=line))
        else:
            _ballot(span, line, head, papers, notes)
    return papers, withdrawn


def _ballot(span: Span, line: str, head: _Head, papers: list[Paper], notes: Notes) -> None:
    """Add the paper of a line, or a fault."""
    named = _NAMED.fullmatch(line)
    first, *words = ["1", *named[2].split()] if named else line.split()
    times = number(first, MOST_BALLOTS)
    if times is None:
        said = message("“{word}” is not a number of ballots", word=first)
        notes.fault(span, said, message("a ballot counts for one voice: weights are not taken"))
    elif not words or words[-1] != "0":
        hint = message("the numbers of the candidates are followed by a 0")
        notes.fault(span, message("the ballot of this line is not finished"), hint)
    else:
        tiers = [
            [] if word == "-" else [_place(one, head.size) for one in word.split("=")] for word in words[:-1]
        ]
        wrong = next((word for word, tier in zip(words, tiers, strict=False) if None in tier), None)
        if wrong is not None:
            said = message("“{word}” is the number of no candidate", word=wrong)
            notes.fault(span, said, message("they are numbered from 1 to {size}", size=head.size))
        elif times:
            places = [[place for place in tier if place is not None] for tier in tiers]
            papers.append(Paper(ranked(places, head.size), span, named[1] if named else "", times))


def _place(word: str, size: int) -> int | None:
    """Give the place from 0 of the candidate of a number, where there is one."""
    found = number(word, size)
    return found - 1 if found else None


def _names(rest: Numbered, head: _Head, top: Span, notes: Notes) -> tuple[list[Located[str]], str]:
    """Give the names of the candidates, and the title."""
    names: list[Located[str]] = []
    for span, line in rest:
        quoted = _NAME.fullmatch(line)
        names.append(Located(" ".join((quoted[1] if quoted else line).split()), span))
        if len(names) > head.size:
            break
    if len(names) < head.size and not notes.faults:
        said = message(
            "candidates announced: {size}; candidates that have a name: {named}",
            size=head.size,
            named=len(names),
        )
        hint = message("after the line “0”, each name has a line of its own, between quotes")
        notes.fault(names[-1].span if names else top, said, hint)
    return names[: head.size], names[head.size].value if len(names) > head.size else ""


def _without(paper: Paper, kept: Sequence[int]) -> Paper:
    """Give a paper without the candidates withdrawn; the ranks that follow theirs move up."""
    cells = [paper.cells[place].split() for place in kept]
    ranks = sorted({int(rank) for cell in paper.cells for rank in cell.split()})
    left = {rank for cell in cells for rank in map(int, cell)}
    gone = [rank for rank in ranks if rank not in left]
    moved = {rank: str(rank - sum(one < rank for one in gone)) for rank in left}
    return paper._replace(cells=tuple(" ".join(moved[int(rank)] for rank in cell) for cell in cells))
