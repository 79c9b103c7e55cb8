"""A proposal: what it says, where it applies, how it came to be and what was decided."""

from collections.abc import Iterator

from collectif_cli.consolidation.acts import Act, Acts
from collectif_cli.consolidation.chapters import Order
from collectif_cli.consolidation.texts import Shelf, Text
from collectif_cli.model.body import without_comments
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Review
from collectif_cli.render.documents.acts import counts, details, what
from collectif_cli.render.documents.facts import OPINIONS
from collectif_cli.render.documents.levels import level_name
from collectif_cli.render.documents.money import KINDS, cost
from collectif_cli.render.language import Language
from collectif_cli.render.statuses import status_word
from collectif_cli.render.things.thing import About, Event, Fact, Passage, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids, and the former ones, each with the id it leads to."""
    former = {alias.value: id for id, one in programme.proposals.items() for alias in one.aliases}
    return {**former, **{id: id for id in programme.proposals}}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the proposal of that id."""
    programme = about.programme
    proposal = programme.proposals[id]
    order = Order(programme)
    shelf = Shelf(programme, Acts(programme, about.faults))
    text = shelf.text(proposal, order.numbers.get(id), order.places_of(id))
    return Thing(
        kind="proposal",
        id=id,
        title=proposal.name,
        span=proposal.span,
        state=status_word(proposal.status.value),
        facts=tuple(_facts(text, programme, language)),
        story=tuple(sorted(_story(text), key=lambda event: str(event.day))),
        passages=tuple(_passages(text)),
    )


def _facts(text: Text, programme: Programme, language: Language) -> Iterator[Fact]:
    proposal = text.proposal
    groups = [proposal.group.value, *(one.value for one in proposal.with_groups)]
    yield Fact("groups", message("carried by"), message("{groups}", groups=text.groups), groups)
    if proposal.into is not None:
        heir = programme.proposals.get(proposal.into.value)
        name = heir.name if heir else proposal.into.value
        yield Fact("into", message("merged into"), name, proposal.into.value)
    if proposal.levels:
        levels = [level_name(one.value, programme.collective) for one in proposal.levels]
        said = tuple(one if isinstance(one, str) else language.say(one) for one in levels)
        raw = [one.value for one in proposal.levels]
        yield Fact("levels", message("level"), message("{levels}", levels=said), raw)
    if text.competences:
        titles = tuple(one.title.value for one in text.competences)
        raw = [one.id.value for one in text.competences]
        yield Fact("competences", message("competence"), " · ".join(titles), raw)
    if proposal.costs:
        yield Fact("costs", message("cost"), " · ".join(_costs(text, language)), _raw_costs(text))
    if text.places:
        places = text.places
        yield Fact("places", message("place in the outline"), message("{places}", places=places), [*places])
    if text.requires:
        required = [one.id for one in text.requires]
        yield Fact("requires", message("rests on"), ", ".join(required), required)
    if text.contributions:
        said_count = messages("{n} contribution", "{n} contributions", text.contributions)
        yield Fact("contributions", message("comes from"), said_count, text.contributions)


def _costs(text: Text, language: Language) -> Iterator[str]:
    for one in text.proposal.costs:
        said = message("{kind}: {amount}", kind=KINDS[one.kind.value], amount=cost(one, language))
        yield language.say(said)


def _raw_costs(text: Text) -> list[dict[str, str | None]]:
    return [
        {
            "kind": one.kind.value,
            "low": f"{one.amount.value.low.normalize():f}",
            "high": f"{one.amount.value.high.normalize():f}",
            "per": one.per.value if one.per else None,
        }
        for one in text.proposal.costs
    ]


def _story(text: Text) -> Iterator[Event]:
    for meeting in text.meetings:
        said = message("spoken of by a group: {meeting}", meeting=meeting.id)
        yield Event(meeting.date.value, said)
    for by, review in text.reviews:
        yield Event(review.date.value, _opinion(by, review))
    assessment = text.proposal.assessment
    if assessment is not None:
        word = status_word(assessment.sorted.value)
        yield Event(assessment.date.value, message("sorted as {status}", status=word))
    yield from (Event(act.day, act_said(act)) for act in text.acts)


def _opinion(by: str, review: Review) -> Message:
    """Give the opinion of somebody and why, or that it was asked for and has not come."""
    who = by or message("a resource person")
    word = OPINIONS[review.opinion.value]
    if review.note is None:
        return message("opinion of {by}: {opinion}", by=who, opinion=word)
    return message("opinion of {by}: {opinion}. {note}", by=who, opinion=word, note=review.note.value)


def act_said(act: Act) -> Message:
    """Give an act with all that is known of it, in one line."""
    known = [*details(act), *(one for counted in act.known.counted for one in counts(counted))]
    where = what(act)
    if act.plenary is not None and act.plenary.number is not None:
        where = message("{what} · plenary {number}", what=where, number=str(act.plenary.number.value))
    said = where if isinstance(where, Message) else message("{what}", what=where)
    for one in known:
        said = message("{said} · {more}", said=said, more=one)
    return said


def _passages(text: Text) -> Iterator[Passage]:
    body = text.proposal.body
    if without_comments(body.preamble).strip():
        yield Passage("", without_comments(body.preamble))
    for section in body.sections:
        yield Passage(section.title, without_comments(section.text))
