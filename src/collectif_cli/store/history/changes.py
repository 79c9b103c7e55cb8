"""What changed since a revision: the lines of each text, and the last commit of each."""

from collections.abc import Iterator, Mapping

from collectif_cli.errors import RepositoryError, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.revision import Revision
from collectif_cli.store.history.blobs import blob_id, read_blobs
from collectif_cli.store.history.git_tree import GitTree
from collectif_cli.store.history.line_changes import every_line, new_lines
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import look_if
from collectif_cli.store.history.resolve import needed_head, resolve
from collectif_cli.store.tree import Tree


def changed_lines(place: Place, since: str, tree: Tree) -> Mapping[str, frozenset[int]]:
    """Give, for each path of ``tree`` whose text changed since a revision, the numbers of its new lines.

    What counts is the point where the present history left that revision (their merge base, as with
    ``git diff REV...``), so that what others added to it since is not charged to this change. A file of
    another name is new, and all its lines with it; a file from which lines were only taken away has none.
    Line ends (LF or CRLF) make no difference. Nothing is compared through git's index or filters.
    """
    base = _base(place, resolve(place, since), tree)
    former = {entry.path: str(entry.stamp[0]) for entry in GitTree(place, base).entries() if entry.regular}
    found: dict[str, frozenset[int]] = {}
    changed: list[tuple[str, bytes, str]] = []
    for path, raw in _candidates(place, tree, former):
        if raw is None or path not in former:
            found[path] = every_line(raw or b"")
        else:
            changed.append((path, raw, former[path]))
    for (path, raw, _), old in zip(changed, read_blobs(place, [blob for *_, blob in changed]), strict=True):
        found[path] = every_line(raw) if old is None else new_lines(old, raw)
    return found


def _base(place: Place, since: Revision, tree: Tree) -> str:
    """Give the best common ancestor of a revision and of what ``tree`` shows."""
    present = tree.commit if isinstance(tree, GitTree) else needed_head(place)
    answer = look_if(place, "merge-base", since.commit, present)
    if answer.status:
        said = message("that revision and the present one share no commit")
        if place.shallow:
            raise RepositoryError(said, message("fetch the rest with “git fetch --unshallow”"))
        raise UsageError(said)
    return answer.out.decode("ascii").strip()


def _candidates(place: Place, tree: Tree, former: Mapping[str, str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the files that are not the same, byte for byte or but for their line ends, as in ``former``."""
    entries = tree.entries()
    if isinstance(tree, GitTree):
        entries = [entry for entry in entries if former.get(entry.path) != entry.stamp[0]]
    yield from ((entry.path, None) for entry in entries if not entry.regular)
    for path, raw in tree.read(entry.path for entry in entries if entry.regular):
        if raw is None or not _same(place, raw, former.get(path)):
            yield path, raw


def _same(place: Place, raw: bytes, blob: str | None) -> bool:
    return blob is not None and (
        blob_id(raw, place.digest) == blob
        or (b"\r\n" in raw and blob_id(raw.replace(b"\r\n", b"\n"), place.digest) == blob)
    )
