"""The last commit of each text is that of ``git log -1 -- path``."""

from pathlib import Path

import pytest

from collectif_cli.model.revision import Revision
from collectif_cli.store.history import open_history
from tests.store.history.repositories import git, repository, save, write


def last(root: Path, *paths: str) -> dict[str, Revision]:
    """Give the last commits of the paths."""
    history = open_history(root)
    assert history is not None
    return dict(history.last_changes(paths))


def test_each_its_own(tmp_path: Path) -> None:
    """Three commits: all the files, one of them, another; names with a space, an accent, a line break."""
    names = ("collectif.yaml", "groups/a b.md", "groups/été.md", "groups/a\nb.md")
    root = repository(tmp_path / "depot", "".join(f"== {name} ==\nx\n" for name in names))
    commits = {name: git(root, "rev-parse", "HEAD") for name in names}
    for day, name in enumerate(names[1:3], start=10):
        write(root, f"== {name} ==\ny\n")
        commits[name] = save(root, f"2019-11-{day}T12:00:00 +0100")
    found = last(root, *names, "groups/none.md")
    assert {name: revision.commit for name, revision in found.items()} == commits
    assert found["groups/a b.md"].when.isoformat() == "2019-11-10T12:00:00+01:00"
    assert found["collectif.yaml"].day.isoformat() == "2019-10-09"
    assert last(root) == {}


def test_up_to_a_commit(tmp_path: Path) -> None:
    """What came after the commit that is named does not count."""
    root = repository(tmp_path / "depot", "== collectif.yaml ==\nx\n")
    first = git(root, "rev-parse", "HEAD")
    write(root, "== collectif.yaml ==\ny\n")
    second = save(root, "2019-11-10T12:00:00 +0100")
    history = open_history(root)
    assert history is not None
    for commit, expected in ((first, first), (second, second), (None, second)):
        assert history.last_changes(["collectif.yaml"], commit)["collectif.yaml"].commit == expected


def test_merges(tmp_path: Path) -> None:
    """A branch that changed one file, merged; the merge itself changes another."""
    root = repository(
        tmp_path / "depot", "== collectif.yaml ==\nx\n== groups/a.md ==\nx\n== groups/b.md ==\nx\n"
    )
    git(root, "checkout", "-q", "-b", "autre")
    write(root, "== groups/a.md ==\ny\n")
    work = save(root)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "--no-commit", "autre")
    write(root, "== groups/b.md ==\nz\n")
    merge = save(root)
    found = last(root, "groups/a.md", "groups/b.md")
    assert {path: revision.commit for path, revision in found.items()} == {
        "groups/a.md": work,
        "groups/b.md": merge,
    }


def test_one_process_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty files, each with its own commit."""
    names = [f"groups/g{number}/call.md" for number in range(30)]
    root = repository(tmp_path / "depot")
    for name in names:
        write(root, f"== {name} ==\nx\n")
        save(root)
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(trace))
    assert set(last(root, *names)) == set(names)
    started = [line for line in trace.read_text().splitlines() if '"event":"start"' in line]
    assert len(started) == 3  # where it is, what is present, the history
