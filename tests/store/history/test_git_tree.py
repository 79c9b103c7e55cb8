"""The texts of a revision are those that were committed, as the work tree would list them."""

import hashlib
from pathlib import Path

import pytest

from collectif_cli.store.history import open_history
from collectif_cli.store.history.blobs import blob_id
from collectif_cli.store.history.git_tree import GitTree
from collectif_cli.store.history.place import find_place
from collectif_cli.store.load import load
from collectif_cli.store.tree import Entry, Tree, WorkTree
from tests.store.history.repositories import git, repository, save, write

FILES = """\
== collectif.yaml ==
schema: 1
== groups/eau/group.yaml ==
id: eau
== groups/.caché/note.md ==
x
== programme/proposals/.brouillon.md ==
x
== programme/proposals/e\u0301te\u0301.md ==
NFD
== programme/proposals/\u00e9t\u00e9.md ==
NFC
== programme/proposals/vide.md ==
== README.md ==
x
"""


def tree_of(root: Path, at: str = "HEAD") -> GitTree:
    """Give the tree of a revision that is there."""
    history = open_history(root)
    assert history is not None
    return history.tree(history.resolve(at))


def contents(tree: Tree) -> dict[str, bytes | None]:
    """Give all the texts of a tree."""
    return dict(tree.read([entry.path for entry in tree.entries()]))


def test_same_as_the_work_tree(tmp_path: Path) -> None:
    """FILES: hidden files, names in NFC and NFD, an empty file, and what is no text of the programme."""
    root = repository(tmp_path / "depot", FILES)
    (root / "programme/votes").mkdir()
    (root / "programme/votes/lien.md").symlink_to("../../README.md")
    (root / "programme/proposals/outil.md").write_text("x")
    (root / "programme/proposals/outil.md").chmod(0o755)
    save(root)
    tree, work = tree_of(root), WorkTree(root)
    assert [(entry.path, entry.regular) for entry in tree.entries()] == [
        (entry.path, entry.regular) for entry in work.entries()
    ]
    assert contents(tree) == contents(work)
    assert ("programme/votes/lien.md", False) in [(entry.path, entry.regular) for entry in tree.entries()]
    assert load(tree) == load(work)


def test_stamps_are_ids_of_blobs(tmp_path: Path) -> None:
    """One file."""
    root = repository(tmp_path / "depot")
    blob = git(root, "rev-parse", "HEAD:collectif.yaml")
    assert tree_of(root).entries() == [Entry("collectif.yaml", (blob,))]
    assert blob_id(b"schema: 1\n", "sha1") == blob


def test_rooms_that_are_not_folders(tmp_path: Path) -> None:
    """``groups`` is a link and ``programme`` a file."""
    root = repository(tmp_path / "depot", "== collectif.yaml ==\nx\n== programme ==\nx\n")
    (root / "groups").symlink_to("/etc")
    save(root)
    found = [("collectif.yaml", True), ("groups", False)]
    assert [(entry.path, entry.regular) for entry in tree_of(root).entries()] == found
    assert [(entry.path, entry.regular) for entry in WorkTree(root).entries()] == found


def test_order_repetition_and_strangers(tmp_path: Path) -> None:
    """Two files, asked for twice, in another order, with a third that is not there."""
    root = repository(tmp_path / "depot", "== collectif.yaml ==\na\n== groups/people.yaml ==\nb\n")
    asked = ["groups/people.yaml", "groups/none.md", "collectif.yaml", "groups/people.yaml"]
    assert list(tree_of(root).read(asked)) == list(zip(asked, (b"b\n", None, b"a\n", b"b\n"), strict=True))


def test_more_than_the_pipes_hold(tmp_path: Path) -> None:
    """3,000 files and one of 3 MB: neither side may wait for the other."""
    files = "".join(f"== groups/g{number}/call.md ==\n{number}\n" for number in range(3000))
    root = repository(tmp_path / "depot", f"{files}== groups/people.yaml ==\n{'x' * 3_000_000}\n")
    assert contents(tree_of(root)) == contents(WorkTree(root))


def test_a_reader_that_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """200 files of 50 kB, of which one is read: neither git nor its room stays behind."""
    text = "x" * 50_000
    root = repository(
        tmp_path / "depot", "".join(f"== groups/g{number}/call.md ==\n{text}\n" for number in range(200))
    )
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(rooms))
    tree = tree_of(root)
    reading = tree.read([entry.path for entry in tree.entries()])
    assert next(reading)[1] == f"{text}\n".encode()
    assert len(list(rooms.iterdir())) == 1
    del reading
    assert list(rooms.iterdir()) == []


def cut(root: Path, blob: str, size: int) -> None:
    """Keep the first bytes only of an object of git; none at all takes it away."""
    path = root / ".git/objects" / blob[:2] / blob[2:]
    raw = path.read_bytes()[:size]
    path.unlink()
    if raw:
        path.write_bytes(raw)


def test_missing_and_damaged_objects(tmp_path: Path) -> None:
    """Five files: among the objects, the first is missing, the third and the last are cut short."""
    digits = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(200))
    names = ("a", "b", "c", "d", "e")
    root = repository(
        tmp_path / "depot", "".join(f"== groups/{name}.md ==\n{name}{digits}\n" for name in names)
    )
    for name, size in (("a", 0), ("c", 1000), ("e", 3)):
        cut(root, git(root, "rev-parse", f"HEAD:groups/{name}.md"), size)
    expected = {f"groups/{name}.md": f"{name}{digits}\n".encode() if name in "bd" else None for name in names}
    assert contents(tree_of(root)) == expected


def test_so_much_damage_that_git_is_not_asked_any_more(tmp_path: Path) -> None:
    """Sixty files, all cut short among the objects."""
    digits = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(200))
    root = repository(
        tmp_path / "depot", "".join(f"== groups/g{number}.md ==\n{number}{digits}\n" for number in range(60))
    )
    tree = tree_of(root)
    for entry in tree.entries():
        cut(root, str(entry.stamp[0]), 1000)
    assert list(contents(tree).values()) == [None] * 60


def test_a_folder_that_says_it_is_a_file(tmp_path: Path) -> None:
    """A forged commit, in which a file is in truth a folder; and a sound one."""
    root = repository(tmp_path / "depot", "== collectif.yaml ==\nx\n== groups/a.md ==\nx\n")
    lie = bytes.fromhex(git(root, "rev-parse", "HEAD:groups"))
    truth = bytes.fromhex(git(root, "rev-parse", "HEAD:collectif.yaml"))
    raw = b"100644 a.md\0" + lie + b"100644 b.md\0" + truth
    folder = git(root, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw)
    top = git(root, "mktree", given=f"040000 tree {folder}\tgroups\n".encode())
    git(root, "update-ref", "HEAD", git(root, "commit-tree", top, "-m", "x"))
    assert contents(tree_of(root)) == {"groups/a.md": None, "groups/b.md": b"x\n"}


def test_a_file_beyond_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files, the first longer than what may be read, here four bytes: enough is read to say so."""
    monkeypatch.setattr("collectif_cli.store.history.blobs.LARGEST_FILE", 4)
    root = repository(tmp_path / "depot", "== collectif.yaml ==\nschema: 1\n== groups/a.md ==\nx\n")
    assert contents(tree_of(root)) == {"collectif.yaml": b"schem", "groups/a.md": b"x\n"}


def test_replaced_objects_are_not_believed(tmp_path: Path) -> None:
    """A repository where a file is replaced by another (git replace)."""
    root = repository(tmp_path / "depot")
    other = git(root, "hash-object", "-w", "--stdin", given=b"schema: 2\n")
    git(root, "replace", git(root, "rev-parse", "HEAD:collectif.yaml"), other)
    assert git(root, "show", "HEAD:collectif.yaml") == "schema: 2"
    assert contents(tree_of(root)) == {"collectif.yaml": b"schema: 1\n"}


def test_a_sub_folder_that_did_not_exist_yet(tmp_path: Path) -> None:
    """A repository whose programme came in a sub-folder with the second commit."""
    root = repository(tmp_path / "depot", "== README ==\nx\n")
    write(root, "== commune/collectif.yaml ==\nschema: 1\n")
    save(root)
    assert tree_of(root / "commune", "HEAD~1").entries() == []
    assert [entry.path for entry in tree_of(root / "commune").entries()] == ["collectif.yaml"]


def test_the_place_of_a_sub_folder(tmp_path: Path) -> None:
    """The same, seen from within."""
    root = repository(tmp_path / "depot", "== commune/collectif.yaml ==\nx\n")
    place = find_place(root / "commune")
    assert place
    assert (place.prefix, place.bare, place.digest) == ("commune/", False, "sha1")
