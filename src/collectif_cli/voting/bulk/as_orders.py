"""Ballots that rank: the duels they make, two options at a time."""

from copy import copy
from typing import Self

import numpy as np

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.ballots import Heap
from collectif_cli.voting.bulk.alphabet import Codes
from collectif_cli.voting.bulk.way import NOTHING, READ, Mask, Numbers, Values, nobody
from collectif_cli.voting.duels import Matrix
from collectif_cli.voting.method import Method, Poll, Refusal
from collectif_cli.voting.orders import Orders, Part, orders_of
from collectif_cli.voting.ranks import read_ranks

_LOWEST = 250  # ranks below that one are left for the ballots to be read by themselves
_NONE = 255


class AsOrders:
    """The duels, by what a rule may refuse."""

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Start with no ballot."""
        self._options = method.options(question)
        self._whole = rule.unranked is not None and rule.unranked.value == "refused"
        self._strict = rule.equal_ranks is not None and rule.equal_ranks.value == "refused"
        self._ranks = Ranks(question, rule, method)
        self._orders = orders_of(self._options, ())

    def take(self, codes: Codes, texts: list[str], heap: Heap) -> Mask:
        """Take ballots; those that the rule refuses are for the method to read."""
        values = self._ranks.of(texts)
        told = np.where(values == NOTHING, _NONE, np.where(values > _LOWEST, READ, values))
        left, table = nobody(codes), told.astype(np.uint8)
        for column, cells in zip(codes, told, strict=True):
            if (cells[1:] == READ).any():
                left |= (cells == READ)[column]
        ranks = np.stack([cells[column] for column, cells in zip(codes, table, strict=True)])
        empty = ranks == _NONE
        gaps, blank = empty.any(axis=0), empty.all(axis=0)
        equal = _equal(ranks, empty)
        if self._whole:
            left |= gaps & ~blank
        if self._strict:
            left |= equal
        heap.blank += int((blank & ~left).sum())
        kind = np.where(blank | left, -1, gaps + 2 * equal)
        parts = [
            _part(ranks[:, kind == place] if (kind != place).any() else ranks, strict=not place)
            for place in range(4)
        ]
        self._orders += Orders(size=len(ranks), parts=(parts[0], parts[1], parts[2], parts[3]))
        return left

    def empty(self) -> Self:
        """Give one with no ballot."""
        other = copy(self)
        other._orders = orders_of(self._options, ())
        return other

    def join(self, other: Self) -> None:
        """Take all the ballots of another one."""
        self._orders += other._orders

    def into(self, poll: Poll, heap: Heap) -> Poll:
        """Give the poll with the duels of all the ballots, those that the rule refuses included."""
        read = orders_of(self._options, (*heap.marks.items(), *heap.refused.items()))
        return replace(poll, orders=self._orders + read)


class Ranks(Numbers):
    """The rank that a cell holds; a cell with several is read with its ballot."""

    def _value(self, at: int, text: str) -> int:
        cells = tuple(text if place == at else "" for place in range(self._width))
        mark = read_ranks(self._question, cells)
        if isinstance(mark, Refusal) or len(mark) > 1:
            return READ
        return mark[0][1] if mark else NOTHING


def _equal(ranks: Codes, empty: Mask) -> Mask:
    """Give the ballots on which two options have the same rank."""
    found = nobody(ranks)
    for one in range(len(ranks)):
        for other in range(one + 1, len(ranks)):
            same = ranks[one] == ranks[other]
            if same.any():
                found |= same & ~empty[one]
    return found


def _part(ranks: Codes, *, strict: bool) -> Part:
    """Give the duels of ballots that are alike in gaps and equal ranks; ``strict``: they have neither."""
    size, number = ranks.shape
    empty = ranks == _NONE
    holes = [bool(row.any()) for row in empty]
    last, over = np.zeros((size, size), np.int64), np.zeros((size, size), np.int64)
    for one in range(size if number else 0):
        for other in range(size):
            if strict and other < one:
                last[one, other] = number - last[other, one]
            elif one != other:
                last[one, other] = np.count_nonzero(ranks[one] < ranks[other])
                if holes[other]:
                    over[one, other] = np.count_nonzero(~empty[one] & empty[other])
    return Part(number, _matrix(last - over), _matrix(over))


def _matrix(values: Values) -> Matrix:
    return tuple(map(tuple, values.tolist()))
