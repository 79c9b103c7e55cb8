"""The cards of the numerous texts, taken back from what an examination keeps."""

import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from collectif_cli.cli.scout import NUMEROUS
from collectif_cli.model.register import Cards
from collectif_cli.store.memory import Row

Card = TypeVar("Card")


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
