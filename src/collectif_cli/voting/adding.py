"""What the methods share in which a ballot gives each option a number, and numbers are added up.

A *profile* is how many ballots gave an option each number, from 0 up; ballots that give it none count as 0
unless the rule leaves them out.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.grade_margin import grade_margin
from collectif_cli.voting.leaders import Level, decide
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import (
    Alternative,
    Decision,
    Margin,
    OptionTotal,
    Outcome,
    Result,
    Verdict,
    Working,
    quorum_missed,
)
from collectif_cli.voting.profile import Profile, total
from collectif_cli.voting.sensitivity import declared_otherwise, under_other_conventions

Profiles = dict[str, Profile]
Worth = Callable[[Profile], Fraction]


def profiles(poll: Poll, most: int, everyone: int | None = None) -> Profiles:
    """Give the profile of each option for numbers from 0 to ``most``.

    Where ``everyone`` is told, each of so many ballots that gives an option no number gives it 0; else such
    ballots are left out.
    """
    counts = {option: [0] * (most + 1) for option in poll.options}
    for mark, number in poll.marks:
        for option, value in mark:
            counts[option][value] += number
    for option, numbers in zip(poll.options, poll.numbers, strict=False):  # none where there are marks
        counts[option][: len(numbers)] = numbers
    if everyone is not None:
        for given in counts.values():
            given[0] = everyone - sum(given[1:])
    return {option: tuple(given) for option, given in counts.items()}


def sum_of(profile: Profile) -> Fraction:
    """Give what an option is worth where numbers are added up."""
    return Fraction(total(profile))


def mean_of(profile: Profile) -> Fraction:
    """Give what an option is worth where each is judged by those who gave it a number; 0 when nobody did."""
    return Fraction(total(profile), sum(profile)) if sum(profile) else Fraction(0)


def ranking(given: Profiles, worth: Worth) -> tuple[tuple[str, ...], ...]:
    """Give the options from the one worth most down, equal ones together."""
    worths = {option: worth(profile) for option, profile in given.items()}
    levels = sorted(set(worths.values()), reverse=True)
    return tuple(tuple(option for option in given if worths[option] == level) for level in levels)


def _levels(poll: Poll, given: Profiles, worth: Worth, zero_counts: bool) -> tuple[Level, ...]:
    """Give the levels of the options that can be chosen: none when no ballot expresses anything.

    An option that nobody gave anything cannot be; where 0 is a judgment (``zero_counts``), one that nobody
    judged cannot be.
    """
    stands = sum if zero_counts else total
    able = {option: profile for option, profile in given.items() if stands(profile)}
    order = ranking(able, worth) if poll.marked else ()
    return tuple(Level(level, total(given[level[0]])) for level in order)


def counted(
    poll: Poll,
    rule: DecisionRule,
    given: Callable[[Poll, DecisionRule], Profiles],
    worth: Callable[[DecisionRule], Worth],
    working: Working | None = None,
    judged: bool = False,
    most: int = 1,
) -> Result:
    """Give the result of a poll; ``given`` makes the profiles, ``worth`` says what one is worth.

    Where nothing else is worked out, the sums are votes, and are the totals of the result. ``most`` is what
    a ballot may give one option. ``judged`` tells that ballots judge, so that 0 is something said, and that
    what an empty cell is worth is a convention.
    """

    def decision_of(some: Poll, under: DecisionRule) -> Decision:
        return decide(some, under, _levels(some, given(some, under), worth(under), judged))

    decision, mine = decision_of(poll, rule), given(poll, rule)
    return Result(
        question=poll.question,
        figures=poll.figures,
        totals=() if working else tuple(OptionTotal(option, total(one)) for option, one in mine.items()),
        decision=decision,
        working=working,
        ranking=ranking(mine, worth(rule)),
        margin=_margin(
            poll, rule, decision, mine, worth(rule), lambda some: decision_of(some, rule).outcome, most
        ),
        sensitivity=(
            *(gaps_otherwise(poll, rule, lambda other: decision_of(poll, other).outcome) if judged else ()),
            *under_other_conventions(
                rule, poll.figures, lambda other: decision_of(poll, other).outcome, majorities=False
            ),
        ),
        set_aside=poll.set_aside,
    )


def gaps_otherwise(
    poll: Poll, rule: DecisionRule, outcome_under: Callable[[DecisionRule], Outcome]
) -> tuple[Alternative, ...]:
    """Give the outcome where empty cells are worth something else, when a ballot that judges has any."""
    if poll.given == poll.marked * len(poll.options):
        return ()
    return declared_otherwise(rule, {"not_judged": ("worst-grade", "ignored")}, outcome_under)


def _margin(
    poll: Poll,
    rule: DecisionRule,
    decision: Decision,
    given: Profiles,
    worth: Worth,
    outcome_of: Callable[[Poll], Outcome],
    most: int,
) -> Margin:
    """Give how close it was; with several seats, or a threshold, no least number above one is claimed."""
    missed = quorum_missed(decision)
    if missed is not None:
        return missed
    one_leads = (rule.seats is None or rule.seats.value == 1) and rule.threshold is None
    if poll.by_hand and not one_leads:
        return Margin(because="sums")
    if poll.by_hand and most > 1:
        return _of_sums(decision.outcome, given, most)
    if poll.figures.cast is None:
        return Margin(because="unknown")
    return grade_margin(poll, given, decision.outcome, outcome_of, partial(_leads, worth), bounded=one_leads)


def _of_sums(outcome: Outcome, given: Profiles, most: int) -> Margin:
    """Give what sums alone prove: a ballot moves two options apart by ``most`` on each side, at the most."""
    if outcome.verdict is not Verdict.ELECTED:
        return Margin(because="sums")
    votes = sorted((total(profile) for profile in given.values()), reverse=True)
    ahead = votes[0] - votes[1] if len(votes) > 1 else votes[0]
    return Margin(because="sums", at_least=-(-ahead // (2 * most)))


def _leads(worth: Worth, one: Profile, other: Profile) -> bool:
    return worth(one) > worth(other)
