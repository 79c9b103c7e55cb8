"""From the papers of a vote to the polls of its questions, or what forbids making them."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.voting.ballots import poll_of_ballots
from collectif_cli.voting.electorate import Voters, figures_of
from collectif_cli.voting.entries import faults_of_entries
from collectif_cli.voting.hands import poll_of_counts
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
    if vote.counts is not None and not {"counts", "sums"} & set(method.reads):
        said = message("this method needs the ballots themselves, and there are only counts")
        return (), (*faults, Finding(vote.counts.span, said))
    if vote.counts is None:
        faults.extend(faults_of_entries(vote, questions, rule, method) if vote.entries else ())
        faults.extend(_unheld(vote, method))
        if faults:
            return (), tuple(faults)
        return tuple(_poll(vote, one, rule, method, voters) for one in questions), ()
    polls: list[Poll] = []
    for question in questions:
        poll, found = poll_of_counts(vote, vote.counts, question, rule, method, voters)
        faults.extend(found)
        if poll is not None:
            polls.append(poll)
    return tuple(polls), tuple(dict.fromkeys(faults))


def _poll(vote: Vote, question: Question, rule: DecisionRule, method: Method, voters: Voters) -> Poll:
    """Give the poll of a question from the ballots, or with nothing but the rounds where there are none."""
    if vote.entries:
        poll = poll_of_ballots(vote.entries[0], question, rule, method, voters)
    else:
        poll = Poll(question=question.id.value, options=method.options(question), figures=figures_of(voters))
    return replace(
        poll,
        strata=strata_of(question),
        rounds=vote.rounds,
        frozen=vote.frozen.digest.value if vote.frozen else "",
    )


def strata_of(question: Question) -> tuple[tuple[str, str], ...]:
    """Give the part of the people that each option stands for, where it is written."""
    return tuple(
        (option.id.value, stratum.value)
        for option in question.options
        if (stratum := option.stratum or option.sex) is not None
    )


def _unheld(vote: Vote, method: Method) -> Iterator[Finding]:
    """Yield that what the method counts from is not there."""
    if vote.entries or not method.reads or (vote.rounds is not None and "rounds" in method.reads):
        return
    if method.reads == ("rounds",):
        hint = message("write what was said, round by round, in rounds.yaml")
        yield Finding(vote.span, message("this vote has no rounds yet"), hint)
    else:
        hint = message("enter the ballots in ballots.csv, or a show of hands in counts.yaml")
        yield Finding(vote.span, message("this vote has no ballots and no counts yet"), hint)
