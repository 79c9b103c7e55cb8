"""The texts that a plenary has before it: those of its agenda, or all that wait for a decision."""

from collections.abc import Iterable, Iterator

from collectif_cli.consolidation.acts import Acts
from collectif_cli.consolidation.chapters import Order
from collectif_cli.consolidation.glossary import terms_used
from collectif_cli.consolidation.texts import Shelf, Text
from collectif_cli.consolidation.whole import UNDECIDED
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.glossary import Term
from collectif_cli.model.noun import Noun
from collectif_cli.model.outline import Node
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme

# What brings into an agenda all the texts that wait.
_WHOLE = frozenset({"socle", "outline"})


class Agenda(Noun):
    """A plenary, the texts that are before it in the order they come up, and the words they use."""

    plenary: Plenary
    texts: tuple[Text, ...] = ()
    terms: tuple[Term, ...] = ()


def agenda_of(plenary: Plenary, programme: Programme, faults: Iterable[Diagnostic] = ()) -> Agenda:
    """Give what is before a plenary.

    A text comes up when a point of the agenda names it, or a title of the outline that holds it; when no
    point names any, all the texts that no plenary has decided on come up.
    """
    shelf, order = Shelf(programme, Acts(programme, faults)), Order(programme)
    ids = dict.fromkeys(_named(plenary, programme)) or dict.fromkeys(_waiting(programme))
    texts = tuple(
        shelf.text(programme.proposals[id], order.numbers.get(id), order.places_of(id)) for id in ids
    )
    read = [part for text in texts for part in (text.proposal.name, text.proposal.body.text)]
    return Agenda(plenary=plenary, texts=texts, terms=terms_used(programme.glossary, read))


def _named(plenary: Plenary, programme: Programme) -> Iterator[str]:
    nodes = programme.outline.nodes if programme.outline else ()
    held = {node.id.value: [*_held(node)] for node in _walk(nodes)}
    for subject in (on.value for item in plenary.agenda for on in item.on):
        if subject in programme.proposals:
            yield subject
        elif subject in _WHOLE:
            yield from _waiting(programme)
        else:
            yield from (id for id in held.get(subject, ()) if id in programme.proposals)


def _waiting(programme: Programme) -> Iterator[str]:
    for status in UNDECIDED:
        yield from (one.id for one in programme.proposals.values() if one.status.value == status)


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _held(node: Node) -> Iterator[str]:
    for one in _walk((node,)):
        yield from (proposal.value for proposal in one.proposals)
