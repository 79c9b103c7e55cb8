"""Family ``vote``, what is asked: of whom, when, with which answers."""

from collections.abc import Iterator
from datetime import date

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.plenary import UNTOLD
from collectif_cli.model.register import Register
from collectif_cli.model.source import Span, repeated
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.duration import closes_before_it_opens
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.followed import without_options

_FILES = ("ballots.csv", "ballots-a.csv", "ballots-b.csv", "counts.yaml", "rounds.yaml", "result.yaml")


def no_question(vote: Vote, register: Register) -> Iterator[Finding]:
    """A vote asks at least one question."""
    if not vote.questions:
        yield Finding(
            vote.title.span, message("this vote asks nothing"), message("add a question under “questions”")
        )


def question_twice(vote: Vote, register: Register) -> Iterator[Finding]:
    """Each question of a vote has its own id."""
    for again, first in repeated(question.id for question in vote.questions):
        said = message(
            "the question “{id}” is there twice, first on line {line}", id=again.value, line=first.span.line
        )
        yield Finding(again.span, said, message("give it another id"))


def option_twice(vote: Vote, register: Register) -> Iterator[Finding]:
    """Each option of a question has its own id."""
    for question in vote.questions:
        for again, first in repeated(option.id for option in question.options):
            said = message(
                "the option “{id}” is there twice, first on line {line}", id=again.value, line=first.span.line
            )
            yield Finding(again.span, said, message("give it another id"))


def no_options(vote: Vote, register: Register) -> Iterator[Finding]:
    """A question lists its answers when the way of voting cannot know them."""
    rule = rule_of(vote, register.collective)
    method = METHODS.get(rule.method.value) if rule is not None else None
    if rule is not None and method is not None and not _is_kept_elsewhere(vote, rule):
        yield from without_options(vote.questions, method)


def _is_kept_elsewhere(vote: Vote, rule: DecisionRule) -> bool:
    """Tell whether the names may be under seal, with the papers on which they are written."""
    return rule.method.value == "nomination" and vote.ballots.value == "sealed"


def id_date(vote: Vote, register: Register) -> Iterator[Finding]:
    """The folder of a vote that starts with a date starts with the one of the vote."""
    day, span = _day(vote)
    named = _date_in(vote.id)
    if day is not None and named is not None and named != day:
        said = message("the folder is called “{id}” and the vote is on {date}", id=vote.id, date=day)
        yield Finding(span, said, message("correct the date, or rename the folder"))


def plenary_mismatch(vote: Vote, register: Register) -> Iterator[Finding]:
    """A vote of a plenary is held on the day of the plenary."""
    plenary = register.plenaries.get(vote.plenary.value) if vote.plenary else None
    if plenary is not None and vote.date is not None and vote.date.value != plenary.date.value:
        said = message(
            "the vote is on {date} and its plenary on {plenary}",
            date=vote.date.value,
            plenary=plenary.date.value,
        )
        yield Finding(vote.date.span, said, message("correct one of the two dates"))


def dates_reversed(vote: Vote, register: Register) -> Iterator[Finding]:
    """A vote closes after it opens."""
    yield from closes_before_it_opens(vote)


def electorate_empty(vote: Vote, register: Register) -> Iterator[Finding]:
    """It is known who may vote: which group, how many people on the roll, how many in the room."""
    electorate = vote.electorate
    kind = electorate.kind.value
    if vote.cancelled is not None or vote.frozen is not None or _is_untold(vote, register):
        return
    if vote.ballots.value == "none":  # lots are drawn: nobody votes
        return
    if kind == "group":
        missing = electorate.group is None
    elif kind == "roll":
        roll = (register.votes.get(vote.id) or vote).roll
        missing = not electorate.roll and roll is None and electorate.registered is None
    elif kind == "present":
        voters = voters_of(vote, register.plenaries, register.groups, register.candidates)
        day, _ = _day(vote)
        missing = voters.present is None and day is not None and day < register.today
    else:
        missing = False
    if missing:
        yield Finding(electorate.kind.span, *_WHO[kind])


def _is_untold(vote: Vote, register: Register) -> bool:
    """Tell whether the record of the count, which lies beside the vote, is silent or contradicts itself."""
    counts = register.votes[vote.id].counts if vote.id in register.votes else None
    return counts is not None and counts.record is not None and counts.record.value in UNTOLD


_WHO: dict[str, tuple[Message, Message]] = {
    "group": (
        message("a group votes, and nothing says which"),
        message("add “group” under “electorate”"),
    ),
    "roll": (
        message("a roll votes, and nothing says how many are on it"),
        message("add “registered” or “roll” under “electorate”"),
    ),
    "present": (
        message("those present vote, and nothing says how many they were"),
        message("write it under “electorate”, or under “attendance” in the plenary"),
    ),
}


def parts_without_vote(register: Register, _: Register) -> Iterator[Finding]:
    """Ballots and counts lie beside the vote that they belong to."""
    for path in sorted(path for path in register.paths if path.startswith("programme/votes/")):
        folder, name = path.rsplit("/", 1)
        if name in _FILES and f"{folder}/vote.yaml" not in register.paths:
            yield Finding(
                Span(path),
                message("there is no vote.yaml beside this file, so it is not counted"),
                message("write vote.yaml in this folder, or move the file to the folder of its vote"),
            )


def _day(vote: Vote) -> tuple[date | None, Span]:
    """Give the day of a vote and its place; the day on which it opens when it lasts several."""
    if vote.date is not None:
        return vote.date.value, vote.date.span
    if vote.opens is not None:
        return vote.opens.value.day, vote.opens.span
    return None, vote.span


def _date_in(id: str) -> date | None:
    try:
        return date.fromisoformat(id[:10])
    except ValueError:
        return None
