"""The small collective that ``collectif init --demo`` writes, kept as plain files in ``templates/demo``."""

from collections.abc import Container, Sequence

from collectif_cli.model.change import Change
from collectif_cli.model.proposal import Proposal
from collectif_cli.store.edit import in_front, put, remove
from collectif_cli.store.given_tree import GivenTree
from collectif_cli.store.load import load
from collectif_cli.store.own_pages import own_folder
from collectif_cli.store.places import place_of
from collectif_cli.store.tree import HEAD_FILE

# Files whose own names would act on the repository of the tool.
_HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
# What lies beside a vote once it is held.
_HELD = frozenset({"ballots", "result"})


def demo_texts(language: str) -> tuple[Change, ...]:
    """Give the files of the demonstration in a language, ``collectif.yaml`` first."""
    folder = own_folder("templates") / "demo" / language
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    paths = sorted(found, key=lambda path: (path != HEAD_FILE, path))
    return tuple(Change(_HIDDEN.get(path, path), None, found[path]) for path in paths)


def as_opened(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Give the same files as they were when the open vote opened: no ballot, and no text adopted by it yet.

    A text that the vote was on bears the status into which the binômes had sorted it.
    """
    programme, _ = load(GivenTree(changes))
    votes = [vote for vote in programme.votes.values() if vote.frozen is not None]
    bound = {text.id.value for vote in votes for text in (vote.frozen.texts if vote.frozen else ())}
    paths = {one.span.path: one for id, one in programme.proposals.items() if id in bound}
    opened = {vote.id for vote in votes}
    return tuple(
        change._replace(after=_before(change.after, paths[change.path])) if change.path in paths else change
        for change in changes
        if not _is_of(change.path, opened)
    )


def _is_of(path: str, votes: Container[str]) -> bool:
    """Tell whether a file holds the ballots or the result of one of those votes."""
    place = place_of(path)
    return place is not None and place.kind in _HELD and place.names[0] in votes


def _before(text: str, proposal: Proposal) -> str:
    status = proposal.assessment.sorted.value if proposal.assessment else "divisive"
    return in_front(text, lambda front: remove(put(front, ("status",), status), ("decisions",)))
