"""Examines thousands of texts in several processes: each reads its share, all see the cards, each judges its own.

What passes between the processes is the cards and the findings, never the texts.
"""

import os
import pickle
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.walk import Walk
from collectif_cli.cli.rows import KNOWN_RULES, cards_from, row_of, sort_by_path
from collectif_cli.cli.scout import NUMEROUS
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
from collectif_cli.model.programme import Programme
from collectif_cli.model.register import Register, register_of
from collectif_cli.store.load import assemble, paths_beside, read_entries
from collectif_cli.store.memory import Row
from collectif_cli.store.places import place_of
from collectif_cli.store.tree import Entry, WorkTree

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ENOUGH = 2_000  # below this, starting a process costs more than it saves
MOST = 8


def worth_sharing(entries: Sequence[Entry]) -> bool:
    """Tell whether several processes would be quicker; only where a process can be forked safely."""
    return len(entries) >= ENOUGH and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class Share(NamedTuple):
    """What a process read of its share: the files, the documents, and the faults of each."""

    entries: list[Entry]
    documents: dict[str, Document]
    faults: dict[str, list[Diagnostic]]

    def rows(self) -> dict[str, Row]:
        """Give the rows with their cards, before any rule."""
        return {entry.path: row_of(entry, self.documents.get(entry.path), []) for entry in self.entries}

    def judged(self, walk: Walk, register: Register) -> dict[str, bytes]:
        """Give the findings of the files that have some."""
        found: dict[str, bytes] = {}
        for entry in self.entries:
            document = self.documents.get(entry.path)
            findings = list(self.faults.get(entry.path, ()))
            if document is not None:
                findings += walk.text(document, register)
            if findings:
                found[entry.path] = pickle.dumps(findings)
        return found


def examine_shares(
    tree: WorkTree, entries: list[Entry], today: date
) -> tuple[dict[str, Row], list[Diagnostic], Register] | None:
    """Give the rows, what the rules on the whole found, and the register; None when a process was lost."""
    from multiprocessing import get_context

    many = [entry for entry in entries if _is_numerous(entry)]
    few = [entry for entry in entries if not _is_numerous(entry)]
    first = _read(tree, few)
    programme = assemble(list(first.documents.values()), paths_beside(few))
    count = min(len(os.sched_getaffinity(0)), MOST)
    shares = [many[start::count] for start in range(count)]
    forks = get_context("fork")
    lines = [forks.Pipe() for _ in shares[1:]]
    workers = [
        forks.Process(target=_work, args=(theirs, tree, share, programme, today), daemon=True)
        for (_ours, theirs), share in zip(lines, shares[1:], strict=True)
    ]
    for worker, (_ours, theirs) in zip(workers, lines, strict=True):
        worker.start()
        theirs.close()
    try:
        return _gather(
            tree, [first, _read(tree, shares[0])], [ours for ours, _ in lines], programme, today, entries
        )
    except (EOFError, OSError):
        return None
    finally:
        for worker in workers:
            worker.join(timeout=5)


def _gather(
    tree: WorkTree,
    own: list[Share],
    lines: list["Connection"],
    programme: Programme,
    today: date,
    entries: list[Entry],
) -> tuple[dict[str, Row], list[Diagnostic], Register]:
    rows: dict[str, Row] = {}
    unreadable: list[str] = []
    for share in own:
        rows.update(share.rows())
        unreadable += _unreadable(share)
    for line in lines:
        theirs, lost = line.recv()
        rows.update(theirs)
        unreadable += lost
    for line in lines:
        line.send((rows, unreadable))
    register = _register(programme, rows, unreadable, today)
    walk = Walk(CHECKS.values())
    found: dict[str, bytes] = {}
    for share in own:
        found.update(share.judged(walk, register))
    whole = list(walk.whole(register))
    for line in lines:
        found.update(line.recv())
    return (
        {entry.path: (*rows[entry.path][:4], found.get(entry.path, b"")) for entry in entries},
        whole,
        register,
    )


def _work(
    line: "Connection", tree: WorkTree, entries: list[Entry], programme: Programme, today: date
) -> None:
    """Do a share in a process of its own; what it says goes through ``line``."""
    share = _read(tree, entries)
    line.send((share.rows(), _unreadable(share)))
    rows, unreadable = line.recv()
    register = _register(programme, rows, unreadable, today)
    line.send(share.judged(Walk(CHECKS.values()), register))
    line.close()


def _register(programme: Programme, rows: dict[str, Row], unreadable: list[str], today: date) -> Register:
    cards = cards_from(rows, {}, unreadable)
    aliases = {alias: id for id, card in cards.proposals.items() for alias in card.aliases}
    return register_of(programme, today, KNOWN_RULES, cards._replace(aliases=aliases))


def _read(tree: WorkTree, entries: list[Entry]) -> Share:
    documents, faults = read_entries(tree, entries)
    return Share(entries, {document.path: document for document in documents}, sort_by_path(faults))


def _unreadable(share: Share) -> list[str]:
    return [f"{one.kind}:{one.id}" for one in share.documents.values() if one.value is None]


def _is_numerous(entry: Entry) -> bool:
    place = place_of(entry.path) if entry.regular else None
    return place is not None and place.kind in NUMEROUS
