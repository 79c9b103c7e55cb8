"""A person who may be named: the public name, and the groups where it is listed."""

from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Event, Fact, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the handles of the people who may be named; the others are as if they were not there."""
    return {id: id for id, person in programme.people.items() if person.is_visible}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the person of that handle."""
    person = about.programme.people[id]
    groups = {
        group_id: group.name
        for group_id, group in about.programme.groups.items()
        if any(one.person.value == id and one.covers(about.day) for one in group.roster)
    }
    story = []
    if person.joined is not None:
        story.append(Event(person.joined.value, message("joined")))
    if person.left is not None:
        story.append(Event(person.left.value, message("left")))
    facts = (Fact("groups", message("groups"), " · ".join(groups.values()), [*groups]),) if groups else ()
    title = person.name.value if person.name else id
    return Thing("person", id, title, person.span, message("person"), facts, tuple(story))
