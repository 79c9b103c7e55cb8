"""The outline, numbered, with the adopted texts under its titles."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from collectif_cli.consolidation.acts import Act, Acts
from collectif_cli.consolidation.texts import Shelf, Text
from collectif_cli.model.noun import Noun
from collectif_cli.model.outline import Node
from collectif_cli.model.programme import Programme


class Mention(NamedTuple):
    """A text that stands under another title first: its id, its title, its number."""

    id: str
    title: str
    number: int


class Chapter(Noun):
    """A title of the outline: its number (``2.1``), what was decided on it, what stands under it.

    ``texts`` have their main place here; ``mentions`` have it elsewhere.
    """

    node: Node
    number: str
    acts: tuple[Act, ...] = ()
    texts: tuple[Text, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chapters: tuple["Chapter", ...] = ()

    def walk(self) -> Iterator["Chapter"]:
        """Yield this chapter, then those below it, in reading order."""
        yield self
        for chapter in self.chapters:
            yield from chapter.walk()

    @property
    def is_empty(self) -> bool:
        """Tell whether no text stands here nor below."""
        return not any(chapter.texts or chapter.mentions for chapter in self.walk())


class Order:
    """The order of the adopted texts: the number of each, and the titles that hold each."""

    def __init__(self, programme: Programme) -> None:
        """Number the titles of the outline, then the adopted texts in reading order, unplaced ones last."""
        self.places: dict[str, list[str]] = {}
        nodes = programme.outline.nodes if programme.outline else ()
        for number, node in _numbered(nodes):
            for proposal in node.proposals:
                self.places.setdefault(proposal.value, []).append(number)
        adopted = [one.id for one in programme.proposals.values() if one.status.value == "adopted"]
        placed = [id for id in self.places if id in frozenset(adopted)]
        self.unplaced = [id for id in adopted if id not in self.places]
        self.numbers: Mapping[str, int] = {
            id: number for number, id in enumerate([*placed, *self.unplaced], start=1)
        }

    def places_of(self, id: str) -> tuple[str, ...]:
        """Give the numbers of the titles that hold a proposal, the main one first."""
        return tuple(dict.fromkeys(self.places.get(id, ())))


def chapters_of(programme: Programme, order: Order, shelf: Shelf, acts: Acts) -> tuple[Chapter, ...]:
    """Give the chapters of the programme."""
    if programme.outline is None:
        return ()
    return tuple(
        _chapter(node, str(number), programme, order, shelf, acts)
        for number, node in enumerate(programme.outline.nodes, start=1)
    )


def _chapter(
    node: Node, number: str, programme: Programme, order: Order, shelf: Shelf, acts: Acts
) -> Chapter:
    texts: list[Text] = []
    mentions: list[Mention] = []
    for id in dict.fromkeys(one.value for one in node.proposals):
        if id not in order.numbers:
            continue
        proposal = programme.proposals[id]
        if order.places[id][0] == number:
            texts.append(shelf.text(proposal, order.numbers[id], order.places_of(id)))
        else:
            mentions.append(Mention(id, proposal.name, order.numbers[id]))
    return Chapter(
        node=node,
        number=number,
        acts=acts.on(node.id.value),
        texts=tuple(texts),
        mentions=tuple(mentions),
        chapters=tuple(
            _chapter(child, f"{number}.{place}", programme, order, shelf, acts)
            for place, child in enumerate(node.children, start=1)
        ),
    )


def _numbered(nodes: Iterable[Node], above: str = "") -> Iterator[tuple[str, Node]]:
    for place, node in enumerate(nodes, start=1):
        number = f"{above}{place}"
        yield number, node
        yield from _numbered(node.children, f"{number}.")
