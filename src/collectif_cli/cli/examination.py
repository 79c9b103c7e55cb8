"""Examines a tree and remembers: only what changed is read again, unless the change reaches other texts.

A text whose card is the same after a change gives the others no reason for a new verdict
(``model.register``): its own rules are enough. Any other change examines everything.
"""

import pickle
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.settle import Settled, settle
from collectif_cli.checks.walk import Walk
from collectif_cli.cli.rows import KNOWN_RULES, cards_from, findings_in, row_of, sort_by_path
from collectif_cli.cli.scout import NUMEROUS, Changes, Scout, changes_in
from collectif_cli.cli.shares import examine_shares, worth_sharing
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
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
    entries = tree.entries()
    rows, whole, register = _everything(tree, entries, today)
    return _settled(rows, whole, register)


def examine_again(root: Path, today: date, cache: Path, scout: Scout | None = None) -> Examination:
    """Examine a work tree with the help of what is remembered of it, and remember what is found."""
    begun = time.time_ns()
    tree, path = WorkTree(root), memory_path(root, cache)
    memory = recall(path, root, today.isoformat())
    changes = scout.report() if scout else changes_in(tree.entries(), memory)
    if memory is not None and changes is not None:
        partial = _changed_only(tree, changes, memory, today)
        if partial is not None:
            rows, register = partial
            return _settled({**memory.rows, **rows}, pickle.loads(memory.whole), register)  # noqa: S301 - see recall
    rows, whole, register = _everything(tree, tree.entries(), today)
    kept = Memory(rows, pickle.dumps(whole), dict(register.aliases), tuple(sorted(register.unreadable)))
    remember(path, root, today.isoformat(), kept, begun)
    return _settled(rows, whole, register)


def _settled(rows: Mapping[str, Row], whole: Sequence[Diagnostic], register: Register) -> Examination:
    found = [one for row in rows.values() if row[4] for one in findings_in(row)]
    return Examination(settle([*found, *whole], register), len(rows))


def _everything(
    tree: Tree, entries: list[Entry], today: date
) -> tuple[dict[str, Row], list[Diagnostic], Register]:
    if isinstance(tree, WorkTree) and worth_sharing(entries):
        shared = examine_shares(tree, entries, today)
        if shared is not None:
            return shared
    documents, faults = read_entries(tree, entries)
    register = register_of(assemble(documents, paths_beside(entries)), today, KNOWN_RULES)
    walk = Walk(CHECKS.values())
    found = sort_by_path(faults)
    read = {document.path: document for document in documents}
    rows: dict[str, Row] = {}
    for entry in entries:
        document = read.get(entry.path)
        findings = list(walk.text(document, register)) if document else []
        rows[entry.path] = row_of(entry, document, [*found.get(entry.path, ()), *findings])
    return rows, list(walk.whole(register)), register


def _changed_only(
    tree: Tree, changes: Changes, memory: Memory, today: date
) -> tuple[dict[str, Row], Register] | None:
    """Examine the texts that changed; None when one of them gives others a reason for a new verdict."""
    changed, few = changes
    if any(memory.rows[entry.path][1] not in NUMEROUS for entry in changed):
        return None
    documents, faults = read_entries(tree, changed)
    for document, entry in zip(documents, changed, strict=True):
        if row_of(entry, document, [])[1:4] != memory.rows[entry.path][1:4]:
            return None
    rest, _ = read_entries(tree, few)
    cards = cards_from(memory.rows, memory.aliases, memory.unreadable)
    register = register_of(assemble(rest, paths_beside(few)), today, KNOWN_RULES, cards)
    walk, found = Walk(CHECKS.values()), sort_by_path(faults)
    return dict(_rows_of_changed(documents, changed, found, walk, register)), register


def _rows_of_changed(
    documents: list[Document],
    changed: list[Entry],
    found: Mapping[str, list[Diagnostic]],
    walk: Walk,
    register: Register,
) -> Iterator[tuple[str, Row]]:
    for document, entry in zip(documents, changed, strict=True):
        findings = [*found.get(entry.path, ()), *walk.text(document, register)]
        yield entry.path, row_of(entry, document, findings)
