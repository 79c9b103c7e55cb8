"""Ballots that rank: a column for each option, a rank in each cell, and what a rule makes of the gaps."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from collectif_cli.model.message import message, messages
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.method import Mark, Poll, Reading, Refusal
from collectif_cli.voting.validity import words_of

_RANK = re.compile("[1-9][0-9]{0,5}")

# Tells why a mark cannot count under a rule, for a question with so many options; None when it can.
Judge = Callable[[Mark, DecisionRule, int], Refusal | None]


def read_ranks(question: Question, cells: tuple[str, ...]) -> Mark | Refusal:
    """Give each option with its rank from 1, in the order of the paper; one with two ranks is there twice.

    An empty cell is an option without a rank.
    """
    mark: list[tuple[str, int]] = []
    for option, cell in zip(question.options, cells, strict=True):
        ranks = _ranks(cell)
        if ranks is None:
            return Refusal("not-a-rank", message("“{cell}” is not a rank", cell=cell.strip()))
        mark.extend((option.id.value, rank) for rank in ranks)
    return tuple(mark)


def read_order(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the order a ballot puts the options in, where only the order counts.

    Ranks are numbered anew without gaps: 2, 2 and 7 say what 1, 1 and 2 say. A ballot that the rule
    sets aside keeps its mark, so that another rule can be tried on it.
    """
    mark = read_ranks(question, cells)
    if isinstance(mark, Refusal):
        return Reading(refusal=mark)
    if len({option for option, _ in mark}) < len(mark):
        said = message("an option has several ranks")
        return Reading(refusal=Refusal("several-ranks", said))
    if not mark:
        return Reading()
    places = {rank: place for place, rank in enumerate(sorted({rank for _, rank in mark}), start=1)}
    dense = tuple((option, places[rank]) for option, rank in mark)
    return Reading(mark=dense, refusal=order_refusal(dense, rule, len(question.options)))


def order_refusal(mark: Mark, rule: DecisionRule, size: int) -> Refusal | None:
    """Tell why an order of some of ``size`` options cannot count under the rule; None when it can."""
    if rule.equal_ranks is not None and rule.equal_ranks.value == "refused" and has_equal_ranks(mark):
        return Refusal("equal-ranks", message("two options have the same rank"))
    if rule.unranked is not None and rule.unranked.value == "refused" and len(mark) < size:
        missing = size - len(mark)
        said = messages("{n} option has no rank", "{n} options have no rank", missing)
        return Refusal("unranked-options", said)
    return None


def has_equal_ranks(mark: Mark) -> bool:
    """Tell whether two options share a rank."""
    return len({rank for _, rank in mark}) < len(mark)


def tiers(mark: Mark) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each rank in its order, with the options that have it in the order of the paper."""
    for rank, found in groupby(sorted(mark, key=_rank), key=_rank):
        yield rank, tuple(option for option, _ in found)


def read_anew(poll: Poll, rule: DecisionRule, judge: Judge) -> Poll:
    """Give the poll as another rule would make it of the same papers, those set aside included."""
    marks = Counter(dict(poll.marks)) + Counter(dict(poll.refused))
    size = len(poll.options)
    stay = {mark: number for mark, number in marks.items() if judge(mark, rule, size) is None}
    expressed = sum(stay.values()) + (poll.papers.number if poll.papers is not None else 0)
    left = (poll.figures.expressed or 0) - expressed
    figures = replace(poll.figures, expressed=expressed, invalid=(poll.figures.invalid or 0) + left)
    return replace(
        poll,
        marks=tuple(sorted(stay.items())),
        refused=tuple(sorted((mark, number) for mark, number in marks.items() if mark not in stay)),
        figures=figures,
    )


@lru_cache(maxsize=4096)
def _ranks(cell: str) -> tuple[int, ...] | None:
    """Give the ranks that a cell holds, none when it is empty; None when it holds anything else."""
    words = words_of(cell)
    if not all(_RANK.fullmatch(word) for word in words):
        return None
    return tuple(sorted({int(word) for word in words}))


def _rank(pair: tuple[str, int]) -> int:
    return pair[1]
