"""Everything of a tree in one pass: what is a text, what lies beside, what is told of the rest."""

import os
import subprocess
from pathlib import Path

import pytest

from collectif_cli.errors import RepositoryError
from collectif_cli.store import tree as tree_module
from collectif_cli.store.load import load
from collectif_cli.store.tree import Entry, WorkTree
from tests.store.memory_tree import HEAD, MemoryTree

HEADS: dict[str, bytes | None] = {"collectif.yaml": HEAD.encode()}


def told(tree: MemoryTree | WorkTree) -> list[tuple[str, str]]:
    return [(one.span.path, one.code) for one in load(tree)[1]]


def lay(root: Path, *paths: str) -> WorkTree:
    for path in ("collectif.yaml", *paths):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(HEAD if path == "collectif.yaml" else "", encoding="utf-8")
    return WorkTree(root)


def test_there_must_be_a_collective() -> None:
    """A tree of nothing; one whose collectif.yaml is a link."""
    with pytest.raises(RepositoryError):
        load(MemoryTree({}))


def test_file_that_may_not_be_read_does_not_stop_the_others() -> None:
    """A contribution that is locked, a glossary that is not."""
    path = "programme/contributions/plateforme/0001.md"
    programme, faults = load(MemoryTree({**HEADS, path: None, "programme/glossary.yaml": b"socle: le coeur"}))
    assert [(one.span.path, one.code) for one in faults] == [(path, "tree-unreadable")]
    assert programme.glossary is not None
    assert [document.value is None for document in programme.documents if document.path == path] == [True]


def test_what_has_no_place_is_told_and_what_lies_beside_is_not() -> None:
    """A misspelt folder, a picture, a note."""
    files = ("programme/proposal/a.md", "groups/eau/carte.png", "programme/proposals/README.md")
    programme, faults = load(MemoryTree({**HEADS, **dict.fromkeys(files, b"")}))
    assert [(one.span.path, one.code) for one in faults] == [(files[0], "tree-unknown-file")]
    assert programme.beside == set(files[1:])


def test_name_that_cannot_be_shown_is_told_in_one_that_can() -> None:
    """A name with the end of a line, one with half of a character, one that reverses the reading."""
    names = ("a\nb", "a\udcffb", "a\u202eb")
    tree = MemoryTree({**HEADS, **{f"programme/proposals/{name}.md": b"" for name in names}})
    assert set(told(tree)) == {("programme/proposals/a\ufffdb.md", "tree-bad-name")}


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    """A link to a file, a link to a folder, a pipe; then a whole room that is a link."""
    tree = lay(tmp_path, "programme/glossary.yaml", "elsewhere/a.md")
    (tmp_path / "programme/outline.yaml").symlink_to("glossary.yaml")
    (tmp_path / "programme/proposals").symlink_to("../elsewhere")
    os.mkfifo(tmp_path / "programme/candidates.yaml")
    (tmp_path / "groups").symlink_to("elsewhere")
    assert told(tree) == [
        ("groups", "tree-link"),
        ("programme/candidates.yaml", "tree-link"),
        ("programme/outline.yaml", "tree-link"),
        ("programme/proposals", "tree-link"),
    ]


def test_the_head_of_the_programme_may_not_be_a_link(tmp_path: Path) -> None:
    """collectif.yaml leads to a file above the repository."""
    (tmp_path / "ailleurs.yaml").write_text("schema: 1\nname: X\nlanguage: fr\n", encoding="utf-8")
    root = tmp_path / "depot"
    root.mkdir()
    (root / "collectif.yaml").symlink_to(tmp_path / "ailleurs.yaml")
    with pytest.raises(RepositoryError, match="links are not followed"):
        load(WorkTree(root))


def test_folder_that_may_not_be_opened_is_told() -> None:
    """A folder that is listed without its files."""

    class Closed(MemoryTree):
        def large(self, path: str) -> None:
            return None

        def entries(self) -> list[Entry]:
            return [*super().entries(), Entry("programme/proposals", ())]

    assert told(Closed(HEADS)) == [("programme/proposals", "tree-unreadable")]


def test_folders_may_be_deeper_than_calls(tmp_path: Path) -> None:
    """A folder in a folder in a folder, as deep as the file system goes."""
    tree = lay(tmp_path, "programme/a.txt")
    place = os.open(tmp_path / "programme", os.O_RDONLY)
    try:
        for _ in range(1500):
            os.mkdir("d", dir_fd=place)
            inner = os.open("d", os.O_RDONLY, dir_fd=place)
            os.close(place)
            place = inner
        codes = [code for _, code in told(tree)]
        assert codes in (["tree-unknown-file"], ["tree-unknown-file", "tree-unreadable"])
    finally:  # what tidies up after the tests calls itself at each folder
        os.close(place)
        subprocess.run(["rm", "-rf", tmp_path / "programme"], check=True)


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    """What editors leave behind."""
    assert told(lay(tmp_path, "programme/.DS_Store", "groups/.cache/a.md")) == []


def test_file_is_read_no_further_than_the_largest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many megabytes where the largest is small."""
    monkeypatch.setattr(tree_module, "LARGEST_FILE", 100_000)
    path = "programme/glossary.yaml"
    tree = lay(tmp_path, path)
    (tmp_path / path).write_bytes(b"a" * 5_000_000)
    ((_, raw),) = tree.read([path])
    assert raw is not None
    assert 100_000 < len(raw) < 2_000_000


def test_file_that_is_gone_before_it_is_read(tmp_path: Path) -> None:
    """A file that somebody removes meanwhile."""
    assert list(lay(tmp_path).read(["programme/glossary.yaml"])) == [("programme/glossary.yaml", None)]
