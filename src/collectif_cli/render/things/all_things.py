"""The index of the kinds of thing, in the order in which an id is looked for."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen
from collectif_cli.render.things import (
    competence,
    contribution,
    group,
    meeting,
    organisation,
    outline,
    person,
    plenary,
    proposal,
    territory,
    vote,
    word,
)
from collectif_cli.render.things.thing import About, Thing, thing_json, thing_text


class Kind(NamedTuple):
    """A kind: the words that lead to its things and the id each leads to, and how one is told."""

    ids: Callable[[Programme], Mapping[str, str]]
    text: Callable[[str, About, Language, Screen], str]
    json: Callable[[str, About, Language], str]


def _told(
    ids: Callable[[Programme], Mapping[str, str]], make: Callable[[str, About, Language], Thing]
) -> Kind:
    return Kind(
        ids,
        lambda id, about, language, screen: thing_text(make(id, about, language), language, screen),
        lambda id, about, language: thing_json(make(id, about, language), language),
    )


THINGS: dict[str, Kind] = {
    "proposal": _told(proposal.ids, proposal.make),
    "group": Kind(group.ids, group.text, group.json_text),
    "outline": _told(outline.ids, outline.make),
    "plenary": _told(plenary.ids, plenary.make),
    "vote": _told(vote.ids, vote.make),
    "meeting": _told(meeting.ids, meeting.make),
    "contribution": _told(contribution.ids, contribution.make),
    "organisation": _told(organisation.ids, organisation.make),
    "person": _told(person.ids, person.make),
    "competence": _told(competence.ids, competence.make),
    "territory": Kind(territory.ids, territory.text, territory.json_text),
    "word": _told(word.ids, word.make),
}
