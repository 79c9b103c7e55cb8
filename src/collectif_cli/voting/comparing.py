"""Where two independent entries of the same paper ballots part, cell by cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Ballots, DecisionRule, Question
from collectif_cli.voting.cells import pick, read_cells
from collectif_cli.voting.method import Method, Reading


class Difference(NamedTuple):
    """A cell of a ballot that two entries do not read alike; None for an entry that lacks the ballot.

    ``column`` is empty when the whole ballot is missing from one of them. ``span`` is the place in the second
    entry, or in the one that has the ballot.
    """

    ballot: str
    column: str
    one: str | None
    other: str | None
    span: Span


def differences(
    one: Ballots, other: Ballots, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> tuple[Difference, ...]:
    """Give every difference between two entries, in the order of the first, then what it lacks.

    Both have the columns of the questions. Two ways of writing the same choice are no difference; in a
    ballot that cannot count, whatever was written otherwise is one.
    """
    columns = [method.columns(question, rule) for question in questions]
    picks = [(pick(one, titles), pick(other, titles)) for titles in columns]
    theirs = {row.ballot: row for row in other.rows}
    found: list[Difference] = []
    for row in one.rows:
        twin = theirs.pop(row.ballot, None)
        if twin is None:
            found.append(Difference(row.ballot, "", "", None, row.span))
            continue
        for question, titles, (first, second) in zip(questions, columns, picks, strict=True):
            cells = first(row), second(twin)
            if not _agree(*(read_cells(question, rule, method, one) for one in cells)):
                found.extend(_parting(row.ballot, titles, *cells))
    return (*found, *(Difference(ballot, "", None, "", row.span) for ballot, row in theirs.items()))


def _agree(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are of ballots that count, and say the same."""
    return not (one.refusal or other.refusal) and one == other


def _parting(
    ballot: str, columns: Sequence[str], mine: tuple[Located[str], ...], theirs: tuple[Located[str], ...]
) -> Iterator[Difference]:
    for column, one, other in zip(columns, mine, theirs, strict=True):
        if one.value.casefold() != other.value.casefold():
            yield Difference(ballot, column, one.value, other.value, other.span)
