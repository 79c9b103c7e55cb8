"""From what a file made elsewhere says to the ballots of a vote, or why they are not those of this vote."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.formula import is_formula
from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.source import Span
from collectif_cli.model.spelling import same_name
from collectif_cli.voting.keys import FORMS
from collectif_cli.voting.matching import Asked, by_options, by_titles
from collectif_cli.voting.naming import Names

_BLANK = ("blank", "blanc", "vote blanc", "bulletin blanc")
_MARKED = dict.fromkeys(("1", "x", "oui", "yes", "vrai", "true", "✓", "✔", "☑"), "1")
_UNMARKED = dict.fromkeys(("0", "non", "no", "faux", "false", "☐"), "")
MOST_TOLD = 20

Write = Callable[[str], str]


class Fitted(NamedTuple):
    """The rows of ``ballots.csv`` (the number, then the cells under ``columns``), or the ``faults``."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    faults: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def fit(imported: Imported, asked: Asked) -> Fitted:
    """Give the ballots under the columns of the vote; faults when they are of another vote."""
    found: list[Finding] = list(_form(imported, asked))
    if found:
        return Fitted(faults=tuple(found))
    places, found = (by_titles if imported.form == "cells" else by_options)(imported, asked)
    rows, twice = _rows(imported, places, _writers(imported, asked))
    found += [] if found else twice
    if found:
        return Fitted(faults=tuple(found))
    remarks = (*_left(imported, places), *_seats(imported, asked), *_set_aside(imported, rows, asked))
    return Fitted(asked.columns, rows, (), remarks)


def _form(imported: Imported, asked: Asked) -> Iterator[Finding]:
    """Yield that the file holds ballots of another kind than those that the method reads."""
    form = FORMS.get(asked.rule.method.value)
    if imported.form != "cells" and len(asked.questions) != 1:
        said = message(
            "this file holds the answers to one question, and the vote asks {n}", n=len(asked.questions)
        )
        hint = message("put the answers to all of them in one spreadsheet, a column for each")
        yield Finding(imported.span, said, hint)
    if imported.form == "ranks" and form != "ranks":
        said = message(
            "this file ranks options, and “{method}” reads no ranks", method=asked.rule.method.value
        )
        yield Finding(imported.span, said)
    elif imported.form == "grades" and form != "grades":
        said = message(
            "this file grades options, and “{method}” reads no grades", method=asked.rule.method.value
        )
        yield Finding(imported.span, said)


def _writers(imported: Imported, asked: Asked) -> list[Write]:
    """Give, for each column of the vote, what writes a cell as ``ballots.csv`` has it."""
    form = FORMS.get(asked.rule.method.value, "cells")
    if imported.form != "cells":
        return [str for _ in asked.columns]
    writers: list[Write] = []
    for question in asked.questions:
        write = (
            _choice(Names(asked.names(question))) if form == "choice" else _mark if form == "marks" else str
        )
        writers += [write for _ in asked.method.columns(question, asked.rule)]
    return writers


def _choice(names: Names) -> Write:
    return lambda cell: "" if same_name(cell) in _BLANK else names.find(cell) or cell


def _mark(cell: str) -> str:
    return {**_MARKED, **_UNMARKED}.get(same_name(cell), cell)


def _rows(
    imported: Imported, places: Sequence[int], writers: Sequence[Write]
) -> tuple[tuple[tuple[str, ...], ...], list[Finding]]:
    """Give the rows, numbered from 1 where the file gives no number, and what forbids taking them."""
    rows: list[tuple[str, ...]] = []
    seen: dict[str, Span] = {}
    faults: list[Finding] = []
    for paper in imported.papers:
        cells = tuple(write(paper.cells[place]) for write, place in zip(writers, places, strict=True))
        formula = next((cell for cell in (paper.ballot, *cells) if is_formula(cell)), None)
        if formula is not None and len(faults) < MOST_TOLD:
            faults.append(_as_formula(formula, paper))
        for _ in range(paper.times):
            ballot = paper.ballot or str(len(rows) + 1)
            if ballot in seen and len(faults) < MOST_TOLD:
                faults.append(_numbered_twice(ballot, paper, seen[ballot]))
            seen.setdefault(ballot, paper.span)
            rows.append((ballot, *cells))
    return tuple(rows), faults


def _numbered_twice(ballot: str, paper: Paper, first: Span) -> Finding:
    said = message("the ballot {ballot} is there twice", ballot=ballot)
    return Finding(paper.span, said, message("it is on line {line} too", line=first.line))


def _as_formula(cell: str, paper: Paper) -> Finding:
    """Say that a cell would be run by whoever opens ``ballots.csv`` in a spreadsheet."""
    said = message("“{cell}” looks like a formula", cell=cell)
    return Finding(paper.span, said, message("put in its place what it shows"))


def _left(imported: Imported, places: Sequence[int]) -> Iterator[Finding]:
    """Yield the columns that were left aside."""
    for place, column in enumerate(imported.columns):
        if place not in places:
            said = message("the column “{column}” was left aside", column=column.value)
            yield Finding(column.span, said)


def _seats(imported: Imported, asked: Asked) -> Iterator[Finding]:
    """Yield that the file and the rule do not elect as many."""
    seats = asked.rule.seats.value if asked.rule.seats else 1
    if imported.seats is not None and imported.seats.value != seats:
        said = message(
            "the file says how many are elected: {told}; the rule of the vote, which counts, says {seats}",
            told=imported.seats.value,
            seats=seats,
        )
        yield Finding(imported.seats.span, said)


def _set_aside(imported: Imported, rows: Sequence[tuple[str, ...]], asked: Asked) -> Iterator[Finding]:
    """Yield how many ballots the count will set aside: a finding a reason, where the first of them is."""
    numbers: Counter[Message] = Counter()
    first: dict[Message, Span] = {}
    at = 0
    for paper in imported.papers:
        refusal = next(_refusals(rows[at][1:], asked), None)
        at += paper.times
        if refusal is not None:
            numbers[refusal] += paper.times
            first.setdefault(refusal, paper.span)
    for reason, number in numbers.items():
        said = messages(
            "{n} ballot will be set aside: {reason}",
            "{n} ballots will be set aside: {reason}",
            number,
            reason=reason,
        )
        yield Finding(first[reason], said)


def _refusals(cells: tuple[str, ...], asked: Asked) -> Iterator[Message]:
    for question in asked.questions:
        size = len(asked.method.columns(question, asked.rule))
        refusal = asked.method.read(question, asked.rule, cells[:size]).refusal
        cells = cells[size:]
        if refusal is not None:
            yield refusal.message
