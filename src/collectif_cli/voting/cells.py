"""The cells of a ballot under the columns of a question, and what they say."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from collectif_cli.model.message import message
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Ballots, DecisionRule, Question, Row
from collectif_cli.voting.method import Method, Reading

# What an entry writes in each cell of a paper on which something cannot count.
UNREADABLE = "invalid"
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
    return read_texts(question, rule, method, tuple(cell.value for cell in cells))


def read_texts(question: Question, rule: DecisionRule, method: Method, cells: tuple[str, ...]) -> Reading:
    """Give the same from what is written in them; one entered as spoilt is refused in those words."""
    reading = method.read(question, rule, cells)
    if reading.refusal is None or UNREADABLE not in cells:
        return reading
    said = message("it was entered as one that cannot count")
    return reading._replace(refusal=reading.refusal._replace(message=said))
