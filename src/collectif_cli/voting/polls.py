"""From the papers of a vote to the polls of its questions, or what forbids making them."""

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import Counts, DecisionRule, Question, Vote
from collectif_cli.voting.ballots import poll_of_ballots
from collectif_cli.voting.drawing import drawing_faults, poll_to_draw
from collectif_cli.voting.electorate import Voters, figures_of
from collectif_cli.voting.entries import faults_of_entries
from collectif_cli.voting.followed import without_options
from collectif_cli.voting.hands import ballots_needed, poll_of_counts
from collectif_cli.voting.method import Method, Poll
from collectif_cli.voting.objections import objections_to, unplaced

Polls = tuple[tuple[Poll, ...], tuple[Finding, ...]]


def polls_of(
    vote: Vote, questions: tuple[Question, ...], rule: DecisionRule, method: Method, voters: Voters
) -> Polls:
    """Give the polls of the questions, and what forbids making them."""
    without = tuple(without_options(questions, method))
    if not method.reads:
        faults = drawing_faults(vote, rule)
        lots = tuple(poll_to_draw(vote, one, method, voters) for one in questions)
        return (() if faults else lots), (*without, *faults)
    if vote.counts is not None:
        polls, faults = _of_counts(vote, vote.counts, questions, rule, method, voters)
    elif vote.entries:
        faults = faults_of_entries(vote, questions, rule, method)
        bad = bool(without or faults)
        entry = vote.entries[0]
        polls = () if bad else tuple(poll_of_ballots(entry, one, rule, method, voters) for one in questions)
    elif vote.rounds is not None and "rounds" in method.reads:
        polls, faults = tuple(_of_rounds(one, method, voters) for one in questions), ()
    else:
        polls, faults = (), (_unheld(vote),)
    if "rounds" in method.reads and vote.rounds is not None and not faults:
        polls, faults = _with_objections(vote, questions, polls)
    return polls, (*without, *faults)


def _of_counts(
    vote: Vote,
    counts: Counts,
    questions: tuple[Question, ...],
    rule: DecisionRule,
    method: Method,
    voters: Voters,
) -> Polls:
    """Give the polls from the counts that lie beside the vote."""
    needed = ballots_needed(method, counts.span)
    if needed is not None:
        return (), (needed,)
    polls: list[Poll] = []
    faults: list[Finding] = []
    for question in questions:
        poll, found = poll_of_counts(vote, counts, question, rule, method, voters)
        faults.extend(found)
        if poll is not None:
            polls.append(poll)
    return tuple(polls), tuple(dict.fromkeys(faults))


def _of_rounds(question: Question, method: Method, voters: Voters) -> Poll:
    """Give the poll of a question on which nobody counted who said what."""
    return Poll(question=question.id.value, options=method.options(question), figures=figures_of(voters))


def _with_objections(vote: Vote, questions: tuple[Question, ...], polls: tuple[Poll, ...]) -> Polls:
    """Give the polls with what the rounds tell of the objections to each question."""
    faults = list(unplaced(vote.rounds, questions)) if vote.rounds is not None else []
    heard: list[Poll] = []
    for question, poll in zip(questions, polls, strict=True):
        objections, found = objections_to(question, vote.rounds, len(questions) == 1)
        faults += found
        heard.append(replace(poll, objections=objections))
    return tuple(heard), tuple(faults)


def is_elsewhere(vote: Vote) -> bool:
    """Tell whether the ballots are sealed, and nothing of them is here."""
    return vote.ballots.value == "sealed" and not (vote.boxes or vote.counts or vote.rounds)


def elsewhere(vote: Vote) -> Finding:
    """Say that the ballots are kept apart."""
    hint = message("whoever keeps them counts them, where they are")
    return Finding(
        vote.ballots.span, message("the ballots of this vote are sealed, and kept elsewhere"), hint
    )


def _unheld(vote: Vote) -> Finding:
    hint = message("enter the ballots in ballots.csv, or a show of hands in counts.yaml")
    return Finding(vote.span, message("this vote has no ballots and no counts yet"), hint)
