"""The second call: the same questions, asked again after some days, when the quorum of the first vote
failed."""

from collections.abc import Iterator
from datetime import date, timedelta

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.frozen import questions_record


def called_again(rule: DecisionRule) -> DecisionRule:
    """Give the rule of a second call: the same, with the quorum that it has for that, and no third call.

    A rule that knows no second call is taken as it is: it is one already.
    """
    if rule.second_call is None:
        return rule
    return replace(rule, quorum=rule.second_call.quorum, second_call=None)


def second_call_faults(vote: Vote, first: Vote | None, first_rule: DecisionRule | None) -> Iterator[Finding]:
    """Yield why ``vote`` cannot be a second call of ``first``; nothing when it is none, or is in order."""
    named = vote.second_call_of
    if named is None or first is None or first_rule is None:
        return
    if first.id == vote.id:
        yield Finding(named.span, message("a vote is not a second call of itself"))
        return
    if first_rule.second_call is None:
        yield Finding(named.span, *knows_no_second_call(first))
        return
    yield from _too_early(vote, first, first_rule.second_call.after.value)
    if questions_record(vote.questions) != questions_record(first.questions):
        said = message("the questions are not those of “{vote}”", vote=first.id)
        yield Finding(named.span, said, message("a second call asks the same questions, on the same texts"))


def knows_no_second_call(first: Vote) -> tuple[Message, Message]:
    """Say that nothing follows when the quorum of a vote fails, and what to do."""
    said = message("the rule of “{vote}” knows no second call", vote=first.id)
    return said, message("ask it as a vote of its own")


def day_of_vote(vote: Vote) -> date | None:
    """Give the day of a vote; the one on which it opens when it lasts several."""
    if vote.date is not None:
        return vote.date.value
    return vote.opens.value.day if vote.opens is not None else None


def _too_early(vote: Vote, first: Vote, days: int) -> Iterator[Finding]:
    one, other = day_of_vote(first), day_of_vote(vote)
    if one is not None and other is not None and other < one + timedelta(days=days):
        said = messages(
            "this second call is less than {n} day after the first",
            "this second call is less than {n} days after the first",
            days,
        )
        place = vote.date or vote.opens or vote.title
        yield Finding(place.span, said, message("hold it on {day} or later", day=one + timedelta(days=days)))
