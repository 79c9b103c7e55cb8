"""Which lines changed since a revision, told from the disk without git's filters."""

from pathlib import Path

import pytest

from collectif_cli.errors import RepositoryError, UsageError
from collectif_cli.store.history import open_history
from collectif_cli.store.tree import WorkTree
from tests.store.history.repositories import git, repository, save, write

PROPOSAL = "programme/proposals/bus.md"


def changed(root: Path, since: str = "HEAD", at: str | None = None) -> dict[str, set[int]]:
    """Give the new lines of the work tree, or of a revision."""
    history = open_history(root)
    assert history is not None
    tree = history.tree(history.resolve(at)) if at else WorkTree(root)
    return {path: set(lines) for path, lines in history.changed_lines(since, tree).items()}


def test_new_changed_shortened_and_gone(tmp_path: Path) -> None:
    """Four files: one changes on its second line, one loses a line, one goes; a fifth comes."""
    root = repository(
        tmp_path / "depot",
        f"== {PROPOSAL} ==\na\nb\n== groups/a.md ==\na\nb\n== groups/b.md ==\nx\n== collectif.yaml ==\nx\n",
    )
    write(root, f"== {PROPOSAL} ==\na\nB\n== groups/a.md ==\nb\n== groups/c.md ==\n1\n2\n")
    (root / "groups/b.md").unlink()
    expected = {PROPOSAL: {2}, "groups/a.md": set(), "groups/c.md": {1, 2}}
    assert changed(root) == expected
    save(root)
    assert changed(root) == {}
    assert changed(root, "HEAD~1") == changed(root, "HEAD~1", "HEAD") == expected


def test_what_the_other_branch_did_since_is_not_charged(tmp_path: Path) -> None:
    """A branch that changed the first line, while ``main`` changed the last."""
    root = repository(tmp_path / "depot", f"== {PROPOSAL} ==\n1\n2\n3\n")
    git(root, "checkout", "-q", "-b", "bus")
    write(root, f"== {PROPOSAL} ==\nun\n2\n3\n")
    save(root)
    git(root, "checkout", "-q", "main")
    write(root, f"== {PROPOSAL} ==\n1\n2\ntrois\n")
    save(root)
    assert changed(root, "bus") == {PROPOSAL: {3}}
    assert changed(root, "main", "bus") == {PROPOSAL: {1}}
    git(root, "checkout", "-q", "bus")
    assert changed(root, "main") == {PROPOSAL: {1}}


def test_line_ends_of_a_check_out(tmp_path: Path) -> None:
    """Two files checked out with CRLF (core.autocrlf), of which one is changed."""
    root = repository(tmp_path / "depot", f"== {PROPOSAL} ==\na\nb\n== groups/a.md ==\na\n")
    git(root, "config", "core.autocrlf", "true")
    write(root, f"== {PROPOSAL} ==\na\r\nc\r\n== groups/a.md ==\na\r\n")
    assert changed(root) == {PROPOSAL: {2}}


def test_names_in_nfd_and_files_that_are_not_read(tmp_path: Path) -> None:
    """A name in NFD, a file that becomes a link, a file that cannot be read."""
    name = "groups/e\u0301te\u0301.md"
    root = repository(tmp_path / "depot", f"== {name} ==\na\n== groups/b.md ==\na\nb\n")
    write(root, f"== {name} ==\na\nb\n")
    (root / "groups/b.md").unlink()
    (root / "groups/b.md").symlink_to("/etc/hostname")
    assert changed(root) == {name: {2}, "groups/b.md": {1}}


def test_a_merge_under_way(tmp_path: Path) -> None:
    """A conflict, its marks in the file."""
    root = repository(tmp_path / "depot", f"== {PROPOSAL} ==\na\nb\nc\n")
    git(root, "checkout", "-q", "-b", "autre")
    write(root, f"== {PROPOSAL} ==\na\nB\nc\n")
    save(root)
    git(root, "checkout", "-q", "main")
    write(root, f"== {PROPOSAL} ==\na\nbé\nc\n")
    save(root)
    with pytest.raises(AssertionError):
        git(root, "merge", "autre")
    assert changed(root) == {PROPOSAL: {2, 4, 5, 6}}


def test_histories_with_nothing_in_common(tmp_path: Path) -> None:
    """Two branches without a common commit; then a clone too short to hold it."""
    root = repository(tmp_path / "depot")
    git(root, "checkout", "-q", "--orphan", "autre")
    write(root, "== collectif.yaml ==\nschema: 3\n")
    save(root)
    with pytest.raises(UsageError, match="no commit"):
        changed(root, "main")
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", root.as_uri(), "court")
    with pytest.raises(RepositoryError, match="no commit"):
        changed(tmp_path / "court", "origin/main")
