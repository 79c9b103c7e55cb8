"""A copy of a repository, with its history and none of its configuration, to try things on."""

import os
import shutil
from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.history.command import demand
from collectif_cli.store.history.git_tree import GitTree
from collectif_cli.store.history.past import History
from collectif_cli.store.history.place import Place, find_place

_CONFIGURATION = (
    "[core]\n\trepositoryformatversion = 1\n\tbare = false\n"
    "[extensions]\n\tobjectFormat = {}\n"
    "[user]\n\tname = self-test\n\temail = self-test@collectif.invalid\n"
)


def duplicate(place: Place, head: str, folder: Path) -> History:
    """Copy the objects, and write the texts of ``head``, into an empty folder; give the past of the copy."""
    git = folder / ".git"
    (git / "refs" / "heads").mkdir(parents=True)
    shutil.copytree(place.objects, git / "objects", symlinks=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n", encoding="ascii")
    (git / "config").write_text(_CONFIGURATION.format(place.digest), encoding="ascii")
    (git / "refs" / "heads" / "main").write_text(f"{head}\n", encoding="ascii")
    if place.shallow:
        shutil.copyfile(place.shallow_list, git / "shallow")
    root = folder / place.prefix if place.prefix else folder
    root.mkdir(parents=True, exist_ok=True)
    tree = GitTree(place, head)
    for path, raw in tree.read(entry.path for entry in tree.entries() if entry.regular):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw or b"")
    demand(root, "read-tree", head)
    found = find_place(root)
    if found is None:
        raise RepositoryError(message("git could not make a repository in {folder}", folder=os.fspath(root)))
    return History(found)


def move_to(history: History, commit: str) -> None:
    """Put the branch and the index of a copy on a commit; the files are left as they are."""
    demand(history.place.root, "update-ref", "refs/heads/main", commit)
    demand(history.place.root, "read-tree", commit)


def forget_past(history: History) -> str:
    """Make a commit of what the branch holds with no past at all, put the branch on it, and give its id."""
    root = history.place.root
    tree = demand(root, "rev-parse", "HEAD^{tree}").decode("ascii").strip()
    made = demand(root, "commit-tree", "-m", "all at once", tree).decode("ascii").strip()
    move_to(history, made)
    return made
