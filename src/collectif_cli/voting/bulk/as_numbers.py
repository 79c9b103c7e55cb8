"""Ballots that give each option a number, a grade or a yes: how many gave which, option by option."""

from copy import copy
from typing import Self

import numpy as np

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.ballots import Heap
from collectif_cli.voting.bulk.alphabet import Codes
from collectif_cli.voting.bulk.way import NOTHING, READ, Mask, Numbers, Values, nobody
from collectif_cli.voting.method import Method, Poll

_HIGHEST = 100_000  # numbers above are left for the ballots to be read by themselves


class AsNumbers:
    """How many ballots gave each option each number."""

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Start with no ballot."""
        whole = rule.not_judged is not None and rule.not_judged.value == "refused"
        self._whole = whole and "not_judged" in method.follows
        self._most = rule.points.value if rule.points and "most_on_one" in method.follows else None
        self._numbers = Numbers(question, replace(rule, not_judged=None), method)
        self._counts = [[0] for _ in method.options(question)]

    def take(self, codes: Codes, texts: list[str], heap: Heap) -> Mask:
        """Take ballots; those that the rule might refuse are for the method to read."""
        values = self._numbers.of(texts)
        values = np.where(values > _HIGHEST, READ, values)
        found, left = _counted(codes, values.shape[1]), nobody(codes)
        for column, cells, seen in zip(codes, values, found, strict=True):
            if seen[cells == READ].any():
                left |= (cells == READ)[column]
        if self._most is not None:
            left |= sum(np.maximum(cells, 0)[column] for column, cells in zip(codes, values, strict=True)) > (
                self._most
            )
        blank = nobody(codes)
        if all(seen[cells == NOTHING].any() for cells, seen in zip(values, found, strict=True)):
            blank = ~_any(codes, values >= 0)
        if self._whole:
            left |= _any(codes, values == NOTHING) & ~blank
        if left.any():
            found = _counted(codes[:, ~left], values.shape[1])
        heap.blank += int((blank & ~left).sum())
        for counts, cells, seen in zip(self._counts, values, found, strict=True):
            for value, number in zip(cells.tolist(), seen.tolist(), strict=True):
                if number and value >= 0:
                    _add(counts, value, number)
        return left

    def empty(self) -> Self:
        """Give one with no ballot."""
        other = copy(self)
        other._counts = [[0] for _ in self._counts]
        return other

    def join(self, other: Self) -> None:
        """Take all the ballots of another one."""
        for mine, theirs in zip(self._counts, other._counts, strict=True):
            for value, number in enumerate(theirs):
                _add(mine, value, number)

    def into(self, poll: Poll, heap: Heap) -> Poll:
        """Give the poll with the numbers of all the ballots."""
        counts = [list(one) for one in self._counts]
        for mark, number in heap.marks.items():
            for option, value in mark:
                _add(counts[poll.options.index(option)], value, number)
        return replace(poll, numbers=tuple(tuple(one) for one in counts))


def _counted(codes: Codes, size: int) -> list[Values]:
    return [np.bincount(column, minlength=size) for column in codes]


def _any(codes: Codes, told: Mask) -> Mask:
    """Give the ballots of which some cell is told."""
    found = nobody(codes)
    for column, cells in zip(codes, told, strict=True):
        found |= cells[column]
    return found


def _add(counts: list[int], value: int, number: int) -> None:
    counts.extend([0] * (value + 1 - len(counts)))
    counts[value] += number
