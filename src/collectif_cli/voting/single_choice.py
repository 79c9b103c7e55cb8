"""What the methods share in which a ballot names one option: totals, the option that leads, the result."""

from collections.abc import Callable, Sequence

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.conditions import base_used, quorum_test, threshold_test
from collectif_cli.voting.leaders import choose, what_follows
from collectif_cli.voting.margin import margin_of_votes
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Decision, OptionTotal, Outcome, Result, TieBreak, Verdict
from collectif_cli.voting.sensitivity import under_other_conventions


def totals(poll: Poll) -> tuple[OptionTotal, ...]:
    """Give the votes of each option, in the order of the paper."""
    votes = dict.fromkeys(poll.options, 0)
    for mark, number in poll.marks:
        votes[mark[0][0]] += number
    return tuple(OptionTotal(option, votes[option]) for option in poll.options)


def with_votes(poll: Poll, votes: Sequence[int]) -> Poll:
    """Give the poll as it would be with those votes for its options, out of the same ballots handed in."""
    marks = tuple(
        (((option, 1),), number) for option, number in zip(poll.options, votes, strict=True) if number
    )
    return replace(poll, marks=marks, figures=replace(poll.figures, expressed=sum(votes)))


def lead(poll: Poll, rule: DecisionRule) -> Decision:
    """Give the decision where the option with most votes is chosen, if it meets the threshold, if any."""
    counted = totals(poll)
    most = max((one.votes for one in counted), default=0)
    base = base_used(rule, poll.figures) if rule.threshold else None
    test = threshold_test(rule.threshold.value, most, base.number) if rule.threshold and base else None
    quorum = quorum_test(rule, poll.figures)
    ties: tuple[TieBreak, ...] = ()
    if quorum is not None and not quorum.reached:
        outcome = Outcome(Verdict.NO_QUORUM)
    elif most == 0:
        outcome = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    elif test is not None and not test.reached:
        outcome = Outcome(Verdict.UNDECIDED, because="threshold")
    else:
        leaders = tuple(one.option for one in counted if one.votes == most)
        outcome, ties = choose(poll.question, leaders, rule)
    follows = what_follows(outcome, rule)
    return Decision(outcome=outcome, base=base, quorum=quorum, threshold=test, ties=ties, follows=follows)


def counted(poll: Poll, rule: DecisionRule, decide: Callable[[Poll, DecisionRule], Decision]) -> Result:
    """Give the result of a poll that ``decide`` settles: totals, decision, margin, other conventions."""
    decision, votes = decide(poll, rule), totals(poll)
    return Result(
        question=poll.question,
        figures=poll.figures,
        totals=votes,
        decision=decision,
        margin=margin_of_votes(
            tuple(one.votes for one in votes),
            poll.figures,
            decision,
            lambda others: decide(with_votes(poll, others), rule).outcome,
        ),
        sensitivity=under_other_conventions(rule, poll.figures, lambda other: decide(poll, other).outcome),
        set_aside=poll.set_aside,
    )
