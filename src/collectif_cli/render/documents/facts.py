"""The card of facts beside a text: who carries it, where it applies, what it costs, where it comes from."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from collectif_cli.consolidation.texts import Text
from collectif_cli.model.collective import Collective
from collectif_cli.model.group import Meeting
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.documents.levels import level_name
from collectif_cli.render.documents.money import KINDS, cost
from collectif_cli.render.documents.saying import Saying

OPINIONS = {
    "asked": message("asked for"),
    "favourable": message("favourable"),
    "reserved": message("reserved"),
    "unfavourable": message("unfavourable"),
}


class Saw(NamedTuple):
    """One value of a fact: its words, a note in smaller letters, the id of the text it leads to."""

    said: str
    note: str = ""
    leads_to: str = ""


class Fact(NamedTuple):
    """A line of the card: a fixed word for templates, the label people read, the values."""

    key: str
    label: str
    values: tuple[Saw, ...]


def facts_of(text: Text, collective: Collective, shown: Collection[str], saying: Saying) -> tuple[Fact, ...]:
    """Give the facts of a text that has some; ``shown`` are the ids that a link may lead to."""
    made = ((key, label, tuple(make(text, collective, saying))) for key, label, make in _FACTS)
    found = [Fact(key, saying.say(label), values) for key, label, values in made if values]
    rests = tuple(
        Saw(saying.writer.line(one.name), leads_to=one.id if one.id in shown else "") for one in text.requires
    )
    if rests:
        found.insert(len(found) - 1, Fact("requires", saying.say(message("Rests on")), rests))
    return tuple(found)


def _groups(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    for title in text.groups:
        yield Saw(saying.writer.line(title))


def _levels(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    for level in text.proposal.levels:
        yield Saw(saying.say(message("{name}", name=level_name(level.value, collective))))


def _competences(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    for one in text.competences:
        by = message("exercised by {level}", level=level_name(one.exercised_by.value, collective))
        yield Saw(saying.writer.line(one.title.value), saying.say(by))


def _costs(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    for one in text.proposal.costs:
        said = message("{kind}: {amount}", kind=KINDS[one.kind.value], amount=cost(one, saying.language))
        notes = [part.value for part in (one.source, one.note) if part is not None]
        yield Saw(saying.say(said), saying.writer.line(" · ".join(notes)))


def _reviews(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    for by, review in text.reviews:
        said = message(
            "{by}: {opinion}, {day}",
            by=by or message("a resource person"),
            opinion=OPINIONS[review.opinion.value],
            day=saying.day(review.date.value),
        )
        yield Saw(saying.say(said), saying.writer.line(review.note.value) if review.note else "")


def _assessment(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    one = text.proposal.assessment
    if one is None or text.number is not None:
        return
    sorted_ = {"consensual": message("consensual"), "divisive": message("divisive")}[one.sorted.value]
    said = message("{sorted}, {day}", sorted=sorted_, day=saying.day(one.date.value))
    yield Saw(saying.say(said), saying.writer.line(one.reason.value) if one.reason else "")


def _origins(text: Text, collective: Collective, saying: Saying) -> Iterator[Saw]:
    if text.contributions:
        yield Saw(saying.say(messages("{n} contribution", "{n} contributions", text.contributions)))
    for meeting in text.meetings:
        title = saying.writer.line(meeting.title.value) if meeting.title else ""
        yield Saw(saying.say(_meeting(meeting, saying)), title)


def _meeting(meeting: Meeting, saying: Saying) -> Message:
    day = saying.day(meeting.date.value)
    return {
        "visit": message("visit of {day}", day=day),
        "round-table": message("round table of {day}", day=day),
        "formation": message("training of {day}", day=day),
    }.get(meeting.kind.value if meeting.kind else "") or message("meeting of {day}", day=day)


_FACTS: tuple[tuple[str, Message, Callable[[Text, Collective, Saying], Iterator[Saw]]], ...] = (
    ("groups", message("Carried by"), _groups),
    ("levels", message("Level"), _levels),
    ("competences", message("Competence"), _competences),
    ("costs", message("Cost"), _costs),
    ("assessment", message("Sorted as"), _assessment),
    ("reviews", message("Opinions"), _reviews),
    ("origins", message("Comes from"), _origins),
)
