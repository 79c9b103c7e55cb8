"""Everything that can be asked of the past of a programme, and the one thing that adds to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from collectif_cli.model.revision import Revision
from collectif_cli.store.history.at_commits import boxes_at, files_in, read_at, read_ids
from collectif_cli.store.history.author import Author
from collectif_cli.store.history.blobs import blob_id
from collectif_cli.store.history.changes import changed_lines
from collectif_cli.store.history.commit import commit, require_ready
from collectif_cli.store.history.git_tree import GitTree
from collectif_cli.store.history.last_changes import last_changes
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.raw_changes import Touched, commits_of, is_within, raw_changes
from collectif_cli.store.history.resolve import describe, head_of, resolve
from collectif_cli.store.history.unsaved import unsaved
from collectif_cli.store.tree import Tree


class History:
    """The past of the programme at ``place``. Paths are those of the programme, from its root, with ``/``."""

    def __init__(self, place: Place) -> None:
        """Take the place that ``find_place`` found."""
        self.place = place

    @property
    def head(self) -> Revision | None:
        """The present commit; None when there is none yet."""
        commit_id = head_of(self.place)
        return describe(self.place, commit_id) if commit_id else None

    @property
    def shallow(self) -> bool:
        """Whether this clone holds only the end of the history."""
        return self.place.shallow

    def resolve(self, text: str) -> Revision:
        """Give the commit that a date or the name of a revision means; see ``resolve``."""
        return resolve(self.place, text)

    def tree(self, revision: Revision) -> GitTree:
        """Give the texts as they were at a revision."""
        return GitTree(self.place, revision.commit)

    def changed_lines(self, since: str, tree: Tree) -> Mapping[str, frozenset[int]]:
        """Give the lines of ``tree`` that are new since a revision, by path; see ``changed_lines``."""
        return changed_lines(self.place, since, tree)

    def last_changes(self, paths: Iterable[str], commit: str | None = None) -> Mapping[str, Revision]:
        """Give the last commit that touched each path, up to that commit or to the present one."""
        return last_changes(self.place, paths, commit)

    def commits(self, head: str) -> tuple[str, ...]:
        """Give the commits of the history of ``head``, children before parents."""
        return commits_of(self.place, head)

    def is_within(self, commit: str, head: str) -> bool:
        """Tell whether a commit is ``head``, or one that it comes from."""
        return is_within(self.place, commit, head)

    def changes_under(self, head: str, names: Sequence[str], since: str = "") -> Iterator[Touched]:
        """Yield what each commit changed under those names, the newest first; see ``raw_changes``."""
        return raw_changes(self.place, head, names, since)

    def read_at(self, asked: Sequence[tuple[str, str]]) -> Iterator[bytes | None]:
        """Yield the bytes of each path at its commit; None for what is not there."""
        return read_at(self.place, asked)

    def read_ids(self, ids: Sequence[str]) -> Iterator[bytes | None]:
        """Yield the bytes of each blob; None for one that this clone does not hold."""
        return read_ids(self.place, ids)

    def folders_at(self, commits: Sequence[str], folders: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Yield each commit and folder that it holds, with the id of the tree of that folder."""
        return boxes_at(self.place, commits, folders)

    def files_in(self, trees: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        """Give the files of each tree, by name with their blobs."""
        return files_in(self.place, trees)

    def blob_id(self, raw: bytes) -> str:
        """Give the id that git gives to a file of those bytes."""
        return blob_id(raw, self.place.digest)

    def unsaved(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Give those of the paths that hold changes no commit has, staged or not."""
        return unsaved(self.place, paths)

    def is_dirty(self, paths: Iterable[str]) -> bool:
        """Tell whether any of the paths holds a change that no commit has."""
        return bool(unsaved(self.place, paths))

    def require_ready(self, paths: Iterable[str]) -> None:
        """Raise Refused when those files could not be committed alone; to be called before writing them."""
        require_ready(self.place, paths)

    def commit(self, paths: Iterable[str], text: str, author: Author | None = None) -> str | None:
        """Make one commit of exactly those files; give its id, or None when nothing differs."""
        return commit(self.place, paths, text, author)
