"""The cells of a ballot under the columns of a question, and what they say."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from collectif_cli.model.source import Located
from collectif_cli.model.vote import Ballots, DecisionRule, Question, Row
from collectif_cli.voting.method import Method, Reading

Pick: TypeAlias = Callable[[Row], tuple[Located[str], ...]]


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
