"""A repository that tries to start programs starts none, whatever is asked of its past."""

import os
import subprocess
from pathlib import Path

import pytest

from collectif_cli.errors import CollectifError
from collectif_cli.store.history import open_history
from collectif_cli.store.history.author import Author
from collectif_cli.store.tree import WorkTree
from tests.hostile import Trap, make_hostile
from tests.store.history.repositories import repository, write

PROPOSAL = "programme/proposals/bus.md"


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    """== collectif.yaml ==
    schema: 1
    == programme/proposals/bus.md ==
    Des bus la nuit.
    """
    root = repository(
        tmp_path / "depot", f"== collectif.yaml ==\nschema: 1\n== {PROPOSAL} ==\nDes bus la nuit.\n"
    )
    return make_hostile(root)


def plain(trap: Trap, *arguments: str) -> tuple[str, ...]:
    """Run plain git in the trap; give what it started."""
    trap.forget()
    subprocess.run(
        ["git", "-C", trap.root, *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    return trap.sprung()


def test_plain_git_falls_into_the_trap(trap: Trap) -> None:
    """The same repository, in the hands of ordinary git: the trap is real."""
    write(trap.root, f"== {PROPOSAL} ==\nDes bus toute la nuit.\n== collectif.yaml ==\nschema: 2\n")
    assert {"core.fsmonitor", "filter.trap-process.process"} <= {*plain(trap, "status")}
    assert "filter.trap-clean.clean" in plain(trap, "add", PROPOSAL)
    assert "hook:post-index-change" in plain(trap, "update-index", "--refresh")
    assert "diff.external" in plain(trap, "diff", "HEAD")
    assert "diff.trap-text.textconv" in plain(trap, "show", "HEAD")
    assert "hook:pre-commit" in plain(trap, "commit", "-m", "x", "--allow-empty")
    assert "gpg.program" in plain(trap, "commit-tree", "-S", "-m", "x", "HEAD^{tree}")
    assert "hook:reference-transaction" in plain(trap, "update-ref", "refs/heads/x", "HEAD")
    assert "remote.origin.url" in plain(trap, "cat-file", "-p", f"{trap.gone}:collectif.yaml")
    assert "alias.trap" in plain(trap, "trap")


def test_reading_starts_nothing(trap: Trap) -> None:
    """The same repository, with a changed file: everything that can be read of it."""
    write(trap.root, f"== {PROPOSAL} ==\nDes bus toute la nuit.\r\nEt le dimanche.\r\n")
    history = open_history(trap.root)
    assert history is not None
    assert history.head
    assert not history.shallow
    for text in ("HEAD", "main", "gone", "2019-10-09", history.head.commit):
        tree = history.tree(history.resolve(text))
        assert dict(tree.read(entry.path for entry in tree.entries()))
        if text != "gone":
            assert history.changed_lines(text, WorkTree(trap.root)) == {PROPOSAL: frozenset({1, 2})}
            assert history.changed_lines(text, tree) == {}
    for text in ("nothing", "a1b2c3", "1999-01-01", "HEAD:collectif.yaml", "@{upstream}", "origin/main"):
        with pytest.raises(CollectifError):
            history.resolve(text)
    assert history.unsaved([PROPOSAL, "collectif.yaml"]) == (PROPOSAL,)
    assert history.is_dirty([PROPOSAL])
    assert set(history.last_changes([PROPOSAL, "collectif.yaml"])) == {PROPOSAL, "collectif.yaml"}
    assert trap.sprung() == ()


def test_what_a_hostile_remote_promises_is_missing_and_not_fetched(trap: Trap) -> None:
    """The same repository; the tag ``gone`` has a collectif.yaml that only the remote holds."""
    history = open_history(trap.root)
    assert history is not None
    tree = history.tree(history.resolve("gone"))
    assert dict(tree.read(["collectif.yaml"])) == {"collectif.yaml": None}
    assert trap.sprung() == ()


def test_committing_starts_nothing(trap: Trap) -> None:
    """The same repository, with a changed proposal and a new one."""
    history = open_history(trap.root)
    assert history is not None
    new = "programme/proposals/velo.md"
    history.require_ready([PROPOSAL, new])
    write(trap.root, f"== {PROPOSAL} ==\nDes bus toute la nuit.\n== {new} ==\nDes vélos.\n")
    made = history.commit(
        [PROPOSAL, new], "Deux propositions", Author("Sorbier", "sorbier@collectif.example")
    )
    assert history.head
    assert history.head.commit == made
    assert history.unsaved([PROPOSAL, new]) == ()
    assert trap.sprung() == ()


def test_a_git_in_the_repository_itself(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same repository, with a program named ``git`` in it, and a PATH that begins with ``.``."""
    mark = trap.marks / "git"
    (trap.root / "git").write_text(f'#!/bin/sh\n: > "{mark}"\n')
    (trap.root / "git").chmod(0o755)
    monkeypatch.chdir(trap.root)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    subprocess.run(["git", "version"], check=True)
    assert trap.sprung() == ("git",)
    trap.forget()
    history = open_history(Path())
    assert history is not None
    assert history.head
    assert trap.sprung() == ()
