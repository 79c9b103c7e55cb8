"""Ballots read one preference after another, and what a rule makes of their defects.

A ballot has a defect where it skips a rank, where it gives a rank to several options, and where an option
has several ranks. What becomes of each is declared: ``skip`` passes over the place, ``exhaust`` stops the
ballot there, ``invalid`` sets it aside. ``defects`` speaks of all three, unless ``skipped_ranks`` says
something else of skipped ranks, as many rules do (in RCTab's test sets two options in a place exhaust the
ballot, while skipped ranks are passed over).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.by_rounds.papers import Listed, Papers
from collectif_cli.voting.method import Mark, Poll, Reading, Refusal
from collectif_cli.voting.ranks import read_ranks, tiers

_SKIPPED = "skipped-rank"
_DEFECTS = {
    _SKIPPED: message("a rank is skipped"),
    "same-rank-twice": message("two options have the same rank"),
    "option-twice": message("an option has several ranks"),
}


class Defects(NamedTuple):
    """What becomes of a skipped rank, and of an option or a place that is there twice."""

    skipped: str
    twice: str

    def fate(self, defect: str) -> str:
        """Give what becomes of that defect: ``skip``, ``exhaust`` or ``invalid``."""
        return self.skipped if defect == _SKIPPED else self.twice


def defects_of(rule: DecisionRule) -> Defects:
    """Give what the rule says of defects."""
    all_three = rule.defects.value if rule.defects is not None else "skip"
    return Defects(rule.skipped_ranks.value if rule.skipped_ranks is not None else all_three, all_three)


def read_preferences(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the ranks of a ballot as they are on the paper, defects included.

    A ballot that the rule sets aside keeps its mark, so that another rule can be tried on it.
    """
    mark = read_ranks(question, cells)
    if isinstance(mark, Refusal):
        return Reading(refusal=mark)
    return Reading(mark=mark, refusal=preference_refusal(mark, rule, len(question.options)) if mark else None)


def preference_refusal(mark: Mark, rule: DecisionRule, size: int) -> Refusal | None:
    """Tell why a ballot cannot count under the rule: a defect, or no preference before the first one."""
    if _in_order(mark) is not None:
        return None
    defects = defects_of(rule)
    for _, defect in _walk(mark):
        if defect and defects.fate(defect) == "invalid":
            return Refusal(defect, _DEFECTS[defect])
    if not preferences(mark, defects):
        return Refusal("no-first-preference", message("no option is alone in first place"))
    return None


def defects_in(marks: Iterable[Mark]) -> tuple[bool, bool]:
    """Tell whether a ballot skips a rank, and whether on one an option or a place is there twice."""
    found = {defect for mark in marks if _in_order(mark) is None for _, defect in _walk(mark)}
    return _SKIPPED in found, bool(found - {_SKIPPED, ""})


def preferences(mark: Mark, defects: Defects) -> tuple[str, ...]:
    """Give the options from the first to the last, as far as the defects let the ballot count."""
    order = _in_order(mark)
    if order is not None:
        return order
    found: list[str] = []
    for option, defect in _walk(mark):
        if option:
            found.append(option)
        elif defects.fate(defect) != "skip":
            break
    return tuple(found)


def _in_order(mark: Mark) -> tuple[str, ...] | None:
    """Give the options of a ballot that has no defect, at once; None when it has any."""
    order = sorted(mark, key=itemgetter(1))
    if any(rank != place for place, (_, rank) in enumerate(order, start=1)):
        return None
    options = tuple(option for option, _ in order)
    return options if len(set(options)) == len(options) else None


def _walk(mark: Mark) -> Iterator[tuple[str, str]]:
    """Yield each option that stands alone in its place, or the defect that is met instead, place by place."""
    met: set[str] = set()
    expected = 1
    for rank, tier in tiers(mark):
        if rank > expected:
            yield "", _SKIPPED
        expected = rank + 1
        if len(tier) > 1:
            yield "", "same-rank-twice"
        elif tier[0] in met:
            yield "", "option-twice"
        else:
            met.add(tier[0])
            yield tier[0], ""


def papers_of(poll: Poll, rule: DecisionRule) -> Papers:
    """Give the ballots that count, those with the same preferences together."""
    defects = defects_of(rule)
    papers: Counter[tuple[str, ...]] = Counter()
    for mark, number in poll.marks:
        papers[preferences(mark, defects)] += number
    listed = Listed(papers.items())
    return listed if poll.papers is None else poll.papers.with_listed(listed)
