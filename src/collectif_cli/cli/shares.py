"""Examines thousands of texts in several processes: each reads and judges its share, all see the cards.

What passes between the processes is the cards and the findings, never the texts.
"""

import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.walk import Walk
from collectif_cli.cli.packed_cards import cards_from
from collectif_cli.cli.rows import KNOWN_RULES, Rows, packed, sort_by_path
from collectif_cli.cli.scout import NUMEROUS
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
from collectif_cli.model.programme import Programme
from collectif_cli.model.register import Register, register_of
from collectif_cli.store.load import assemble, paths_beside, read_entries
from collectif_cli.store.places import place_of
from collectif_cli.store.tree import Entry, Tree, WorkTree

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ENOUGH = 2_000  # below this, starting a process costs more than it saves
MOST = 8


def worth_sharing(entries: Sequence[Entry]) -> bool:
    """Tell whether several processes would be quicker; only where a process can be forked safely."""
    return len(entries) >= ENOUGH and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class Examined(NamedTuple):
    """Everything of a tree: what is kept of each file, what the rules on the whole found, the register."""

    kept: Rows
    whole: list[Diagnostic]
    register: Register


class Share(NamedTuple):
    """What a process read of its share: the files, the documents, and the faults of each."""

    entries: list[Entry]
    documents: dict[str, Document]
    faults: dict[str, list[Diagnostic]]

    def rows(self) -> Rows:
        """Give the rows with their cards, before any rule."""
        rows = Rows()
        for entry in self.entries:
            rows.add(entry, self.documents.get(entry.path))
        return rows

    def judged(self, walk: Walk, register: Register) -> dict[str, bytes]:
        """Give the findings of the files that have some."""
        found: dict[str, bytes] = {}
        for entry in self.entries:
            document = self.documents.get(entry.path)
            findings = list(self.faults.get(entry.path, ()))
            if document is not None:
                findings += walk.text(document, register)
            if findings:
                found[entry.path] = packed(findings)
        return found

    def unreadable(self) -> list[str]:
        """Name, as ``kind:id``, the texts that could not be read."""
        return [f"{one.kind}:{one.id}" for one in self.documents.values() if one.value is None]


def read_share(tree: Tree, entries: list[Entry]) -> Share:
    """Read those files of a tree."""
    documents, faults = read_entries(tree, entries)
    return Share(entries, {document.path: document for document in documents}, sort_by_path(faults))


def examine_shares(tree: WorkTree, entries: list[Entry], today: date) -> Examined | None:
    """Examine everything, the numerous texts in several processes; None when a process was lost."""
    from multiprocessing import get_context

    many = [entry for entry in entries if _is_numerous(entry)]
    few = [entry for entry in entries if not _is_numerous(entry)]
    first = read_share(tree, few)
    programme = assemble(list(first.documents.values()), paths_beside(few))
    count = min(len(os.sched_getaffinity(0)), MOST)
    shares = _dealt(many, count)
    forks = get_context("fork")
    lines = []
    for share in shares[1:]:
        ours, theirs = forks.Pipe()
        forks.Process(target=_work, args=(theirs, tree, share, programme, today), daemon=True).start()
        theirs.close()
        lines.append(ours)
    try:
        return _gather([first, read_share(tree, shares[0])], lines, programme, today, entries)
    except (EOFError, OSError):
        return None


def _dealt(entries: list[Entry], count: int) -> list[list[Entry]]:
    """Deal entries among processes: four to the first where others get five, for it judges the whole too."""
    round_ = 5 * count - 1
    first = [entry for at, entry in enumerate(entries) if at % round_ < 4]
    rest = [entry for at, entry in enumerate(entries) if at % round_ >= 4]
    return [first, *(rest[start :: count - 1] for start in range(count - 1))]


def _gather(
    own: list[Share], lines: list["Connection"], programme: Programme, today: date, entries: list[Entry]
) -> Examined:
    """Put the shares together: the cards of all go to each, the findings of each come back."""
    all_rows, unreadable = Rows(), [name for share in own for name in share.unreadable()]
    for share in own:
        all_rows.merge(share.rows())
    for line in lines:
        theirs, lost = line.recv()
        all_rows.merge(theirs)
        unreadable += lost
    for line in lines:
        line.send((all_rows, unreadable))
    register = _register(programme, all_rows, unreadable, today)
    walk = Walk(CHECKS.values())
    found = [share.judged(walk, register) for share in own]
    whole = list(walk.whole(register))
    for findings in [*found, *(line.recv() for line in lines)]:
        for path, bytes_found in findings.items():
            all_rows.find(path, bytes_found)
    all_rows.rows = {entry.path: all_rows.rows[entry.path] for entry in entries}  # in the order of the paths
    return Examined(all_rows, whole, register)


def _work(
    line: "Connection", tree: WorkTree, entries: list[Entry], programme: Programme, today: date
) -> None:
    """Do a share in a process of its own; what it says goes through ``line``."""
    share = read_share(tree, entries)
    line.send((share.rows(), share.unreadable()))
    rows, unreadable = line.recv()
    register = _register(programme, rows, unreadable, today)
    line.send(share.judged(Walk(CHECKS.values()), register))
    line.close()


def _register(programme: Programme, rows: Rows, unreadable: list[str], today: date) -> Register:
    cards = cards_from(rows.rows, rows.cards, {}, unreadable)
    aliases = {alias: id for id, card in cards.proposals.items() for alias in card.aliases}
    return register_of(programme, today, KNOWN_RULES, cards._replace(aliases=aliases))


def _is_numerous(entry: Entry) -> bool:
    place = place_of(entry.path) if entry.regular else None
    return place is not None and place.kind in NUMEROUS
