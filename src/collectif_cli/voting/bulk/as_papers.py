"""Ballots counted by rounds: each different order of preference, and how many ballots say it.

A ballot whose ranks are 1, 2, 3… without a gap, each once, has no defect under any rule. All the others are
read by themselves. Memory grows with the different orders.
"""

from copy import copy
from typing import Self

import numpy as np

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.ballots import Heap
from collectif_cli.voting.bulk.alphabet import Codes, Words
from collectif_cli.voting.bulk.as_orders import Ranks
from collectif_cli.voting.bulk.packed import Numbers, Packed, Spelling, together
from collectif_cli.voting.bulk.way import READ, Mask, nobody
from collectif_cli.voting.method import Method, Poll

_MOST_APART = 1_000_000  # orders that are kept before those that are the same are put together


class AsPapers:
    """The different orders."""

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Start with no ballot."""
        self._options = method.options(question)
        self._spelling = Spelling(self._options)
        self._ranks = Ranks(question, rule, method)
        self._apart: list[tuple[Words, Numbers]] = []

    def take(self, codes: Codes, texts: list[str], heap: Heap) -> Mask:
        """Take ballots; those that have a defect are for the method to read."""
        ranks, size = self._ranks.of(texts), len(self._options)
        ranks = np.where(ranks > min(size, 63), READ, ranks)
        bits = np.where(ranks > 0, 1 << np.maximum(ranks - 1, 0), 0).astype(np.uint64)
        spelled = np.zeros((self._spelling.words, *ranks.shape), np.uint64)
        for (row, text), rank in np.ndenumerate(ranks):
            if rank > 0:
                word, digit = self._spelling.digit_at(self._options[row], int(rank) - 1)
                spelled[word, row, text] = digit
        number, seen = np.zeros(codes.shape[1], np.uint64), np.zeros(codes.shape[1], np.uint64)
        keys = np.zeros((codes.shape[1], self._spelling.words), np.uint64)
        left = nobody(codes)
        for row, column in enumerate(codes):
            number += (ranks[row] > 0)[column]
            seen += bits[row][column]
            left |= (ranks[row] == READ)[column]
            for word in range(self._spelling.words):
                keys[:, word] |= spelled[word, row][column]
        left |= seen != (np.uint64(1) << number) - np.uint64(1)
        fine = (number > 0) & ~left
        heap.blank += int(((number == 0) & ~left).sum())
        keys = keys[fine]
        self._add(*together(keys, np.ones(len(keys), np.int64)))
        return left

    def empty(self) -> Self:
        """Give one with no ballot."""
        other = copy(self)
        other._apart = []
        return other

    def join(self, other: Self) -> None:
        """Take all the ballots of another one."""
        for keys, numbers in other._apart:
            self._add(keys, numbers)

    def into(self, poll: Poll, heap: Heap) -> Poll:
        """Give the poll with the orders, and the marks of those read by themselves."""
        self._put_together()
        keys, numbers = (
            self._apart[0]
            if self._apart
            else (np.empty((0, self._spelling.words), np.uint64), np.empty(0, np.int64))
        )
        return replace(
            poll,
            marks=tuple(sorted(heap.marks.items())),
            refused=tuple(sorted(heap.refused.items())),
            papers=Packed(self._spelling, self._spelling.orders(keys), numbers),
        )

    def _add(self, keys: Words, numbers: Numbers) -> None:
        self._apart.append((keys, numbers))
        if sum(len(numbers) for _, numbers in self._apart[1:]) > max(_MOST_APART, len(self._apart[0][1])):
            self._put_together()

    def _put_together(self) -> None:
        if len(self._apart) > 1:
            keys = np.concatenate([keys for keys, _ in self._apart])
            numbers = np.concatenate([numbers for _, numbers in self._apart])
            self._apart = [together(keys, numbers)]
