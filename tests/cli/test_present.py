"""What is remembered gives the register that reading everything gives."""

from datetime import date
from pathlib import Path

import pytest

from bench.generate import generate
from collectif_cli.cli.examination import examine_again
from collectif_cli.cli.present import remembered
from collectif_cli.model.register import Register, register_of
from collectif_cli.store import memory
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree

TODAY = date(2026, 1, 15)
TEXT = "programme/proposals/proposition-000007.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a generated programme that was examined; files written a moment ago are remembered."""
    monkeypatch.setattr(memory, "GRAIN", -(10**18))
    made = generate(tmp_path / "programme", 40)
    examine_again(made, TODAY, tmp_path / "cache")
    return made


def known(root: Path) -> Register | None:
    return remembered(root, TODAY, root.parent / "cache")


def same(root: Path) -> bool:
    found, anew = known(root), register_of(load(WorkTree(root))[0], TODAY)
    assert found is not None
    numerous = ("proposals", "contributions", "meetings")
    return all(dict(getattr(found, kind)) == dict(getattr(anew, kind)) for kind in numerous) and (
        found.groups,
        found.collective,
        found.written,
    ) == (anew.groups, anew.collective, anew.written)


def test_nothing_changed(root: Path) -> None:
    assert same(root)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TEXT, "status: ", "status: withdrawn # "),
        (TEXT, "title: ", "titre: "),
        ("programme/contributions/plateforme/000001.md", "fate: adopted", "fate: new"),
        ("groups/groupe-1/meetings/2019-03-12.md", "2019-03-12", "2019-03-13"),
        ("groups/groupe-1/group.yaml", "Groupe 1", "Groupe premier"),
        ("collectif.yaml", "2029-07-11", "2029-07-12"),
    ],
)
def test_what_changed_since_is_read_again(root: Path, path: str, old: str, new: str) -> None:
    text = root / path
    before = text.read_text(encoding="utf-8")
    assert old in before
    text.write_text(before.replace(old, new, 1), encoding="utf-8")
    assert same(root)


def test_a_file_that_came_or_went_is_a_reason_to_read_everything(root: Path) -> None:
    (root / TEXT).unlink()
    assert known(root) is None


def test_another_day_remembers_nothing(root: Path) -> None:
    assert remembered(root, date(2026, 1, 16), root.parent / "cache") is None
