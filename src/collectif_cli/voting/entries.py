"""Whether the entries of the paper ballots can be counted: their columns, their numbers, their agreement."""

from collections.abc import Iterator, Sequence

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Ballots, DecisionRule, Question, Vote
from collectif_cli.voting.comparing import Difference, differences
from collectif_cli.voting.method import Method


def faults_of_entries(
    vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> tuple[Finding, ...]:
    """Give what forbids counting the ballots; what concerns each entry first, then whether they agree."""
    found = [fault for entry in vote.entries for fault in _faults(entry, vote, questions, rule, method)]
    if not found and len(vote.entries) > 1:
        one, *others = vote.entries
        for other in others:
            parting = differences(one, other, questions, rule, method)
            found.extend(map(_disagreement, parting))
    return tuple(found)


def columns_faults(
    vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> tuple[Finding, ...]:
    """Give what forbids comparing the entries: columns, and ballots that are there twice."""
    titles = titles_of(questions, rule, method)
    return tuple(
        fault
        for entry in vote.entries
        for fault in (*column_faults(entry.span, entry.columns, titles), *_numbers(entry))
    )


def _faults(
    entry: Ballots, vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> Iterator[Finding]:
    yield from column_faults(entry.span, entry.columns, titles_of(questions, rule, method))
    yield from _numbers(entry)
    yield from faults_of_box(vote, entry.span, entry.claims, len(entry.rows))


def faults_of_box(vote: Vote, place: Span, claims: str, ballots: int) -> Iterator[Finding]:
    """Yield that ballots are of another vote, or not as many as expected."""
    if claims and (vote.frozen is None or claims != vote.frozen.digest.value):
        yield Finding(
            place,
            message("these ballots say that they are of another vote ({claims})", claims=claims),
            message("their first line repeats the digest that the vote was given when it opened"),
        )
    expected = vote.expected_ballots
    if expected is not None and expected.value != ballots:
        said = messages(
            "{n} ballot was entered where {expected} are expected",
            "{n} ballots were entered where {expected} are expected",
            ballots,
            expected=expected.value,
        )
        hint = message("a ballot with nothing on it, or that cannot count, is entered too")
        yield Finding(place, said, hint)


def titles_of(questions: Sequence[Question], rule: DecisionRule, method: Method) -> list[str]:
    """Give the titles of the columns that some questions take, in the order of the paper."""
    return [title for one in questions for title in method.columns(one, rule)]


def column_faults(place: Span, columns: Sequence[Located[str]], expected: Sequence[str]) -> Iterator[Finding]:
    """Yield the columns of a file that belong to no question, and those that are missing."""
    titles = {column.value for column in columns}
    for column in columns:
        if column.value not in expected:
            near = nearest(column.value, expected)
            hint = message("did you mean “{near}”?", near=near) if near else None
            said = message("the column “{column}” belongs to no question", column=column.value)
            yield Finding(column.span, said, hint)
    for title in expected:
        if title not in titles:
            yield Finding(place, message("the column “{column}” is missing", column=title))


def _numbers(entry: Ballots) -> Iterator[Finding]:
    seen: set[str] = set()
    for row in entry.rows:
        if row.ballot in seen:
            hint = message("enter each ballot once, and number two papers differently")
            yield Finding(row.span, message("the ballot {ballot} is there twice", ballot=row.ballot), hint)
        seen.add(row.ballot)


def _disagreement(found: Difference) -> Finding:
    """Say where the two entries of a ballot part, or that one of them lacks it."""
    if found.one is None or found.other is None or not found.column:
        return Finding(found.span, message("the ballot {ballot} is in one entry only", ballot=found.ballot))
    said = message(
        "ballot {ballot}: one entry says “{one}”, the other “{other}”",
        ballot=found.ballot,
        one=found.one,
        other=found.other,
    )
    return Finding(found.span, said, message("look at the paper together, and mend the wrong one"))
