"""From what a file made elsewhere says to the ballots of a vote, or why they are not those of this vote."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message, messages
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.keys import FORMS
from collectif_cli.voting.method import Method
from collectif_cli.voting.naming import Names, answers, plain

_BLANK = ("blank", "blanc", "vote blanc", "bulletin blanc")
_MARKED = dict.fromkeys(("1", "x", "oui", "yes", "vrai", "true", "✓", "✔", "☑"), "1")
_UNMARKED = dict.fromkeys(("0", "non", "no", "faux", "false", "☐"), "")
MOST_TOLD = 20

Write = Callable[[str], str]


class Asked(NamedTuple):
    """What a vote asks, and how its answers may be called.

    ``titles`` are those of the answers that a method offers by itself, a mapping a language; ``also`` pairs
    the id of an answer with what the file calls it; ``without`` names columns of the file to leave aside.
    """

    questions: tuple[Question, ...]
    rule: DecisionRule
    method: Method
    titles: tuple[Mapping[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of ``ballots.csv``, for all questions."""
        return tuple(one for question in self.questions for one in self.method.columns(question, self.rule))

    def names(self, question: Question) -> list[tuple[str, str]]:
        """Give the names of the answers to a question, with their ids."""
        return answers(question, self.rule.method.value, self.titles, self.also)


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
    places, found = (_by_titles if imported.form == "cells" else _by_options)(imported, asked)
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


def _by_options(imported: Imported, asked: Asked) -> tuple[list[int], list[Finding]]:
    """Give the place in the file of each column of the vote, where the columns of the file are options."""
    question = asked.questions[0]
    names = Names(asked.names(question))
    ids = [option.id.value for option in question.options]
    titles = {option.id.value: option.title.value for option in question.options}
    found: dict[str, int] = {}
    faults: list[Finding] = []
    for place, column in enumerate(imported.columns):
        option = names.find(column.value)
        if option is None:
            faults.append(_unknown(column, names, asked))
        elif option in found:
            faults.append(_twice(column, imported.columns[found[option]]))
        else:
            found[option] = place
    faults += [_missing(titles[id], id, imported) for id in ids if id not in found]
    return [found.get(id, 0) for id in ids], faults


def _by_titles(imported: Imported, asked: Asked) -> tuple[list[int], list[Finding]]:
    """Give the same where the columns have the titles that somebody gave them."""
    pairs = list(_titles(asked))
    names = Names(pairs)
    aside = {plain(one) for one in asked.without}
    found: dict[str, int] = {}
    faults: list[Finding] = []
    for place, column in enumerate(imported.columns):
        meant = names.find(column.value) if plain(column.value) not in aside else None
        if meant is None:
            faults += (
                [] if plain(column.value) in aside or not column.value else [_unknown(column, names, asked)]
            )
        elif meant in found:
            faults.append(_twice(column, imported.columns[found[meant]]))
        else:
            found[meant] = place
    shown = {meant: name for name, meant in reversed(pairs)}
    faults += [_missing(shown[one], one, imported) for one in asked.columns if one not in found]
    return [found.get(one, 0) for one in asked.columns], faults


def _titles(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield what the column of each answer may be called, with its title in ``ballots.csv``."""
    for question in asked.questions:
        columns = asked.method.columns(question, asked.rule)
        if columns == (question.id.value,):
            yield from ((question.id.value, columns[0]), (question.title.value, columns[0]))
            continue
        for name, option in asked.names(question):
            column = f"{question.id.value}.{option}"
            if column in columns:
                yield name, column
                yield f"{question.title.value} [{name}]", column  # as survey tools do
                yield f"{question.id.value}.{name}", column


def _unknown(column: Located[str], names: Names, asked: Asked) -> Finding:
    near = names.near(column.value)
    said = message("“{name}” is nothing that this vote asks", name=column.value)
    if near:
        hint = message("did you mean “{near}”? if so, mend the name, or use “--option”", near=near)
    else:
        hint = message("say which option it is with “--option”, or leave a column out with “--without”")
    return Finding(column.span, said, hint)


def _twice(column: Located[str], first: Located[str]) -> Finding:
    said = message("“{name}” and “{first}” are the same option", name=column.value, first=first.value)
    return Finding(column.span, said, message("keep one of the two"))


def _missing(title: str, id: str, imported: Imported) -> Finding:
    """Say that nothing in the file is about an option, with the nearest name that there is."""
    near = Names((column.value, column.value) for column in imported.columns).near(title)
    said = message("nothing in this file is about “{title}” ({id})", title=title, id=id)
    return Finding(imported.span, said, message("is it “{near}”?", near=near) if near else None)


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
    return lambda cell: "" if plain(cell) in _BLANK else names.find(cell) or cell


def _mark(cell: str) -> str:
    return {**_MARKED, **_UNMARKED}.get(plain(cell), cell)


def _rows(
    imported: Imported, places: Sequence[int], writers: Sequence[Write]
) -> tuple[tuple[tuple[str, ...], ...], list[Finding]]:
    """Give the rows, numbered from 1 where the file gives no number, and each number that is there twice."""
    rows: list[tuple[str, ...]] = []
    seen: dict[str, Span] = {}
    faults: list[Finding] = []
    for paper in imported.papers:
        cells = tuple(write(paper.cells[place]) for write, place in zip(writers, places, strict=True))
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
    """Yield the ballots that the count will set aside, and why: alike ones together, at the first of them."""
    at = 0
    for paper in imported.papers:
        cells = rows[at][1:] if paper.times else ()
        at += paper.times
        for question in asked.questions if cells else ():
            size = len(asked.method.columns(question, asked.rule))
            mine, cells = cells[:size], cells[size:]
            refusal = asked.method.read(question, asked.rule, mine).refusal
            if refusal is not None:
                said = messages(
                    "{n} ballot will be set aside: {reason}",
                    "{n} ballots will be set aside: {reason}",
                    paper.times,
                    reason=refusal.message,
                )
                yield Finding(paper.span, said)
