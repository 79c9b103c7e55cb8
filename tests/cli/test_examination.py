"""What is remembered never changes a verdict: the second examination finds what a first one would."""

import os
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.generate import generate
from collectif_cli.cli import examination, shares
from collectif_cli.cli.examination import Examination, examine_again, examine_tree
from collectif_cli.cli.scout import send_scout
from collectif_cli.cli.shares import Examined
from collectif_cli.store import memory
from collectif_cli.store.tree import WorkTree

TODAY = date(2026, 1, 15)
SOME_TEXT = "programme/proposals/proposition-000007.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a generated programme."""
    made = generate(tmp_path / "programme", 60)
    return made


@pytest.fixture
def _old_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files written a moment ago be remembered, as those of a real repository are."""
    monkeypatch.setattr(memory, "GRAIN", -(10**18))


def again(root: Path) -> Examination:
    return examine_again(root, TODAY, root.parent / "cache")


def from_nothing(root: Path) -> Examination:
    return examine_tree(WorkTree(root), TODAY)


@pytest.mark.usefixtures("_old_files")
def test_nothing_changed(root: Path) -> None:
    first = again(root)
    assert again(root) == first == from_nothing(root)
    assert first.files > 60


@pytest.mark.usefixtures("_old_files")
def test_every_kind_of_change_gives_the_verdict_of_a_first_examination(root: Path) -> None:
    """A random walk of edits: bodies, front matters, removals, new files, other kinds of text."""
    chance = random.Random(7)
    again(root)
    for _ in range(40):
        _change(root, chance)
        assert again(root) == from_nothing(root)


def _change(root: Path, chance: random.Random) -> None:
    texts = sorted((root / "programme/proposals").iterdir())
    text = chance.choice(texts)
    kind = chance.randrange(8)
    if kind == 0:
        text.write_text(text.read_text(encoding="utf-8") + "\n## Encore\nUn mot.\n", encoding="utf-8")
    elif kind == 1:
        _swap(text, "status: submitted", "status: adopted")
    elif kind == 2:
        text.unlink()
    elif kind == 3:
        (text.parent / f"nouvelle-{chance.randrange(10_000)}.md").write_bytes(text.read_bytes())
    elif kind == 4:
        _swap(text, "title: ", "titre: ")
    elif kind == 5:
        _swap(root / "collectif.yaml", "max_words: 900", f"max_words: {chance.randrange(10, 900)}")
    elif kind == 6:
        text.write_bytes(text.read_bytes()[: chance.randrange(400)])
    else:
        _swap(text, "competences: [voirie]", "competences: [voirie, eau]")


def _swap(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("_old_files")
def test_one_changed_text_is_the_only_one_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(root)
    read: list[str] = []
    keep = WorkTree.read

    def spy(self: WorkTree, paths: "list[str]") -> object:
        wanted = list(paths)
        read.extend(wanted)
        return keep(self, wanted)

    monkeypatch.setattr(WorkTree, "read", spy)
    with (root / SOME_TEXT).open("a", encoding="utf-8") as file:
        file.write("Une phrase.\n")
    again(root)
    assert [path for path in read if path.startswith("programme/")] == [SOME_TEXT]


def test_a_file_changed_in_the_same_instant_is_not_believed(root: Path) -> None:
    text = root / SOME_TEXT
    _swap(text, "title: Proposition", "title: Propositiom")
    again(root)
    before = text.stat()
    _swap(text, "group: groupe-1", "group: groupe-9")
    os.utime(text, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert any(one.code == "reference-unknown-group" for one in again(root).settled.standing)


def test_several_processes_find_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _swap(root / SOME_TEXT, "group: groupe-1", "group: groupe-9")
    _swap(root / "programme/proposals/proposition-000011.md", "requires: []", "requires: [nulle-part]")
    alone = from_nothing(root)
    monkeypatch.setattr(shares, "ENOUGH", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1, 2})
    assert from_nothing(root) == alone
    assert len(alone.settled.standing) >= 2


@pytest.mark.usefixtures("_old_files")
def test_scout_reports_what_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = root.parent / "cache"
    again(root)
    monkeypatch.setattr("collectif_cli.cli.scout.WORTH", 0)
    _swap(root / SOME_TEXT, "Constat", "Constats")
    scout = send_scout(root, TODAY, cache)
    if scout is None:
        pytest.skip("no second processor to send a scout to")
    assert examine_again(root, TODAY, cache, scout) == from_nothing(root)
    sent = send_scout(root, TODAY, cache)
    assert sent is not None
    changes = sent.report()
    assert changes is not None
    assert [entry.path for entry in changes.changed] == [SOME_TEXT]


@pytest.mark.usefixtures("_old_files")
def test_memory_of_somebody_else_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(root)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    called: list[bool] = []
    keep = examination._everything

    def spy(*given: Any) -> Examined:
        called.append(True)
        return keep(*given)

    monkeypatch.setattr(examination, "_everything", spy)
    again(root)
    assert called
