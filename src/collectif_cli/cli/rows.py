"""What is kept of each file of an examination."""

import pickle
from collections.abc import Iterable, Iterator, Mapping

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
from collectif_cli.model.register import card_of
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.memory import Row
from collectif_cli.store.tree import Entry

KNOWN_RULES = frozenset(CHECKS) | frozenset(FAULTS)


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
