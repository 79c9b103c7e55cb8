"""What is kept of each file of an examination, and the cards taken back from it."""

import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.cli.scout import NUMEROUS
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
from collectif_cli.model.register import Cards, card_of
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.memory import Row
from collectif_cli.store.tree import Entry

KNOWN_RULES = frozenset(CHECKS) | frozenset(FAULTS)

Card = TypeVar("Card")


class Rows:
    """The rows of many files, with the bytes of their cards one after the other."""

    def __init__(self) -> None:
        """Start with no file."""
        self.rows: dict[str, Row] = {}
        self.cards = bytearray()

    def add(self, entry: Entry, document: Document | None) -> None:
        """Add a file, before any rule: its stamp, what it is, its card."""
        start = len(self.cards)
        kind, id = (document.kind, document.id) if document else ("", "")
        card = card_of(document.value) if document else None
        if card is not None:
            self.cards += pickle.dumps(card)
        self.rows[entry.path] = (tuple(entry.stamp), kind, id, start, len(self.cards), b"")

    def merge(self, other: "Rows") -> None:
        """Add the files of another."""
        shift = len(self.cards)
        for path, (stamp, kind, id, start, end, found) in other.rows.items():
            self.rows[path] = (stamp, kind, id, start + shift, end + shift, found)
        self.cards += other.cards

    def find(self, path: str, findings: bytes) -> None:
        """Note what the rules found in a file."""
        self.rows[path] = (*self.rows[path][:5], findings)

    def card(self, path: str) -> bytes:
        """Give the bytes of the card of a file; none when it has no card."""
        _stamp, _kind, _id, start, end, _found = self.rows[path]
        return bytes(self.cards[start:end])


def findings_in(rows: Mapping[str, Row]) -> Iterator[Diagnostic]:
    """Yield the findings that rows hold."""
    for row in rows.values():
        if row[5]:
            yield from pickle.loads(row[5])  # noqa: S301 - our own bytes, see store.memory.recall


def packed(findings: list[Diagnostic]) -> bytes:
    """Give findings as a row holds them."""
    return pickle.dumps(findings) if findings else b""


def sort_by_path(faults: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Give the faults of each file."""
    found: dict[str, list[Diagnostic]] = {}
    for fault in faults:
        found.setdefault(fault.span.path, []).append(fault)
    return found


class PackedCards(Mapping[str, Card], Generic[Card]):
    """Cards by id, taken out of their bytes when they are looked at."""

    def __init__(self, places: Mapping[str, tuple[int, int]], cards: bytes | bytearray) -> None:
        """Take where each card starts and ends in the bytes."""
        self._places = places
        self._cards = cards
        self._open: dict[str, Card] = {}

    def __getitem__(self, id: str) -> Card:
        """Give one card."""
        if id not in self._open:
            start, end = self._places[id]
            self._open[id] = pickle.loads(self._cards[start:end])  # noqa: S301 - our own bytes, as above
        return self._open[id]

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._places)

    def __len__(self) -> int:
        """Count them."""
        return len(self._places)

    def __contains__(self, id: object) -> bool:
        """Tell whether there is such a card, without opening it."""
        return id in self._places


def cards_from(
    rows: Mapping[str, Row], cards: bytes | bytearray, aliases: Mapping[str, str], unreadable: Iterable[str]
) -> Cards:
    """Give the cards that rows hold."""
    places: dict[str, dict[str, tuple[int, int]]] = {kind: {} for kind in NUMEROUS}
    for _stamp, kind, id, start, end, _found in rows.values():
        if start != end:
            places[kind][id] = (start, end)
    by_kind: dict[str, Any] = {kind: PackedCards(where, cards) for kind, where in places.items()}
    return Cards(
        proposals=by_kind["proposal"],
        contributions=by_kind["contribution"],
        meetings=by_kind["meeting"],
        aliases=aliases,
        paths=frozenset(rows),
        unreadable=frozenset(unreadable),
    )
