"""The changes to the front matter of a proposal."""

from collectif_cli.model.document import Document
from collectif_cli.store.edit import append, in_front, keys, put
from collectif_cli.store.edit_words import pairs
from collectif_cli.store.places import place_of
from collectif_cli.store.read_document import read_document
from collectif_cli.store.readers.proposal import PROPOSAL

_ORDER = tuple(PROPOSAL.fields)


def with_status(text: str, status: str) -> str:
    """Give a proposal with another status."""
    return in_front(text, lambda front: put(front, ("status",), status, _ORDER))


def with_decision(text: str, decision: str) -> str:
    """Give a proposal that rests on one more decision or vote."""
    return in_front(text, lambda front: append(front, ("decisions",), decision, _ORDER))


def with_contribution(text: str, id: str) -> str:
    """Give a proposal that says that it comes from one more contribution."""

    def changed(front: str) -> str:
        if "origin" in keys(front):
            return append(front, ("origin", "contributions"), id)
        return put(front, ("origin",), pairs(("contributions", (id,))), _ORDER)

    return in_front(text, changed)


def as_document(path: str, text: str) -> Document | None:
    """Give the document that a text would be at that path; None when nothing has that place."""
    place = place_of(path)
    return read_document(path, place, text.encode())[0] if place else None
