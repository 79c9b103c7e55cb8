"""Writing: all of a command's files or none, one command at a time, never outside the repository."""

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from collectif_cli.errors import CollectifError, Refused, RepositoryError
from collectif_cli.model.change import Change
from collectif_cli.store.lock import FOLDER, locked
from collectif_cli.store.plan import Plan, Step, digest, save
from collectif_cli.store.write import read_text, write

BEFORE = {"groups/people.yaml": "avant\n", "groups/eau/group.yaml": "title: Eau\r\n"}
AFTER = {
    "groups/people.yaml": "après\n",
    "groups/eau/group.yaml": "title: Eaux\r\n",
    "groups/air/meetings/2019-04-12.md": "nouveau",
    "note.md": "neuf\n",
}
CHANGES = [Change(path, BEFORE.get(path), text) for path, text in AFTER.items()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with two texts."""
    return lay(tmp_path / "racine")


def lay(root: Path) -> Path:
    for path, text in BEFORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return root


def held(root: Path) -> dict[str, str]:
    """Give every file below a folder, hidden ones and those of the journal included."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*"))
        if not path.is_dir()
    }


def test_all_files_are_written_and_nothing_else_is_left(root: Path) -> None:
    """Two texts changed, two made, in folders that are and are not there."""
    assert write(root, CHANGES) is None
    assert held(root) == AFTER


def test_permissions_are_kept(root: Path) -> None:
    """A text that the group may write, and one that only its owner may read."""
    (root / "groups/people.yaml").chmod(0o664)
    (root / "groups/eau/group.yaml").chmod(0o600)
    write(root, CHANGES)
    modes = [(root / path).stat().st_mode & 0o777 for path in BEFORE]
    assert modes == [0o664, 0o600]


def stopped(root: Path, step: int, how: str, settled: str = "each") -> int:
    program = Path(__file__).with_name("killed_writes.py")
    done = subprocess.run(
        [sys.executable, str(program), str(root), str(step), how, settled],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode


@pytest.mark.parametrize(("how", "settled"), [("kill", "each"), ("fail", "each"), ("kill", "together")])
def test_stopped_at_any_step_it_is_before_or_after(tmp_path: Path, how: str, settled: str) -> None:
    """The same four files; the process is killed, or the disk fails, at each thing done to it in turn."""

    def at(step: int) -> tuple[int, bool]:
        root = lay(tmp_path / str(step))
        status = stopped(root, step, how, settled)
        if how == "fail":
            texts = {path: text for path, text in held(root).items() if ".collectif-" not in path}
            assert texts in (BEFORE, AFTER)
        write(root, [Change("autre.md", None, "autre")])  # the next command that writes
        found = held(root)
        assert found.pop("autre.md") == "autre"
        assert found in (BEFORE, AFTER), step
        return status, found == AFTER

    outcomes: list[tuple[int, bool]] = []
    with ThreadPoolExecutor(2) as pool:
        for outcome in pool.map(at, range(1, 60)):
            outcomes.append(outcome)
    statuses = [status for status, _ in outcomes]
    whole = [finished for _, finished in outcomes]
    assert statuses[-1] == 0  # there are fewer steps than that
    stops = sum(status != 0 for status in statuses)
    assert stops > 20
    assert not whole[0]
    assert whole[-1]
    if how == "kill":
        assert whole == sorted(whole)  # from one step on it is finished, never undone again


def test_next_command_says_what_was_finished(root: Path) -> None:
    """A command that was killed while it put its files in place."""
    kill_while(root, "finished")
    said = write(root, [Change("autre.md", None, "autre")])
    assert said is not None
    assert "was finished" in said.text
    assert ("paths", tuple(AFTER)) in said.values


def test_next_command_says_what_was_undone(root: Path) -> None:
    """A command that was killed before anything changed."""
    kill_while(root, "changed nothing")
    said = write(root, [Change("autre.md", None, "autre")])
    assert said is not None
    assert "changed nothing" in said.text


def kill_while(root: Path, wanted: str) -> None:
    """Leave the journal in the state that leads to a sentence, with the new bytes beside the files."""
    steps = tuple(Step(path, digest_of(BEFORE.get(path)), digest_of(text)) for path, text in AFTER.items())
    (root / "groups/air/meetings").mkdir(parents=True)
    for path, text in AFTER.items():
        place = root / path
        place.with_name(f".{place.name}.collectif-new").write_bytes(text.encode())
    journal = root / FOLDER
    journal.mkdir()
    save(
        Plan(steps, ("groups/air", "groups/air/meetings")),
        journal,
        "committed" if wanted == "finished" else "preparing",
    )


def digest_of(text: str | None) -> str:
    return digest(None if text is None else text.encode())


def test_what_was_changed_by_hand_meanwhile_is_not_lost(root: Path) -> None:
    """A command was killed half way; somebody then wrote in one of its files."""
    kill_while(root, "finished")
    (root / "groups/people.yaml").write_text("à la main\n", encoding="utf-8")
    with pytest.raises(RepositoryError, match="changed by hand since"):
        write(root, CHANGES)
    assert (root / "groups/people.yaml").read_text(encoding="utf-8") == "à la main\n"
    (root / "groups/.people.yaml.collectif-new").unlink()  # as the hint says
    write(root, [Change("autre.md", None, "autre")])
    assert held(root) == {**AFTER, "groups/people.yaml": "à la main\n", "autre.md": "autre"}


def test_a_journal_from_elsewhere_moves_nothing_outside(root: Path) -> None:
    """A journal that came with a repository, and names a file above it."""
    outside = root.parent / "cible.md"
    outside.write_text("intact", encoding="utf-8")
    (root.parent / ".cible.md.collectif-new").write_text("intrus", encoding="utf-8")
    journal = root / FOLDER
    journal.mkdir()
    save(Plan((Step("../cible.md", digest_of("intact"), digest_of("intrus")),), ()), journal, "committed")
    with pytest.raises(RepositoryError):
        write(root, CHANGES)
    assert outside.read_text(encoding="utf-8") == "intact"
    (journal / "committed").write_text("{", encoding="utf-8")
    with pytest.raises(RepositoryError, match="cannot be read"):
        write(root, CHANGES)


@pytest.mark.parametrize("name", [".gitignore", "lock", "preparing.part", "preparing", "committed"])
def test_links_that_came_with_the_journal_lead_nowhere(root: Path, name: str) -> None:
    """A stranger's repository, whose folder of the journal holds a link to a file of the reader."""
    outside = root.parent / "cible"
    outside.write_text("intact", encoding="utf-8")
    (root / FOLDER).mkdir()
    (root / FOLDER / name).symlink_to(outside)
    with suppress(RepositoryError):
        write(root, CHANGES)
    assert outside.read_text(encoding="utf-8") == "intact"


def test_a_second_command_waits_then_says_whom_for(root: Path) -> None:
    """Another process holds the lock."""
    with locked(root), pytest.raises(RepositoryError) as caught, locked(root, patience=0.1):
        pass
    assert ("pid", str(os.getpid())) in caught.value.sentence.values
    write(root, CHANGES)
    assert held(root) == AFTER


def test_the_lock_of_a_dead_process_holds_nobody(root: Path) -> None:
    """A lock file whose process is gone."""
    (root / FOLDER).mkdir()
    (root / FOLDER / "lock").write_text("999999\n", encoding="ascii")
    write(root, CHANGES)
    assert held(root) == AFTER


def test_commands_at_the_same_time_follow_one_another(root: Path) -> None:
    """Twenty commands, each making a file."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: write(root, [Change(f"{n}.md", None, str(n))]), range(20)))
    assert held(root) == {**BEFORE, **{f"{n}.md": str(n) for n in range(20)}}


@pytest.mark.parametrize(
    "path",
    ["../x.md", "/etc/x.md", "", "a//b.md", "./x.md", "a/../../x.md", ".git/config", ".GIT/hooks/x",
     "a\\b", "a\nb", f"{FOLDER}/lock", "lien/x.md", "lien.md"],
)  # fmt: skip
def test_nothing_is_written_elsewhere(root: Path, path: str) -> None:
    """Paths above, git's own folder, and links that lead out."""
    out = root.parent / "dehors"
    out.mkdir()
    (out / "y.md").write_text("dehors", encoding="utf-8")
    (root / "lien").symlink_to(out)
    (root / "lien.md").symlink_to(out / "y.md")
    before = held(root.parent)
    with pytest.raises(RepositoryError):
        write(root, [Change("ok.md", None, "x"), Change(path, None, "x")])
    assert held(root.parent) == before


@pytest.mark.parametrize("before", ["autre chose", None])
def test_a_file_that_changed_meanwhile_is_left(root: Path, before: str | None) -> None:
    """The file is no longer what the command read."""
    changes = [Change("note.md", None, "x"), Change("groups/people.yaml", before, "x")]
    with pytest.raises(Refused, match="changed while"):
        write(root, changes)
    assert held(root) == BEFORE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_may_not_be_written(root: Path) -> None:
    """A folder without permission to write."""
    (root / "groups/eau").chmod(0o555)
    with pytest.raises(RepositoryError, match="may not write"):
        write(root, CHANGES)
    (root / "groups/eau").chmod(0o755)
    assert held(root) == BEFORE


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "only be read"),
        (errno.EACCES, "may not write"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_trouble_of_the_disk_is_said_plainly(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    """The disk refuses the new bytes of the second file."""
    real, calls = os.fsync, []

    def failing(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 5:
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(RepositoryError, match=said):
        write(root, CHANGES)
    assert held(root) == BEFORE


def test_text_is_read_as_it_is(root: Path) -> None:
    """CRLF, a byte order mark, no file, a file that is no text."""
    (root / "a.md").write_bytes(b"\xef\xbb\xbfa\r\n")
    (root / "b.md").write_bytes(b"\xff")
    assert read_text(root, "a.md") == "\ufeffa\r\n"
    assert read_text(root, "c.md") is None
    for path in ("b.md", "groups"):
        with pytest.raises(CollectifError):
            read_text(root, path)
