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


def row_of(entry: Entry, document: Document | None, findings: list[Diagnostic]) -> Row:
    """Give the row of a file; its stamp is a plain tuple, its card and its findings are bytes."""
    found = pickle.dumps(findings) if findings else b""
    if document is None:
        return tuple(entry.stamp), "", "", b"", found
    card = card_of(document.value)
    return tuple(entry.stamp), document.kind, document.id, pickle.dumps(card) if card else b"", found


def findings_in(row: Row) -> list[Diagnostic]:
    """Give the findings of a row that has some."""
    findings: list[Diagnostic] = pickle.loads(row[4])  # noqa: S301 - our own bytes, see store.memory.recall
    return findings


def sort_by_path(faults: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Give the faults of each file."""
    found: dict[str, list[Diagnostic]] = {}
    for fault in faults:
        found.setdefault(fault.span.path, []).append(fault)
    return found


class PackedCards(Mapping[str, Card], Generic[Card]):
    """Cards by id, taken out of their bytes when they are looked at."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        """Take the bytes by id."""
        self._packed = packed
        self._open: dict[str, Card] = {}

    def __getitem__(self, id: str) -> Card:
        """Give one card."""
        if id not in self._open:
            self._open[id] = pickle.loads(self._packed[id])  # noqa: S301 - our own bytes, see store.memory.recall
        return self._open[id]

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._packed)

    def __len__(self) -> int:
        """Count them."""
        return len(self._packed)

    def __contains__(self, id: object) -> bool:
        """Tell whether there is such a card, without opening it."""
        return id in self._packed


def cards_from(rows: Mapping[str, Row], aliases: Mapping[str, str], unreadable: Iterable[str]) -> Cards:
    """Give the cards that rows hold."""
    packed: dict[str, dict[str, bytes]] = {kind: {} for kind in NUMEROUS}
    for _stamp, kind, id, card, _found in rows.values():
        if card:
            packed[kind][id] = card
    sorted_cards: dict[str, Any] = {kind: PackedCards(cards) for kind, cards in packed.items()}
    return Cards(
        proposals=sorted_cards["proposal"],
        contributions=sorted_cards["contribution"],
        meetings=sorted_cards["meeting"],
        aliases=aliases,
        paths=frozenset(rows),
        unreadable=frozenset(unreadable),
    )
