"""Many files at many commits through one process; nothing written in a text leads git elsewhere."""

from pathlib import Path

import pytest

from collectif_cli.store.history import open_history
from collectif_cli.store.history.past import History
from tests.store.history.repositories import git, repository, save

FILES = "== collectif.yaml ==\nschema: 1\n== programme/votes/v/ballots.csv ==\nballot,q\n1,for\n"
BOX = "programme/votes/v"


@pytest.fixture
def history(tmp_path: Path) -> History:
    root = repository(tmp_path / "le programme", FILES)
    (root / BOX / "ballots.csv").write_text("ballot,q\n1,for\n2,for\n")
    save(root)
    found = open_history(root)
    assert found is not None
    return found


def test_files_at_their_commits(history: History) -> None:
    root = history.place.root
    old, new = git(root, "rev-parse", "HEAD~1"), git(root, "rev-parse", "HEAD")
    path = f"{BOX}/ballots.csv"
    asked = [(new, path), (old, path), (old, "rien.md"), (new, "programme/a b"), (new, path)]
    said = list(history.read_at(asked))
    assert said == [
        b"ballot,q\n1,for\n2,for\n",
        b"ballot,q\n1,for\n",
        None,
        None,
        b"ballot,q\n1,for\n2,for\n",
    ]


@pytest.mark.parametrize("commit", ["HEAD", "", "--batch-all-objects", "main", "0" * 40, f"{'a' * 40}\nHEAD"])
def test_only_whole_ids_are_looked_up(commit: str, history: History) -> None:
    assert list(history.read_at([(commit, "collectif.yaml")])) == [None]
    assert list(history.read_ids([commit])) == [None]


@pytest.mark.parametrize("path", ["collectif.yaml\nHEAD", "\0", "../collectif.yaml", "/etc/passwd"])
def test_only_places_of_texts_are(path: str, history: History) -> None:
    head = git(history.place.root, "rev-parse", "HEAD")
    assert list(history.read_at([(head, path), (head, "collectif.yaml")])) == [None, b"schema: 1\n"]


def test_boxes_and_what_they_hold(history: History) -> None:
    root = history.place.root
    commits = history.commits(git(root, "rev-parse", "HEAD"))
    found = list(history.folders_at(commits, [BOX, "programme/votes/autre"]))
    assert [(commit, folder) for commit, folder, _ in found] == [(commit, BOX) for commit in commits]
    files = history.files_in(tree for _, _, tree in found)
    blobs = [git(root, "rev-parse", f"{commit}:{BOX}/ballots.csv") for commit in commits]
    assert [files[tree] for _, _, tree in found] == [(("ballots.csv", blob),) for blob in blobs]


def test_each_change_of_a_file(history: History) -> None:
    root = history.place.root
    head = git(root, "rev-parse", "HEAD")
    first, last = reversed(list(history.changes_under(head, [BOX])))
    assert (first.path, first.before, first.after) == (f"{BOX}/ballots.csv", "", last.before)
    assert last.revision.commit == head
    assert [one.after for one in history.changes_under(head, [BOX], f"{head}~1")] == [last.after]
    (root / BOX / "ballots.csv").unlink()
    gone = next(history.changes_under(save(root), [BOX]))
    assert (gone.before, gone.after) == (last.after, "")
    assert history.is_within(head, gone.revision.commit)
    assert not history.is_within(gone.revision.commit, head)
