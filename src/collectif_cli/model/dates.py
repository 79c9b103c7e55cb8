"""The days that a text writes in its values, whatever the text."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from collectif_cli.model.collective import Collective
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.group import Exploration, Group, Meeting
from collectif_cli.model.organisation import Organisation
from collectif_cli.model.people import People
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Vote

Day = Located[date] | None


def _of_group(group: Group) -> Iterator[Day]:
    yield from (group.formed, group.dissolved)
    for membership in group.roster:
        yield from (membership.since, membership.until)
    for mandate in group.mandates:
        yield from (mandate.since, mandate.until)
    yield from (count.date for count in group.headcount)
    yield from (composition.date for composition in group.composition)


def _of_collective(collective: Collective) -> Iterator[Day]:
    for phase in collective.phases:
        yield from (phase.starts, phase.ends, phase.planned_starts, phase.planned_ends)
    for ignored in collective.checks.ignore if collective.checks else ():
        yield ignored.until


def _of_people(people: People) -> Iterator[Day]:
    for person in people.people:
        yield from (person.joined, person.left)


def _of_proposal(proposal: Proposal) -> Iterator[Day]:
    for review in proposal.reviews:
        yield review.date
    if proposal.assessment:
        yield proposal.assessment.date


def _of_exploration(exploration: Exploration) -> Iterator[Day]:
    # Documents and existing projects may be as old as they are.
    for outing in (*exploration.visits, *exploration.round_tables):
        yield outing.date


def _of_organisation(organisation: Organisation) -> Iterator[Day]:
    yield from (organisation.joined, organisation.left)
    if organisation.signed:
        yield organisation.signed.date
    for meeting in organisation.meetings:
        yield meeting.date


def _of_vote(vote: Vote) -> Iterator[Day]:
    yield from (vote.date, vote.electorate.date)
    for moment in (vote.opens, vote.closes):
        if moment:
            yield Located(moment.value.day, moment.span)


_DAYS: dict[type, Callable[[Any], Iterator[Day]]] = {
    Collective: _of_collective,
    Contribution: lambda contribution: iter((contribution.date,)),
    Exploration: _of_exploration,
    Group: _of_group,
    Meeting: lambda meeting: iter((meeting.date,)),
    Organisation: _of_organisation,
    People: _of_people,
    Plenary: lambda plenary: iter((plenary.date, plenary.convened)),
    Proposal: _of_proposal,
    Vote: _of_vote,
}


def dates_of(text: object) -> Iterator[Located[date]]:
    """Yield the days of a text with their places, in the order of its keys; none for a kind that has none."""
    days = _DAYS.get(type(text))
    if days is not None:
        for day in days(text):
            if day is not None:
                yield day
