"""From the papers of a vote to the polls of its questions, or what forbids making them."""

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.voting.ballots import poll_of_ballots
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.entries import faults_of_entries
from collectif_cli.voting.hands import ballots_needed, poll_of_counts
from collectif_cli.voting.method import Method, Poll


def polls_of(
    vote: Vote, questions: tuple[Question, ...], rule: DecisionRule, method: Method, voters: Voters
) -> tuple[tuple[Poll, ...], tuple[Finding, ...]]:
    """Give the polls of the questions, and what forbids making them."""
    faults = [
        Finding(one.id.span, message("the question “{question}” offers no options", question=one.id.value))
        for one in questions
        if not method.options(one)
    ]
    if vote.counts is None:
        faults.extend(faults_of_entries(vote, questions, rule, method) if vote.entries else [_unheld(vote)])
        if faults:
            return (), tuple(faults)
        entry = vote.entries[0]
        return tuple(poll_of_ballots(entry, one, rule, method, voters) for one in questions), ()
    needed = ballots_needed(method, vote.counts.span)
    if needed is not None:
        return (), (*faults, needed)
    polls: list[Poll] = []
    for question in questions:
        poll, found = poll_of_counts(vote, vote.counts, question, rule, method, voters)
        faults.extend(found)
        if poll is not None:
            polls.append(poll)
    return tuple(polls), tuple(dict.fromkeys(faults))


def _unheld(vote: Vote) -> Finding:
    hint = message("enter the ballots in ballots.csv, or a show of hands in counts.yaml")
    return Finding(vote.span, message("this vote has no ballots and no counts yet"), hint)
