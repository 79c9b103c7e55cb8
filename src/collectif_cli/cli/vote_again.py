"""A second call: what a new vote takes over from the one whose quorum failed."""

from typing import NamedTuple

from collectif_cli.cli.vote_count import rule_called, vote_called
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.model.record import Record
from collectif_cli.model.vote import Option, Vote
from collectif_cli.store.new_votes import NewOption, NewQuestion
from collectif_cli.voting.frozen import rule_record
from collectif_cli.voting.second_call import called_again, knows_no_second_call
from collectif_cli.voting.tally import questions_of


class FirstVote(NamedTuple):
    """What a second call cannot choose: the rule that it has, and the questions of the first vote."""

    vote: Vote
    rule: Record
    questions: tuple[NewQuestion, ...]


def first_vote(programme: Programme, id: str, typed: tuple[tuple[str, object], ...]) -> FirstVote:
    """Give the first vote, with its rule wherever that is written: frozen, in the vote, or in the collective.

    ``typed`` pairs each option that says what a second call takes over with what was typed for it.
    Raise Refused when the rule knows no second call, UsageError when one of those was typed all the same.
    """
    first = vote_called(id, programme)
    for flag, value in typed:
        if value:
            said = message("a second call has the questions and the rule of “{vote}”", vote=first.id)
            raise UsageError(said, message("do without “{flag}”", flag=flag))
    rule = rule_called(first, programme)
    if rule.second_call is None:
        raise Refused(*knows_no_second_call(first))
    return FirstVote(
        vote=first,
        rule=rule_record(called_again(rule)),
        questions=tuple(
            NewQuestion(
                one.id.value,
                one.title.value,
                tuple(on.value for on in one.on),
                tuple(_option(option) for option in one.options),
            )
            for one in questions_of(first)
        ),
    )


def _option(one: Option) -> NewOption:
    return NewOption(
        one.id.value,
        one.title.value,
        one.sex.value if one.sex else "",
        one.stratum.value if one.stratum else "",
    )
