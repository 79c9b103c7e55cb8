"""Examines a tree and remembers: only what changed is read again, unless the change reaches other texts.

A text whose card is the same after a change gives the others no reason for a new verdict
(``model.register``): its own rules are enough. Any other change examines everything.
"""

import pickle
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.settle import Settled, settle
from collectif_cli.checks.walk import Walk
from collectif_cli.cli.packed_cards import cards_from
from collectif_cli.cli.rows import KNOWN_RULES, findings_in
from collectif_cli.cli.scout import NUMEROUS, Changes, Scout, changes_in
from collectif_cli.cli.shares import Examined, examine_shares, read_share, worth_sharing
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.register import Register, register_of
from collectif_cli.store.load import assemble, paths_beside, read_entries
from collectif_cli.store.memory import Memory, Row, memory_path, recall, remember
from collectif_cli.store.tree import Entry, Tree, WorkTree


class Examination(NamedTuple):
    """What was found in a tree on a day, and how many files it has."""

    settled: Settled
    files: int


def examine_tree(tree: Tree, today: date) -> Examination:
    """Examine any tree, from nothing."""
    examined = _everything(tree, tree.entries(), today)
    return _settled(examined.kept.rows, examined.whole, examined.register)


def examine_again(root: Path, today: date, cache: Path, scout: Scout | None = None) -> Examination:
    """Examine a work tree with the help of what is remembered of it, and remember what is found."""
    return look_again(root, today, cache, scout)[0]


def look_again(
    root: Path, today: date, cache: Path, scout: Scout | None = None
) -> tuple[Examination, Register]:
    """Give the same, and the register it was judged by."""
    begun = time.time_ns()
    tree, path, day = WorkTree(root), memory_path(root, cache), today.isoformat()
    memory = recall(path, root, day)
    changes = scout.report() if scout else changes_in(tree.entries(), memory)
    if memory is not None and changes is not None:
        partial = _changed_only(tree, changes, memory, today)
        if partial is not None:
            rows, register = partial
            return _settled({**memory.rows, **rows}, pickle.loads(memory.whole), register), register  # noqa: S301 - see recall
    kept, whole, register = _everything(tree, tree.entries(), today)
    unreadable = tuple(sorted(register.unreadable))
    aliases = dict(register.aliases)
    remember(
        path, root, day, Memory(kept.rows, bytes(kept.cards), pickle.dumps(whole), aliases, unreadable), begun
    )
    return _settled(kept.rows, whole, register), register


def _settled(rows: Mapping[str, Row], whole: Sequence[Diagnostic], register: Register) -> Examination:
    return Examination(settle([*findings_in(rows), *whole], register), len(rows))


def _everything(tree: Tree, entries: list[Entry], today: date) -> Examined:
    if isinstance(tree, WorkTree) and worth_sharing(entries):
        shared = examine_shares(tree, entries, today)
        if shared is not None:
            return shared
    share = read_share(tree, entries)
    register = register_of(
        assemble(list(share.documents.values()), paths_beside(entries)), today, KNOWN_RULES
    )
    walk, kept = Walk(CHECKS.values()), share.rows()
    for path, findings in share.judged(walk, register).items():
        kept.find(path, findings)
    return Examined(kept, list(walk.whole(register)), register)


def _changed_only(
    tree: Tree, changes: Changes, memory: Memory, today: date
) -> tuple[dict[str, Row], Register] | None:
    """Examine the texts that changed; None when one of them gives others a reason for a new verdict."""
    if any(memory.rows[entry.path][1] not in NUMEROUS for entry in changes.changed):
        return None
    share = read_share(tree, changes.changed)
    kept = share.rows()
    for entry in changes.changed:
        before = memory.rows[entry.path]
        if memory.cards[before[3] : before[4]] != kept.card(entry.path):
            return None
    rest, _ = read_entries(tree, changes.few)
    cards = cards_from(memory.rows, memory.cards, memory.aliases, memory.unreadable)
    register = register_of(assemble(rest, paths_beside(changes.few)), today, KNOWN_RULES, cards)
    found = share.judged(Walk(CHECKS.values()), register)
    for path in kept.rows:
        kept.find(path, found.get(path, b""))
    return kept.rows, register
