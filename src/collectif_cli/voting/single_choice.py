"""What the methods share in which a ballot names one option: totals, the option that leads, the result."""

from collections.abc import Callable, Sequence

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.leaders import Level, decide
from collectif_cli.voting.margin import margin_of_votes
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Decision, OptionTotal, Result
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
    votes = {one.option: one.votes for one in totals(poll)}
    levels = [
        Level(tuple(option for option in votes if votes[option] == number), number)
        for number in sorted({number for number in votes.values() if number}, reverse=True)
    ]
    return decide(poll, rule, levels)


def counted(poll: Poll, rule: DecisionRule, settle: Callable[[Poll, DecisionRule], Decision]) -> Result:
    """Give the result of a poll that ``settle`` decides: totals, decision, margin, other conventions."""
    decision, votes = settle(poll, rule), totals(poll)
    return Result(
        question=poll.question,
        figures=poll.figures,
        totals=votes,
        decision=decision,
        margin=margin_of_votes(
            tuple(one.votes for one in votes),
            poll.figures,
            decision,
            lambda others: settle(with_votes(poll, others), rule).outcome,
        ),
        sensitivity=under_other_conventions(rule, poll.figures, lambda other: settle(poll, other).outcome),
        set_aside=poll.set_aside,
    )
