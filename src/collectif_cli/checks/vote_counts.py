"""Family ``vote``, the figures: what lies beside a vote is what it announced, and it adds up."""

from collections.abc import Iterator
from datetime import date

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.register import Register
from collectif_cli.model.vote import Counts, Question, QuestionCount, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.objections import objections_to, unplaced

# Methods in which a ballot goes to one option, so that the numbers add up to the ballots.
_ONE_EACH = frozenset({"majority", "plurality", "consent"})
_UNSURE = frozenset({"missing", "disputed"})


def counts_and_ballots(register: Register, _: Register) -> Iterator[Finding]:
    """What lies beside a vote is what it announced: ballots, a count by hand, or nothing when sealed."""
    for vote in register.votes.values():
        kind = vote.ballots.value
        if kind in {"counts", "sealed", "none"}:
            for entry in vote.boxes:
                said = message("the vote announces “{kind}”, and here are ballots", kind=kind)
                yield Finding(
                    entry.span, said, message("correct “ballots” in vote.yaml, or remove this file")
                )
        if kind != "counts" and vote.counts is not None:
            said = message("the vote announces “{kind}”, and here is a count by hand", kind=kind)
            yield Finding(
                vote.counts.span, said, message("correct “ballots” in vote.yaml, or remove this file")
            )


def not_counted(register: Register, _: Register) -> Iterator[Finding]:
    """Once the day of a vote is past, there is something to count."""
    for vote in register.votes.values():
        day = _last_day(vote, register)
        held = vote.boxes or vote.counts or vote.rounds
        waits = (
            vote.cancelled is None
            and vote.ballots.value not in {"sealed", "none"}
            and not _has_unread_parts(vote, register)
        )
        if not held and waits and day is not None and day < register.today:
            yield Finding(
                vote.ballots.span,
                message("this vote was held on {date}, and there is nothing to count", date=day),
                message("add the ballots or the counts, or say why the vote was called off: “cancelled”"),
            )


def unknown_option(register: Register, _: Register) -> Iterator[Finding]:
    """A count by hand is about the questions and the options of its vote."""
    for vote, counts in _counted(register):
        questions = {question.id.value: question for question in vote.questions}
        for count in counts.questions:
            question = questions.get(count.question.value)
            if question is None:
                near = nearest(count.question.value, questions)
                said = message("the vote has no question “{id}”", id=count.question.value)
                yield Finding(count.question.span, said, _meant(near))
            else:
                yield from _strange_options(vote, question, count, register)


def more_than_electorate(register: Register, _: Register) -> Iterator[Finding]:
    """No more vote than could."""
    for vote in register.votes.values():
        most = voters_of(vote, register.plenaries, register.groups, register.candidates).most
        if most is None or vote.cancelled is not None:
            continue
        cast = vote.counts.cast if vote.counts else None
        tops = [(cast.value, cast.span)] if cast else []
        tops += [(len(entry.rows), entry.rows[most].span) for entry in vote.entries if len(entry.rows) > most]
        for number, span in tops:
            if number > most:
                said = messages(
                    "{n} vote for {most} who could vote",
                    "{n} votes for {most} who could vote",
                    number,
                    most=most,
                )
                yield Finding(span, said, message("count again, or correct how many could vote"))


def counts_do_not_add(register: Register, _: Register) -> Iterator[Finding]:
    """The options, the blank votes, the abstentions and those set aside make up all the votes."""
    for vote, counts in _counted(register):
        rule = rule_of(vote, register.collective)
        sure = counts.record is None or counts.record.value not in _UNSURE
        if counts.cast is None or rule is None or rule.method.value not in _ONE_EACH or not sure:
            continue
        for count in counts.questions:
            apart = (count.blank, count.abstain, count.invalid)
            told = sum(one.count.value for one in count.options) + sum(one.value for one in apart if one)
            if told > counts.cast.value or (told < counts.cast.value and all(apart[::2])):
                said = messages(
                    "the question “{question}” has {n} vote where {cast} voted",
                    "the question “{question}” has {n} votes where {cast} voted",
                    told,
                    question=count.question.value,
                    cast=counts.cast.value,
                )
                yield Finding(count.question.span, said, message("count again, or correct “cast”"))


def expected_differs(register: Register, _: Register) -> Iterator[Finding]:
    """As many ballots are entered as papers were handed in."""
    for vote in register.votes.values():
        expected = vote.expected_ballots
        if expected is None:
            continue
        entered = [(len(entry.rows), entry.span) for entry in vote.entries]
        if vote.counts is not None and vote.counts.cast is not None:
            entered.append((vote.counts.cast.value, vote.counts.cast.span))
        for number, span in entered:
            if number != expected.value:
                said = messages(
                    "{n} ballot was entered where {expected} are expected",
                    "{n} ballots were entered where {expected} are expected",
                    number,
                    expected=expected.value,
                )
                hint = message("a ballot with nothing on it, or that cannot count, is entered too")
                yield Finding(span, said, hint)


def objection_unclear(register: Register, _: Register) -> Iterator[Finding]:
    """An objection is raised once, then comes to one end: dismissed, merged, lifted or maintained."""
    for vote in register.votes.values():
        if vote.rounds is not None:
            yield from unplaced(vote.rounds, vote.questions)
            for question in vote.questions:
                yield from objections_to(question, vote.rounds, len(vote.questions) == 1)[1]


def _counted(register: Register) -> Iterator[tuple[Vote, Counts]]:
    for vote in register.votes.values():
        if vote.counts is not None:
            yield vote, vote.counts


def _strange_options(
    vote: Vote, question: Question, count: QuestionCount, register: Register
) -> Iterator[Finding]:
    known = _options(vote, question, register)
    for one in count.options:
        if known and one.option.value not in known:
            said = message("the question has no option “{id}”", id=one.option.value)
            yield Finding(one.option.span, said, _meant(nearest(one.option.value, known)))


def _options(vote: Vote, question: Question, register: Register) -> list[str]:
    """Give what may be counted for a question: its options, or those that the method knows by itself."""
    rule = rule_of(vote, register.collective)
    listed = [option.id.value for option in question.options]
    if rule is not None and rule.method.value == "majority" and not listed:
        return [*METHODS["majority"].options(question), "abstain", "pour", "contre", "abstention"]
    return listed


def _meant(near: str | None) -> Message | None:
    return message("did you mean “{near}”?", near=near) if near else None


def _last_day(vote: Vote, register: Register) -> date | None:
    """Give the last day on which one may vote."""
    if vote.closes is not None:
        return vote.closes.value.day
    if vote.date is not None:
        return vote.date.value
    plenary = register.plenaries.get(vote.plenary.value) if vote.plenary and vote.opens is None else None
    return plenary.date.value if plenary is not None else None


def _has_unread_parts(vote: Vote, register: Register) -> bool:
    """Tell whether ballots or counts are there that could not be read, which is said elsewhere."""
    names = (f"ballots:{vote.id}/", f"counts:{vote.id}", f"rounds:{vote.id}")
    return any(name.startswith(names) for name in register.unreadable)
