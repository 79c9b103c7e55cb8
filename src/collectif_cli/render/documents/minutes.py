"""The minutes of a plenary: who came, the agenda, each decision and how it was taken, the counts."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from collectif_cli.consolidation.acts import Act, Acts
from collectif_cli.model.body import without_comments
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.outline import Node
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.acts import counts, details, what
from collectif_cli.render.documents.document import Material
from collectif_cli.render.documents.plenary_words import came, met, named
from collectif_cli.render.documents.saying import Saying
from collectif_cli.render.documents.sheet_view import SheetView, sheet_view
from collectif_cli.render.language import Language
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.writer import Writer

formats = ("html", "md", "pdf")
sources = frozenset(
    {"collective", "group", "outline", "proposal", "plenary", "vote", "ballots", "counts", "people"}
)
TOP = 3


class DecisionView(NamedTuple):
    """A decision: what, how, what is known of the count, and the titles of what it is on."""

    said: str
    details: tuple[str, ...]
    counts: tuple[str, ...]
    on: tuple[str, ...]


def subjects(programme: Programme) -> tuple[str, ...]:
    """Give the plenaries."""
    return tuple(programme.plenaries)


def usual(material: Material) -> tuple[str, ...]:
    """Give the plenaries that were held."""
    held = material.programme.plenaries.items()
    return tuple(id for id, one in held if one.date.value <= material.today)


def view(material: Material, writer: Writer, language: Language) -> Mapping[str, Any]:
    """Give what the templates of the minutes show."""
    programme = material.programme
    plenary, saying = programme.plenaries[material.of], Saying(language, writer)
    titles = _titles(programme)
    body = without_comments(plenary.body.text).strip("\n")
    return {
        "collective": writer.line(programme.collective.name.value),
        "title": saying.say(named(plenary)),
        "met": saying.say(met(plenary)),
        "attendance": saying.all(_attendance(plenary)),
        "agenda": tuple(writer.line(item.title.value) for item in plenary.agenda),
        "decisions": tuple(
            _decision(act, titles, saying) for act in Acts(programme, material.faults).taken(plenary)
        ),
        "body": writer.prose(body, Place(plenary.span.path), TOP) if body else "",
        "sheets": tuple(_sheets(plenary, material, saying)),
    }


def _attendance(plenary: Plenary) -> Iterator[Message]:
    yield message("Present: {number}", number=came(plenary))
    represented = plenary.attendance.represented if plenary.attendance else None
    if represented is not None and represented.value:
        yield messages("Represented: {n} person", "Represented: {n} people", represented.value)


def _decision(act: Act, titles: Mapping[str, str], saying: Saying) -> DecisionView:
    on = [one.value for one in act.decision.on] if act.decision else []
    return DecisionView(
        said=saying.say(message("{what}", what=what(act))),
        details=saying.all(details(act)),
        counts=saying.all(one for counted in act.known.counted for one in counts(counted)),
        on=tuple(saying.writer.line(titles[id]) for id in on if id in titles),
    )


def _titles(programme: Programme) -> Mapping[str, str]:
    """Give, by its id, the title of everything a decision may be on."""
    nodes = programme.outline.nodes if programme.outline else ()
    return {
        **{id: one.name for id, one in programme.groups.items()},
        **{id: one.title.value for id, one in programme.organisations.items()},
        **{node.id.value: node.title.value for node in _walk(nodes)},
        **{id: one.name for id, one in programme.proposals.items()},
    }


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _sheets(plenary: Plenary, material: Material, saying: Saying) -> Iterator[SheetView]:
    """Yield the sheet of each vote of the plenary that can be counted."""
    votes = material.programme.votes
    decided = [one.vote.value for one in plenary.decisions if one.vote is not None]
    held = [id for id, vote in votes.items() if vote.plenary and vote.plenary.value == plenary.id]
    for id in dict.fromkeys((*decided, *held)):
        tally = material.tally_of(id) if id in votes and votes[id].cancelled is None else None
        if tally is not None:
            yield sheet_view(votes[id], tally, plenary, saying)
