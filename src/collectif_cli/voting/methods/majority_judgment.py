"""Majority judgment: each ballot gives each option a grade, and the best majority grade wins.

Source: Balinski and Laraki, *Majority Judgment* (MIT Press, 2011). The majority grade of an option is its
lower middle grade. Options of the same majority grade are ordered by their *majority value*: remove one such
grade from each and look at the new middle, again and again; equal to the end is a tie.

What a cell may hold: a grade of the rule, whatever its capitals, or its number from 1, the worst. A ballot on
which nothing is judged is blank. Of an option that a ballot does not judge, ``not_judged`` says what becomes:
``worst-grade`` counts it as the worst grade, ``ignored`` leaves it out (options judged by different numbers
are then compared as exact proportions), ``refused`` sets the ballot aside.

``ties`` says what settles options of the same majority grade: ``majority-value``, then a tie if they are
equal to the end; ``lot`` and ``second-vote``, the majority value and then a lot or another vote; ``kept``,
nothing: the same majority grade is a tie.
"""

from itertools import pairwise

from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting import adding
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.grade_margin import grade_margin
from collectif_cli.voting.leaders import Level, decide, with_seed
from collectif_cli.voting.majority_value import majority_grade, ordered, parting
from collectif_cli.voting.method import Poll, Reading, Refusal
from collectif_cli.voting.outcome import (
    Alternative,
    Decision,
    Margin,
    Outcome,
    Result,
    Verdict,
    quorum_missed,
)
from collectif_cli.voting.profile import Profile
from collectif_cli.voting.sensitivity import declared_otherwise, without_quorum
from collectif_cli.voting.workings.gauges import Gauge, Gauges, Neighbours

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = ("grades", "not_judged")
tie_breaks = ("majority-value", "kept", "lot", "second-vote")


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give the grades, what an empty cell is worth, what settles ties; and the seed when lots are drawn."""
    return with_seed(rule, "grades", "not_judged", "ties")


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the grade of each option that is judged, as its place among the grades."""
    words = _words(rule)
    written = [cell.strip().casefold() for cell in cells]
    for at, word in enumerate(written):
        if word and word not in words:
            said = message("“{cell}” is none of the grades", cell=cells[at].strip())
            return Reading(refusal=Refusal("unknown-grade", said, at))
    mark = tuple(
        (option, words[word]) for option, word in zip(options(question), written, strict=True) if word
    )
    if mark and "" in written and rule.not_judged and rule.not_judged.value == "refused":
        said = message("not every option is judged")
        return Reading(refusal=Refusal("not-judged", said, written.index("")))
    return Reading(mark=mark)


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option of the best majority value, the order of all, and what parts the close ones."""
    gauges, filled = _gauges(poll, rule)
    decision, ranking = _decide(poll, rule, gauges)
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=decision,
        ranking=ranking,
        working=Gauges(
            grades=tuple(grade.value for grade in rule.grades),
            gauges=gauges,
            neighbours=() if _by_grade_alone(rule) else _neighbours(gauges, ranking),
            filled=filled,
        ),
        margin=_margin(poll, rule, gauges, decision),
        sensitivity=(
            *adding.gaps_otherwise(poll, rule, lambda other: _outcome(poll, other)),
            *_parted_otherwise(poll, rule, decision),
            *without_quorum(rule, lambda other: _outcome(poll, other)),
        ),
        set_aside=poll.set_aside,
    )


def _parted_otherwise(poll: Poll, rule: DecisionRule, decision: Decision) -> tuple[Alternative, ...]:
    """Give the outcome had the options of the best grade been parted, where the rule keeps them tied."""
    if not _by_grade_alone(rule) or decision.outcome.verdict is not Verdict.TIE:
        return ()
    return declared_otherwise(rule, {"ties": ("majority-value",)}, lambda other: _outcome(poll, other))


def _words(rule: DecisionRule) -> dict[str, int]:
    """Give what a cell may say, in small letters, with the place of the grade it means."""
    numbers = {str(place + 1): place for place in range(len(rule.grades))}
    return {**numbers, **{grade.value.casefold(): place for place, grade in enumerate(rule.grades)}}


def _gauges(poll: Poll, rule: DecisionRule) -> tuple[tuple[Gauge, ...], int]:
    """Give the gauge of each option, and how many empty cells were counted as the worst grade."""
    expressed = poll.marked
    filling = rule.not_judged is not None and rule.not_judged.value == "worst-grade"
    profiles = adding.profiles(poll, len(rule.grades) - 1, expressed if filling else None)
    filled = expressed * len(poll.options) - poll.given if filling else 0
    return tuple(Gauge(option, profile) for option, profile in profiles.items()), filled


def _decide(
    poll: Poll, rule: DecisionRule, gauges: tuple[Gauge, ...]
) -> tuple[Decision, tuple[tuple[str, ...], ...]]:
    """Give the decision and the order of the options."""
    groups = ordered([gauge.profile for gauge in gauges], _by_grade_alone(rule))
    ranking = tuple(tuple(gauges[place].option for place in group) for group in groups)
    return decide(poll, rule, [Level(ranking[0])] if poll.marked else []), ranking


def _by_grade_alone(rule: DecisionRule) -> bool:
    """Tell whether nothing settles options of the same majority grade."""
    return rule.ties is not None and rule.ties.value == "kept"


def _neighbours(gauges: tuple[Gauge, ...], ranking: tuple[tuple[str, ...], ...]) -> tuple[Neighbours, ...]:
    """Give each two options that follow each other with the same majority grade."""
    by_id = {gauge.option: gauge for gauge in gauges}
    order = [by_id[option] for group in ranking for option in group if by_id[option].judged]
    return tuple(
        Neighbours(one.option, other.option, parting(one.profile, other.profile))
        for one, other in pairwise(order)
        if one.grade == other.grade
    )


def _outcome(poll: Poll, rule: DecisionRule) -> Outcome:
    return _decide(poll, rule, _gauges(poll, rule)[0])[0].outcome


def _margin(poll: Poll, rule: DecisionRule, gauges: tuple[Gauge, ...], decision: Decision) -> Margin:
    """Give how close it was; for want of a quorum, how many people were missing."""
    missed = quorum_missed(decision)
    if missed is not None:
        return missed

    def leads(one: Profile, other: Profile) -> bool:
        if _by_grade_alone(rule):
            return majority_grade(one) > majority_grade(other)
        found = parting(one, other)
        return found.one > found.other

    profiles = {gauge.option: gauge.profile for gauge in gauges}
    return grade_margin(poll, profiles, decision.outcome, lambda other: _outcome(other, rule), leads)
