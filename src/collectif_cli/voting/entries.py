"""Whether the entries of the paper ballots can be counted: their columns, their numbers, their agreement."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Ballots, DecisionRule, Question, Row, Vote
from collectif_cli.voting.method import Method, Reading

Pick = Callable[[Row], tuple[Located[str], ...]]


def pick(entry: Ballots, columns: Sequence[str]) -> Pick:
    """Give what takes the cells of a row under those columns, in that order; the entry has them all."""
    titles = [column.value for column in entry.columns]
    places = [titles.index(column) for column in columns]
    return lambda row: tuple(row.cells[place] for place in places)


def read_cells(
    question: Question, rule: DecisionRule, method: Method, cells: Sequence[Located[str]]
) -> Reading:
    """Give what a ballot says on a question, from its cells under the columns of the question."""
    return method.read(question, rule, tuple(cell.value for cell in cells))


def faults_of_entries(
    vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> tuple[Finding, ...]:
    """Give what forbids counting the ballots; what concerns each entry first, then whether they agree."""
    found = [fault for entry in vote.entries for fault in _faults(entry, vote, questions, rule, method)]
    if not found and len(vote.entries) > 1:
        for other in vote.entries[1:]:
            found.extend(_disagreements(vote.entries[0], other, questions, rule, method))
    return tuple(found)


def columns_faults(
    vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> tuple[Finding, ...]:
    """Give what forbids comparing the entries: columns, and ballots that are there twice."""
    titles = [title for one in questions for title in method.columns(one, rule)]
    return tuple(fault for entry in vote.entries for fault in (*_columns(entry, titles), *_numbers(entry)))


def _faults(
    entry: Ballots, vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> Iterator[Finding]:
    yield from _columns(entry, [title for one in questions for title in method.columns(one, rule)])
    yield from _numbers(entry)
    if entry.claims and (vote.frozen is None or entry.claims != vote.frozen.digest.value):
        yield Finding(
            entry.span,
            message("these ballots say that they are of another vote ({claims})", claims=entry.claims),
            message("their first line repeats the digest that the vote was given when it opened"),
        )
    expected = vote.expected_ballots
    if expected is not None and expected.value != len(entry.rows):
        said = messages(
            "{n} ballot was entered where {expected} are expected",
            "{n} ballots were entered where {expected} are expected",
            len(entry.rows),
            expected=expected.value,
        )
        hint = message("a ballot with nothing on it, or that cannot count, is entered too")
        yield Finding(entry.span, said, hint)


def _columns(entry: Ballots, expected: Sequence[str]) -> Iterator[Finding]:
    titles = {column.value for column in entry.columns}
    for column in entry.columns:
        if column.value not in expected:
            near = nearest(column.value, expected)
            hint = message("did you mean “{near}”?", near=near) if near else None
            said = message("the column “{column}” belongs to no question", column=column.value)
            yield Finding(column.span, said, hint)
    for title in expected:
        if title not in titles:
            yield Finding(entry.span, message("the column “{column}” is missing", column=title))


def _numbers(entry: Ballots) -> Iterator[Finding]:
    seen: set[str] = set()
    for row in entry.rows:
        if row.ballot in seen:
            hint = message("enter each ballot once, and number two papers differently")
            yield Finding(row.span, message("the ballot {ballot} is there twice", ballot=row.ballot), hint)
        seen.add(row.ballot)


def _disagreements(
    one: Ballots, other: Ballots, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> Iterator[Finding]:
    """Yield each ballot that the two entries do not read alike, at its place in the second."""
    columns = [method.columns(question, rule) for question in questions]
    picks = [(pick(one, titles), pick(other, titles)) for titles in columns]
    mine = {row.ballot: row for row in one.rows}
    for row in other.rows:
        twin = mine.pop(row.ballot, None)
        if twin is None:
            yield Finding(row.span, message("the ballot {ballot} is in one entry only", ballot=row.ballot))
            continue
        for question, (ours, theirs) in zip(questions, picks, strict=True):
            says = partial(read_cells, question, rule, method)
            if says(ours(twin)) != says(theirs(row)):
                yield _disagreement(row.ballot, ours(twin), theirs(row))
    for row in mine.values():
        yield Finding(row.span, message("the ballot {ballot} is in one entry only", ballot=row.ballot))


def _disagreement(ballot: str, ours: tuple[Located[str], ...], theirs: tuple[Located[str], ...]) -> Finding:
    """Say where the two entries of a ballot part: at the first cell that differs."""
    first = next((at for at, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a.value != b.value), 0)
    said = message(
        "ballot {ballot}: one entry says “{one}”, the other “{other}”",
        ballot=ballot,
        one=ours[first].value,
        other=theirs[first].value,
    )
    return Finding(theirs[first].span, said, message("look at the paper together, and mend the wrong one"))
