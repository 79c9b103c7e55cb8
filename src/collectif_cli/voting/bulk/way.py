"""How the ordinary ballots of a question are taken by the million: what a way of counting keeps of them.

A way is a class that has these names; ``all_ways.py`` says which method is counted in which way.
"""

from typing import Protocol, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.ballots import Heap
from collectif_cli.voting.bulk.alphabet import Codes
from collectif_cli.voting.method import Method, Poll

Mask: TypeAlias = NDArray[np.bool_]
Values: TypeAlias = NDArray[np.int64]

# What stands for a cell that gives its option nothing, and for one whose ballot must be read by itself.
NOTHING, READ = -1, -2


class Way(Protocol):
    """What is kept of the ballots of a question, besides its heap."""

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Start with no ballot."""

    def take(self, codes: Codes, texts: list[str], heap: Heap) -> Mask:
        """Take ballots, a row of ``codes`` for each column; give those that must be read by themselves."""

    def empty(self) -> Self:
        """Give one with no ballot, that knows the cells this one knows."""

    def join(self, other: Self) -> None:
        """Take all the ballots of another one."""

    def into(self, poll: Poll, heap: Heap) -> Poll:
        """Give the poll with all the ballots: those taken here, and those read by themselves in the heap."""


class Numbers:
    """What single cells say, for methods in which a ballot gives each option a number of its own.

    The cells of each column are tried alone, each once; whatever is refused then is for the ballot to say.
    """

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Know no cell."""
        self._question, self._rule, self._method = question, rule, method
        self._width = len(method.columns(question, rule))
        self._table: Values = np.full((self._width, 1), READ, np.int64)

    def of(self, texts: list[str]) -> Values:
        """Give the number that each text stands for in each column; texts only ever come on."""
        known = self._table.shape[1]
        if known < len(texts):
            more = [[self._value(at, text) for text in texts[known:]] for at in range(self._width)]
            self._table = np.concatenate([self._table, np.array(more, np.int64)], axis=1)
        return self._table

    def _value(self, at: int, text: str) -> int:
        cells = tuple(text if place == at else "" for place in range(self._width))
        reading = self._method.read(self._question, self._rule, cells)
        if reading.refusal is not None or reading.abstains or len(reading.mark) > 1:
            return READ
        return reading.mark[0][1] if reading.mark else NOTHING


def nobody(codes: Codes) -> Mask:
    """Give that no ballot must be read by itself."""
    return np.zeros(codes.shape[1], bool)
