"""Where two independent entries of the same paper ballots part, cell by cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.vote import Ballots, DecisionRule, Question, Row, Vote
from collectif_cli.voting.entries import pick, read_cells
from collectif_cli.voting.method import Method


class Difference(NamedTuple):
    """A cell of a ballot that two entries do not read alike; None for an entry that lacks the ballot.

    ``column`` is empty when the whole ballot is missing from one of them.
    """

    ballot: str
    column: str
    one: str | None
    other: str | None


def differences(
    vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> tuple[Difference, ...]:
    """Give every difference between the two entries, in the order of the first, then what it lacks.

    Both entries have the columns of the questions. Two ways of writing the same choice are no difference.
    """
    one, other = vote.entries
    theirs = {row.ballot: row for row in other.rows}
    found: list[Difference] = []
    for row in one.rows:
        twin = theirs.pop(row.ballot, None)
        if twin is None:
            found.append(Difference(row.ballot, "", "", None))
        else:
            found.extend(_of_ballot(one, row, other, twin, questions, rule, method))
    return (*found, *(Difference(ballot, "", None, "") for ballot in theirs))


def _of_ballot(
    one: Ballots,
    row: Row,
    other: Ballots,
    twin: Row,
    questions: Sequence[Question],
    rule: DecisionRule,
    method: Method,
) -> Iterator[Difference]:
    for question in questions:
        columns = method.columns(question, rule)
        mine, theirs = pick(one, columns)(row), pick(other, columns)(twin)
        first, second = (read_cells(question, rule, method, cells) for cells in (mine, theirs))
        if (first.mark, first.abstains, first.refusal and first.refusal.reason) != (
            second.mark,
            second.abstains,
            second.refusal and second.refusal.reason,
        ) or (first.refusal and [cell.value for cell in mine] != [cell.value for cell in theirs]):
            for column, a, b in zip(columns, mine, theirs, strict=True):
                if a.value.casefold() != b.value.casefold():
                    yield Difference(row.ballot, column, a.value, b.value)
