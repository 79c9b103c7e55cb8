"""The consolidated programme: what was adopted, in the order of the outline, and apart what was not yet."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from collectif_cli.consolidation.acts import Act, Acts
from collectif_cli.consolidation.chapters import Chapter, Order, chapters_of
from collectif_cli.consolidation.glossary import terms_used
from collectif_cli.consolidation.texts import Shelf, Text
from collectif_cli.model.collective import Collective
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.glossary import Term
from collectif_cli.model.noun import Noun, replace
from collectif_cli.model.programme import Programme

# What is shown apart, in this order: what agrees, what waits, what divides, what was put off.
UNDECIDED = ("consensual", "submitted", "divisive", "extracted", "referred")


class Pile(NamedTuple):
    """The texts that are at the same point on their way to a decision."""

    status: str
    texts: tuple[Text, ...]


class LeftOut(NamedTuple):
    """How many texts of a status are in the repository and not in the document."""

    status: str
    number: int


class WholeProgramme(Noun):
    """Everything the consolidated programme says; ``acts`` are those on the outline as a whole."""

    collective: Collective
    acts: tuple[Act, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    unplaced: tuple[Text, ...] = ()
    undecided: tuple[Pile, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    terms: tuple[Term, ...] = ()

    def adopted(self) -> Iterator[Text]:
        """Yield the adopted texts in reading order."""
        for priority in self.chapters:
            for chapter in priority.walk():
                yield from chapter.texts
        yield from self.unplaced

    def texts(self) -> Iterator[Text]:
        """Yield every text that is shown, in reading order."""
        yield from self.adopted()
        for pile in self.undecided:
            yield from pile.texts


def consolidate(programme: Programme, faults: Iterable[Diagnostic] = ()) -> WholeProgramme:
    """Give the consolidated programme; ``faults`` are those found in reading, which a count must heed."""
    return consolidate_with(programme, Acts(programme, faults))


def consolidate_with(programme: Programme, acts: Acts) -> WholeProgramme:
    """Give the consolidated programme from acts that something else asks for too: a vote is counted once."""
    shelf, order = Shelf(programme, acts), Order(programme)
    proposals = programme.proposals
    chapters = chapters_of(programme, order, shelf, acts)
    unplaced = tuple(shelf.text(proposals[id], order.numbers[id], ()) for id in order.unplaced)
    statuses = Counter(one.status.value for one in proposals.values())
    whole = WholeProgramme(
        collective=programme.collective,
        acts=tuple(act for act in acts.on("outline") if act.adopts),
        chapters=chapters,
        unplaced=unplaced,
        undecided=tuple(_piles(programme, order, shelf)),
        left_out=tuple(
            LeftOut(status, statuses[status])
            for status in ("draft", "merged", "withdrawn", "rejected")
            if statuses[status]
        ),
    )
    return _with_terms(whole, programme)


def _piles(programme: Programme, order: Order, shelf: Shelf) -> Iterator[Pile]:
    for status in UNDECIDED:
        texts = tuple(
            shelf.text(one, None, order.places_of(one.id))
            for one in programme.proposals.values()
            if one.status.value == status
        )
        if texts:
            yield Pile(status, texts)


def _with_terms(whole: WholeProgramme, programme: Programme) -> WholeProgramme:
    """Add the words of the glossary that the document uses."""
    read = [chapter.node.title.value for one in whole.chapters for chapter in one.walk()]
    for text in whole.texts():
        read += [text.proposal.name, text.proposal.body.text]
    return replace(whole, terms=terms_used(programme.glossary, read))
