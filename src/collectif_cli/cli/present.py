"""The register of the day: taken from what is remembered of the work tree when that is enough."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from collectif_cli.cli.context import Context
from collectif_cli.cli.packed_cards import cards_from
from collectif_cli.cli.scout import NUMEROUS, Changes, Scout, changes_in
from collectif_cli.model.document import Document
from collectif_cli.model.register import Cards, Register, card_of, register_of
from collectif_cli.store.load import assemble, paths_beside, read_entries
from collectif_cli.store.memory import Memory, memory_path, recall
from collectif_cli.store.tree import WorkTree

Card = TypeVar("Card")


def register_at(context: Context, at: str | None, scout: Scout | None = None) -> Register:
    """Give the register of the work tree today, or of the texts as they were on another day.

    A scout that was sent reports here, whatever the way that is taken.
    """
    if at is not None or context.is_bare:
        programme, _faults = context.programme(at)
        return register_of(programme, context.day(at))
    found = remembered(context.root, context.today, context.cache, scout)
    if found is None:
        from collectif_cli.cli.examination import look_again  # brings all the rules with it

        _examination, found = look_again(context.root, context.today, context.cache)
    return found


def remembered(root: Path, today: date, cache: Path, scout: Scout | None = None) -> Register | None:
    """Give the register out of what is remembered, and of the texts that changed since.

    None when nothing is remembered, or when a file came or went.
    """
    tree = WorkTree(root)
    memory = recall(memory_path(root, cache), root, today.isoformat())
    changes = scout.report() if scout else changes_in(tree.entries(), memory)
    if memory is None or changes is None:
        return None
    few, _ = read_entries(tree, changes.few)
    cards = _cards(tree, changes, memory)
    return register_of(assemble(few, paths_beside(changes.few)), today, cards=cards)


def _cards(tree: WorkTree, changes: Changes, memory: Memory) -> Cards:
    """Give the cards that are remembered, those of the texts that changed made anew."""
    cards = cards_from(memory.rows, memory.cards, memory.aliases, memory.unreadable)
    moved = [entry for entry in changes.changed if memory.rows[entry.path][1] in NUMEROUS]
    if not moved:
        return cards
    documents, _ = read_entries(tree, moved)
    return cards._replace(
        proposals=_renewed(cards.proposals, documents, "proposal"),
        contributions=_renewed(cards.contributions, documents, "contribution"),
        meetings=_renewed(cards.meetings, documents, "meeting"),
    )


def _renewed(cards: Mapping[str, Card], documents: list[Document], kind: str) -> dict[str, Card]:
    """Give cards with those of some documents put in; a text that can no longer be read has none."""
    found: dict[str, Any] = dict(cards)
    for document in documents:
        if document.kind == kind:
            card = card_of(document.value)
            if card is None:
                found.pop(document.id, None)
            else:
                found[document.id] = card
    return dict(sorted(found.items()))
