"""Ballots of any kind, those that say the same together: each different one is read once."""

from copy import copy
from typing import Self

import numpy as np

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.ballots import Heap
from collectif_cli.voting.bulk.alphabet import Codes
from collectif_cli.voting.bulk.way import Mask
from collectif_cli.voting.method import Method, Poll, Reading


class AsMarks:
    """The marks; memory and time grow with how many different ones there are."""

    def __init__(self, question: Question, rule: DecisionRule, method: Method) -> None:
        """Start with no ballot."""
        self._question, self._rule, self._method = question, rule, method
        self._read: dict[tuple[int, ...], Reading] = {}

    def take(self, codes: Codes, texts: list[str], heap: Heap) -> Mask:
        """Take ballots; those that are refused are for the heap, one by one."""
        if len(codes) == 1:
            numbers = np.bincount(codes[0], minlength=len(texts))
            different, which = np.arange(len(texts), dtype=np.uint16)[:, None], codes[0].astype(np.int64)
        else:
            different, which, numbers = np.unique(
                np.ascontiguousarray(codes.T), axis=0, return_inverse=True, return_counts=True
            )
        refused = np.zeros(len(different), bool)
        for place, (row, number) in enumerate(zip(different.tolist(), numbers.tolist(), strict=True)):
            if number:
                reading = self._reading(tuple(row), texts)
                refused[place] = reading.refusal is not None
                if reading.refusal is None:
                    heap.add(reading, number)
        left: Mask = refused[which.reshape(-1)]
        return left

    def empty(self) -> Self:
        """Give one with no ballot: all of them are in the heap."""
        return copy(self)

    def join(self, other: Self) -> None:
        """Take all the ballots of another one: they are in its heap."""

    def into(self, poll: Poll, heap: Heap) -> Poll:
        """Give the poll with all the marks."""
        return replace(
            poll, marks=tuple(sorted(heap.marks.items())), refused=tuple(sorted(heap.refused.items()))
        )

    def _reading(self, row: tuple[int, ...], texts: list[str]) -> Reading:
        if row not in self._read:
            cells = tuple(texts[code] for code in row)
            self._read[row] = self._method.read(self._question, self._rule, cells)
        return self._read[row]
