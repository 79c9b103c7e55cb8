"""A title of the outline: its number, what was decided on it, the texts under it."""

from collectif_cli.consolidation.acts import Acts
from collectif_cli.consolidation.chapters import Order, chapters_of
from collectif_cli.consolidation.texts import Shelf
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language
from collectif_cli.render.things.proposal import act_said
from collectif_cli.render.things.thing import About, Event, Fact, Passage, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the titles."""
    nodes = programme.outline.walk() if programme.outline else ()
    return {node.id.value: node.id.value for node in nodes}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the title of that id."""
    programme = about.programme
    acts, order = Acts(programme, about.faults), Order(programme)
    chapters = chapters_of(programme, order, Shelf(programme, acts), acts)
    chapter = next(one for top in chapters for one in top.walk() if one.node.id.value == id)
    node = chapter.node
    below = [f"{one.number} {one.node.title.value}" for one in chapter.chapters]
    held = [one.value for one in node.proposals]
    facts = [Fact("number", message("number"), chapter.number)]
    if below:
        facts.append(Fact("children", message("under it"), " · ".join(below), below))
    if held:
        facts.append(Fact("proposals", message("proposals"), ", ".join(held), held))
    return Thing(
        kind="outline",
        id=id,
        title=node.title.value,
        span=node.id.span,
        state=message("title of the outline"),
        facts=tuple(facts),
        story=tuple(Event(act.day, act_said(act)) for act in chapter.acts),
        passages=(Passage("", node.introduction.value),) if node.introduction else (),
    )
