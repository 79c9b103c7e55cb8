"""Everything of a tree, read in one pass: the programme, and every fault of every file."""

from collections.abc import Iterable
from typing import Any

from collectif_cli.errors import RepositoryError
from collectif_cli.model.ballot_file import BallotFile
from collectif_cli.model.collective import Collective
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.document import Document
from collectif_cli.model.message import Message, message
from collectif_cli.model.noun import replace
from collectif_cli.model.programme import Programme
from collectif_cli.model.source import Located, Span
from collectif_cli.store.faults import FAULTS
from collectif_cli.store.places import Place, is_beside, place_of
from collectif_cli.store.read_document import holds_many, read_document, read_many
from collectif_cli.store.tree import HEAD_FILE, Entry, Tree

_MANY = {
    "group": "groups",
    "group-text": "group_texts",
    "exploration": "explorations",
    "meeting": "meetings",
    "proposal": "proposals",
    "contribution": "contributions",
    "contribution-source": "contribution_sources",
    "plenary": "plenaries",
    "vote": "votes",
    "organisation": "organisations",
}
_ONE = ("outline", "candidates", "glossary")


def load(tree: Tree) -> tuple[Programme, tuple[Diagnostic, ...]]:
    """Read everything of ``tree``; raise RepositoryError only when there is no ``collectif.yaml``."""
    entries = tree.entries()
    documents, faults = read_entries(tree, entries)
    return assemble(documents, paths_beside(entries)), tuple(faults)


def paths_beside(entries: Iterable[Entry]) -> frozenset[str]:
    """Give the paths of the pictures and notes that lie beside the texts."""
    return frozenset(entry.path for entry in entries if entry.regular and is_beside(entry.path))


def read_entries(tree: Tree, entries: Iterable[Entry]) -> tuple[list[Document], list[Diagnostic]]:
    """Read those files of the tree; what is not a text of the contract is a fault.

    Raises RepositoryError when ``collectif.yaml`` itself is a link: nothing can be told of it then.
    """
    placed: dict[str, Place] = {}
    faults: list[Diagnostic] = []
    for entry in entries:
        place = place_of(entry.path) if entry.regular and entry.path.isprintable() else None
        if place is not None:
            placed[entry.path] = place
        elif entry.path == HEAD_FILE:
            raise RepositoryError(
                message("{path} is a link, and links are not followed", path=HEAD_FILE),
                message("put the text itself here"),
            )
        elif not (entry.regular and entry.path.isprintable() and is_beside(entry.path)):
            faults.append(_misplaced(entry))
    large = {path: many for path, place in placed.items() if holds_many(place) and (many := tree.large(path))}
    documents: list[Document] = []
    for path, many in large.items():
        document, found = read_many(path, placed[path], many)
        documents.append(document)
        faults.extend(found)
    for path, raw in tree.read(path for path in placed if path not in large):
        document, found = read_document(path, placed[path], raw)
        documents.append(document)
        faults.extend(found)
    return documents, faults


def assemble(documents: list[Document], beside: frozenset[str] = frozenset()) -> Programme:
    """Put the documents together into a programme; ``beside`` are the paths of what lies beside them."""
    if not any(document.path == HEAD_FILE for document in documents):
        raise RepositoryError(
            message("there is no collectif.yaml here"), message("create one with “collectif init”")
        )
    held: dict[str, dict[str, Any]] = {
        kind: {} for kind in (*_MANY, *_ONE, "collective", "people", "counts", "rounds", "roll")
    }
    entries: dict[str, list[Any]] = {}
    files: dict[str, BallotFile] = {}
    for document in documents:
        if document.value is None:
            continue
        if isinstance(document.value, BallotFile):
            files[document.id.partition("/")[0]] = document.value
        elif document.kind == "ballots":
            entries.setdefault(document.id.partition("/")[0], []).append(document.value)
        else:
            held[document.kind][document.id] = document.value
    for id, vote in held["vote"].items():
        parts = {kind: held[kind].get(id) for kind in ("counts", "rounds", "roll")}
        held["vote"][id] = replace(vote, entries=tuple(entries.get(id, ())), many=files.get(id), **parts)
    people = held["people"].get("people")
    many: dict[str, Any] = {attribute: held[kind] for kind, attribute in _MANY.items()}
    one: dict[str, Any] = {kind: held[kind].get(kind) for kind in _ONE}
    return Programme(
        collective=held["collective"].get("collective") or _unreadable(),
        documents=tuple(documents),
        beside=beside,
        people={} if people is None else {person.id: person for person in people.people},
        **many,
        **one,
    )


def _unreadable() -> Collective:
    """Stand in for a ``collectif.yaml`` whose fault was told, so that the other files are still read."""
    top = Span(HEAD_FILE)
    return Collective(span=top, schema=Located(1, top), name=Located("", top), language=Located("fr", top))


def _misplaced(entry: Entry) -> Diagnostic:
    """Give the fault of what is not read: a link, a closed folder, a name or a place out of bounds."""
    code, said, hint = _reason(entry)
    path = entry.path
    if not path.isprintable():
        path = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in path)
    return Diagnostic(Span(path), code, said, hint, FAULTS[code])


def _reason(entry: Entry) -> tuple[str, Message, Message]:
    if not entry.regular:
        said = message("this is a link or a special file: it is not read")
        return "tree-link", said, message("put the text itself here")
    if not entry.stamp:
        said = message("this folder cannot be read")
        return "tree-unreadable", said, message("check its permissions")
    if not entry.path.isprintable():
        said = message("this name holds a character that cannot be shown")
        return "tree-bad-name", said, message("rename it with a to z, 0 to 9 and “-”, at most 60 characters")
    said = message("no text of the programme has this place, so it is not read")
    return "tree-unknown-file", said, message("check the spelling of the folder and of the file")
