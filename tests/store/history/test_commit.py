"""A commit holds exactly the files that were named, as they are, and touches nothing else."""

import os
import subprocess
from pathlib import Path

import pytest

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.store.history import configured_programs, open_history
from collectif_cli.store.history.author import Author
from collectif_cli.store.history.past import History
from tests.hostile import make_hostile
from tests.store.history.repositories import git, repository, save, write

PROPOSAL = "programme/proposals/bus.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """== collectif.yaml ==
    schema: 1
    == programme/proposals/bus.md ==
    un
    == groups/a.md ==
    a
    """
    return repository(
        tmp_path / "depot", f"== collectif.yaml ==\nschema: 1\n== {PROPOSAL} ==\nun\n== groups/a.md ==\na\n"
    )


def opened(root: Path) -> History:
    """Open a past that must be there."""
    history = open_history(root)
    assert history is not None
    return history


def status(root: Path) -> list[str]:
    """Give what plain git says of the work tree."""
    return [line for line in git(root, "status", "--porcelain").split("\n") if line]


def test_only_those_files(root: Path) -> None:
    """The fixture, with a file changed and staged, another changed, a third unknown to git."""
    write(root, "== collectif.yaml ==\nschema: 2\n== groups/a.md ==\nb\n== groups/new.md ==\nx\n")
    git(root, "add", "collectif.yaml")
    before = status(root)
    history = opened(root)
    history.require_ready([PROPOSAL, "programme/proposals/velo.md"])
    write(root, f"== {PROPOSAL} ==\ndeux\n== programme/proposals/velo.md ==\nvélo\n")
    made = history.commit([PROPOSAL, "programme/proposals/velo.md"], "Titre : é\n\nCorps.\n\n")
    assert git(root, "rev-parse", "HEAD") == made == git(root, "rev-parse", "main")
    assert git(root, "log", "-1", "--format=%B").rstrip() == "Titre : é\n\nCorps."
    assert git(root, "diff-tree", "-r", "--name-status", "HEAD~1", "HEAD").split("\n") == [
        f"M\t{PROPOSAL}",
        "A\tprogramme/proposals/velo.md",
    ]
    assert git(
        root, "log", "-1", "--format=%an %ae %cn %P"
    ) == "Tilleul tilleul@collectif.example Tilleul " + git(root, "rev-parse", "HEAD~1")
    assert git(root, "reflog", "-1", "--format=%gs") == "commit: Titre : é"
    assert status(root) == before
    git(root, "fsck", "--strict", "--no-dangling")


def test_an_author(root: Path) -> None:
    """The fixture, with a file changed by somebody else than the one who types."""
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    opened(root).commit([PROPOSAL], "x", Author("Sorbier", "sorbier@collectif.example"))
    said = git(root, "log", "-1", "--format=%an %ae %cn")
    assert said == "Sorbier sorbier@collectif.example Tilleul"


def test_a_file_gone_and_a_folder_in_its_place(root: Path) -> None:
    """The fixture, where a file is moved and a folder takes its name."""
    (root / "groups/a.md").unlink()
    write(root, "== groups/a.md/b.md ==\na\n")
    assert opened(root).commit(["groups/a.md", "groups/a.md/b.md"], "déplacer")
    assert git(root, "ls-tree", "-r", "--name-only", "HEAD", "groups") == "groups/a.md/b.md"
    assert status(root) == []


def test_nothing_to_commit(root: Path) -> None:
    """The fixture as it is."""
    before = git(root, "rev-parse", "HEAD")
    assert opened(root).commit([PROPOSAL, "groups/never.md"], "x") is None
    assert git(root, "rev-parse", "HEAD") == before


def test_the_first_commit(tmp_path: Path) -> None:
    """A repository without a commit, with two files of which one is named."""
    root = tmp_path / "depot"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, "== collectif.yaml ==\nx\n== groups/a.md ==\nx\n")
    history = opened(root)
    with pytest.raises(Refused, match="already had changes"):
        history.require_ready(["collectif.yaml"])
    assert history.commit(["collectif.yaml"], "Premier")
    assert git(root, "ls-tree", "-r", "--name-only", "main") == "collectif.yaml"
    assert status(root) == ["?? groups/"]


def test_modes_are_kept(root: Path) -> None:
    """The fixture, with a file that may be executed."""
    git(root, "update-index", "--chmod=+x", PROPOSAL)
    git(root, "commit", "-q", "-m", "x")
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    opened(root).commit([PROPOSAL], "y")
    assert git(root, "ls-tree", "HEAD", PROPOSAL).startswith("100755 ")


def test_on_a_detached_head(root: Path) -> None:
    """The fixture, on its commit and not on a branch."""
    git(root, "checkout", "-q", "--detach")
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    made = opened(root).commit([PROPOSAL], "x")
    assert git(root, "rev-parse", "HEAD") == made != git(root, "rev-parse", "main")


@pytest.mark.parametrize("setting", ["true", "input"])
def test_line_ends_that_git_changed_are_changed_back(root: Path, setting: str) -> None:
    """The fixture with core.autocrlf, its file checked out in CRLF, and a new one in CRLF."""
    git(root, "config", "core.autocrlf", setting)
    write(root, f"== {PROPOSAL} ==\r\nun\r\n".replace(" ==\r\n", " ==\n"))
    history = opened(root)
    assert history.unsaved([PROPOSAL]) == ()
    history.require_ready([PROPOSAL])
    write(root, f"== {PROPOSAL} ==\nun\r\ndeux\r\n== groups/b.md ==\nb\r\n")
    history.commit([PROPOSAL, "groups/b.md"], "x")
    assert git(root, "cat-file", "blob", f"HEAD:{PROPOSAL}") == "un\ndeux"
    assert git(root, "cat-file", "blob", "HEAD:groups/b.md") == "b"
    assert history.unsaved([PROPOSAL, "groups/b.md"]) == ()
    assert status(root) == []


def test_line_ends_that_people_chose_are_kept(root: Path) -> None:
    """The fixture, with a file written in CRLF, and kept so."""
    write(root, "== groups/b.md ==\nb\r\n")
    history = opened(root)
    history.commit(["groups/b.md"], "x")
    write(root, "== groups/b.md ==\nb\r\nc\r\n")
    history.commit(["groups/b.md"], "y")
    assert git(root, "cat-file", "blob", "HEAD:groups/b.md") == "b\r\nc\r"
    assert status(root) == []


def test_names_in_nfd(root: Path) -> None:
    """The fixture, with two new files whose names differ by their normal form."""
    names = ["groups/e\u0301.md", "groups/\u00e9.md"]
    write(root, "".join(f"== {name} ==\n{name}\n" for name in names))
    opened(root).commit(names[:1], "x")
    listed = git(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "groups").split("\0")
    assert names[0] in listed
    assert names[1] not in listed
    assert opened(root).unsaved(names) == (names[1],)


def test_unsaved_tells_each_kind(root: Path) -> None:
    """The fixture: a file changed, one staged and changed back, one unknown, one gone, one announced."""
    write(root, "== groups/b.md ==\nb\n== groups/c.md ==\nc\n")
    save(root)
    write(
        root,
        f"== {PROPOSAL} ==\ndeux\n== groups/a.md ==\nb\n== groups/new.md ==\nx\n== groups/intent.md ==\nx\n",
    )
    git(root, "add", "groups/a.md")
    git(root, "add", "-N", "groups/intent.md")
    write(root, "== groups/a.md ==\na\n")
    (root / "groups/b.md").unlink()
    others = ("groups/a.md", "groups/b.md", "groups/intent.md", "groups/new.md", PROPOSAL)
    history = opened(root)
    assert history.unsaved([*others, "groups/c.md", "groups/none.md"]) == others
    assert not history.is_dirty(["groups/c.md"])
    with pytest.raises(Refused) as told:
        history.require_ready(["groups/c.md", *others])
    assert told.value.exit_code == 1
    assert dict(told.value.sentence.values) == {"paths": others}


def conflict(root: Path) -> None:
    """Leave a branch ``autre`` that cannot be merged without a person."""
    git(root, "checkout", "-q", "-b", "autre")
    write(root, f"== {PROPOSAL} ==\nlà\n")
    save(root)
    git(root, "checkout", "-q", "main")
    write(root, f"== {PROPOSAL} ==\nici\n")
    save(root)


@pytest.mark.parametrize("verb", ["merge", "rebase", "cherry-pick"])
def test_in_the_middle_of_something(root: Path, verb: str) -> None:
    """The fixture and another branch, in conflict."""
    conflict(root)
    with pytest.raises(AssertionError):
        git(root, verb, "autre")
    history = opened(root)
    assert PROPOSAL in history.unsaved([PROPOSAL])
    with pytest.raises(Refused, match="under way") as told:
        history.require_ready(["groups/a.md"])
    assert verb in str(told.value.sentence.values)
    with pytest.raises(Refused, match="under way"):
        history.commit(["groups/a.md"], "x")


def test_nobody_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixture, on a machine where git was never told a name; then with a name in the repository."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    monkeypatch.delenv("EMAIL", raising=False)
    history = opened(root)
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    with pytest.raises(Refused, match="does not know who you are"):
        history.commit([PROPOSAL], "x")
    git(root, "config", "user.name", "Sorbier")
    with pytest.raises(Refused, match="does not know who you are"):
        history.require_ready(["collectif.yaml"])
    git(root, "config", "user.email", "sorbier@collectif.example")
    assert history.commit([PROPOSAL], "x")
    assert git(root, "log", "-1", "--format=%an") == "Sorbier"


def test_a_link_or_a_folder_is_not_committed(root: Path) -> None:
    """The fixture, with a link to a secret and a folder."""
    (root / "groups/link.md").symlink_to("/etc/hostname")
    for path in ("groups/link.md", "groups"):
        with pytest.raises(Refused, match="not a file that can be read"):
            opened(root).commit([path], "x")


def test_a_file_too_large(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixture, with a limit lowered to one byte."""
    monkeypatch.setattr("collectif_cli.store.history.new_blobs.LARGEST_FILE", 1)
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    with pytest.raises(Refused, match="too large"):
        opened(root).commit([PROPOSAL], "x")


def test_the_branch_is_locked(root: Path) -> None:
    """The fixture, its branch held by another git: nothing is left changed but the file."""
    write(root, f"== {PROPOSAL} ==\ndeux\n== groups/new.md ==\nx\n")
    before = status(root)
    (root / ".git/refs/heads/main.lock").touch()
    with pytest.raises(RepositoryError, match="not made"):
        opened(root).commit([PROPOSAL, "groups/new.md"], "x")
    assert status(root) == before


def test_the_index_is_locked(root: Path) -> None:
    """The fixture, its index held by another git."""
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    before = git(root, "rev-parse", "HEAD")
    (root / ".git/index.lock").touch()
    with pytest.raises(RepositoryError) as told:
        opened(root).commit([PROPOSAL], "x")
    assert "index.lock" in str(told.value.sentence.values)
    assert git(root, "rev-parse", "HEAD") == before


@pytest.mark.parametrize("how", ["split", "sparse", "untracked"])
def test_indexes_of_other_kinds(root: Path, how: str) -> None:
    """The fixture with a split index, a sparse check-out, or a cache of unknown files."""
    if how == "split":
        git(root, "update-index", "--split-index")
    elif how == "sparse":
        git(root, "sparse-checkout", "set", "--cone", "--sparse-index", "programme")
    else:
        git(root, "update-index", "--force-untracked-cache")
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    history = opened(root)
    assert history.unsaved([PROPOSAL]) == (PROPOSAL,)
    assert history.commit([PROPOSAL], "x")
    assert status(root) == []
    assert git(root, "ls-tree", "-r", "--name-only", "HEAD").split("\n") == [
        "collectif.yaml",
        "groups/a.md",
        PROPOSAL,
    ]


def test_names_of_filters_do_need_turning_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixture, hostile: were its filters not turned off by name, writing the index would start them."""
    trap = make_hostile(root)
    monkeypatch.setattr(configured_programs, "_options", lambda place: ())
    write(root, f"== {PROPOSAL} ==\ndeux\n")
    opened(root).commit([PROPOSAL], "x")
    assert any(name.startswith("filter.") for name in trap.sprung())


def test_processes_are_few(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixture and two hundred new files: as many processes as for one."""
    paths = [f"groups/g{number}/call.md" for number in range(200)]
    write(root, "".join(f"== {path} ==\n{path}\n" for path in paths))
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", os.fspath(trace))
    assert opened(root).commit(paths, "x")
    started = [line for line in trace.read_text().splitlines() if '"event":"start"' in line]
    assert len(started) <= 14
    run = subprocess.run(["git", "-C", root, "fsck", "--strict"], capture_output=True, check=False)
    assert run.returncode == 0
