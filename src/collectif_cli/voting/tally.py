"""The one door to a count: a vote, its rule and who could vote in; the results out, or why there are none."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.identifiers import VoteId
from collectif_cli.model.message import message, messages
from collectif_cli.model.noun import Noun
from collectif_cli.model.plenary import UNTOLD
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import not_counted, undeclared
from collectif_cli.voting.electorate import Voters, figures_of
from collectif_cli.voting.followed import unknown_default
from collectif_cli.voting.held import Held, held, record_of
from collectif_cli.voting.many import read_many, row_by_row
from collectif_cli.voting.method import Poll
from collectif_cli.voting.needed_figures import unknown_figures
from collectif_cli.voting.outcome import Decision, Outcome, Result, Verdict
from collectif_cli.voting.polls import elsewhere, is_elsewhere, polls_of
from collectif_cli.voting.proxies import proxy_faults
from collectif_cli.voting.quotas import declined_faults, quota_faults, with_people

# The names of the two independent entries of the same paper ballots.
_ONE_OF_TWO = ("/ballots-a.csv", "/ballots-b.csv")


class Tally(Noun):
    """The count of a whole vote: a result for each question, in the order of the paper.

    ``digest`` is that of what it was ``counted_from``, the ``ballots``, the ``counts`` or the ``rounds``; a
    ``lot`` has none. ``heard`` is that of the rounds which go with any of them. ``record`` is ``recorded``,
    or why nothing could be counted, with the ``sources`` that speak of it. A ``sealed`` one holds no figure,
    but a ``commitment`` to them; see ``sealing``.
    """

    vote: VoteId
    rule: DecisionRule
    voters: Voters
    questions: tuple[Question, ...]
    results: tuple[Result, ...]
    digest: str
    counted_from: str
    heard: str = ""
    frozen: str = ""
    record: str = "recorded"
    sources: tuple[str, ...] = ()
    sealed: bool = False
    commitment: str = ""


def tally(vote: Vote, rule: DecisionRule, voters: Voters) -> tuple[Tally | None, tuple[Finding, ...]]:
    """Count every question of ``vote``; give None and every reason when it cannot be counted.

    A vote whose counts are undisclosed, missing or disputed is counted as far as that goes: each of its
    questions is undecided, for that reason.
    """
    questions = questions_of(vote)
    stops = tuple(_stops(vote, questions))
    if stops:
        return None, stops
    method = METHODS.get(rule.method.value)
    record = record_of(vote, method)
    if record in UNTOLD:
        results = tuple(_untold(question, voters, record) for question in questions)
        return _tally(vote, rule, voters, results, held(vote, questions, rule, method)), ()
    if is_elsewhere(vote) and (method is None or method.reads):
        return None, (elsewhere(vote),)
    if method is None:
        return None, (not_counted(rule.method),)
    many = read_many(vote, questions, rule, method, voters)
    if many is None:
        vote, unread = row_by_row(vote)
        if unread:
            return None, unread
    polls, faults = many[:2] if many else polls_of(vote, questions, rule, method, voters)
    faults = (
        *undeclared(rule, method),
        *unknown_default(rule, questions),
        *quota_faults(rule, questions, method),
        *declined_faults(vote, questions, rule, method),
        *faults,
        *_beyond(vote, polls, voters),
    )
    faults = faults or tuple(
        dict.fromkeys(one for poll in polls for one in unknown_figures(vote, rule, poll.figures))
    )
    if faults:
        return None, faults
    polls = with_people(vote, questions, polls)
    results = tuple(method.count(poll, rule) for poll in polls)
    digest = many.digest if many else ""
    return _tally(vote, rule, voters, results, held(vote, questions, rule, method, digest)), ()


def questions_of(vote: Vote) -> tuple[Question, ...]:
    """Give what is asked: as it was frozen, once the vote is open."""
    return (vote.frozen.questions if vote.frozen else ()) or vote.questions


def _tally(vote: Vote, rule: DecisionRule, voters: Voters, results: tuple[Result, ...], of: Held) -> Tally:
    return Tally(
        vote=vote.id,
        rule=rule,
        voters=voters,
        questions=questions_of(vote),
        results=results,
        frozen=vote.frozen.digest.value if vote.frozen else "",
        digest=of.digest,
        counted_from=of.counted_from,
        heard=of.heard,
        record=of.record,
        sources=of.sources,
    )


def _stops(vote: Vote, questions: tuple[Question, ...]) -> Iterator[Finding]:
    """Yield what forbids any count, whatever the method."""
    if vote.cancelled is not None:
        said = message("this vote was called off: {reason}", reason=vote.cancelled.reason.value)
        yield Finding(vote.cancelled.reason.span, said)
    if not questions:
        yield Finding(vote.span, message("this vote asks no question"))
    if vote.frozen and vote.frozen.questions and _asked(vote.questions) != _asked(vote.frozen.questions):
        said = message("the questions are no longer those that were frozen when the vote opened")
        yield Finding(vote.span, said, message("put them back as they stand under “frozen”"))
    if len(vote.entries) == 1 and vote.entries[0].span.path.endswith(_ONE_OF_TWO):
        said = message("the ballots were entered once, and the name of the file promises two entries")
        hint = message("enter them again in the other file, or call this one ballots.csv")
        yield Finding(vote.entries[0].span, said, hint)
    yield from proxy_faults(vote.electorate)
    if vote.boxes and vote.counts is not None:
        said = message("this vote has both ballots and counts")
        yield Finding(vote.counts.span, said, message("keep the one that is the record"))


def _asked(questions: tuple[Question, ...]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Give what the voters read, without the places where it is written."""
    return [
        (one.id.value, one.title.value, [(option.id.value, option.title.value) for option in one.options])
        for one in questions
    ]


def _untold(question: Question, voters: Voters, record: str) -> Result:
    """Give the result of a question about which the record says nothing that can be counted."""
    figures = figures_of(voters)
    outcome = Outcome(Verdict.UNDECIDED, because=record)
    return Result(question=question.id.value, figures=figures, totals=(), decision=Decision(outcome=outcome))


def _beyond(vote: Vote, polls: tuple[Poll, ...], voters: Voters) -> Iterator[Finding]:
    """Yield that more voted than could."""
    most = voters.most
    voted = max(((poll.figures.expressed or 0) + poll.figures.unexpressed for poll in polls), default=0)
    if most is not None and voted > most:
        parts = (vote.counts, *vote.boxes)
        place = next((part.span for part in parts if part is not None), vote.span)
        said = messages(
            "{n} person voted where {most} could",
            "{n} people voted where {most} could",
            voted,
            most=most,
        )
        yield Finding(place, said, message("look for ballots entered twice, or correct the attendance"))
