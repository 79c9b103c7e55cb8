"""The past of a programme is found wherever git keeps it, or its absence is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.store.history import init_repository, open_history, why_no_history
from collectif_cli.store.history.past import History
from tests.store.history.repositories import git, repository, save, write


def opened(root: Path) -> History:
    """Open a past that must be there."""
    history = open_history(root)
    assert history is not None
    return history


def texts(history: History, at: str = "HEAD") -> dict[str, bytes | None]:
    """Give all the texts of a revision."""
    tree = history.tree(history.resolve(at))
    return dict(tree.read([entry.path for entry in tree.entries()]))


def test_no_git_at_all(tmp_path: Path) -> None:
    """A folder that git does not know."""
    assert open_history(tmp_path) is None
    assert "not kept in git" in why_no_history(tmp_path)[0].text


def test_no_git_executable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository, on a machine without git."""
    root = repository(tmp_path / "depot")
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert open_history(root) is None
    assert "not installed" in why_no_history(root)[0].text
    with pytest.raises(RepositoryError, match="not installed"):
        init_repository(tmp_path / "neuf")


def test_git_that_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository whose git is uninstalled while the tool runs."""
    history = opened(repository(tmp_path / "depot"))
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(RepositoryError, match="not installed"):
        history.resolve("HEAD")


def test_a_folder_that_only_looks_like_one(tmp_path: Path) -> None:
    """A folder with an empty ``.git``."""
    (tmp_path / ".git").mkdir()
    assert open_history(tmp_path) is None


def test_no_commit_yet(tmp_path: Path) -> None:
    """A repository just made, with a file."""
    history = init_repository(tmp_path / "depot")
    write(tmp_path / "depot", "== collectif.yaml ==\nschema: 1\n")
    assert history.head is None
    for text in ("HEAD", "2019-10-09"):
        with pytest.raises(RepositoryError, match="no commit yet"):
            history.resolve(text)
    assert history.last_changes(["collectif.yaml"]) == {}
    assert history.unsaved(["collectif.yaml", "nothing"]) == ("collectif.yaml",)


def test_detached_head(tmp_path: Path) -> None:
    """A repository of two commits, on the first of them."""
    root = repository(tmp_path / "depot")
    write(root, "== collectif.yaml ==\nschema: 2\n")
    save(root)
    git(root, "checkout", "-q", "HEAD~1")
    history = opened(root)
    assert texts(history) == {"collectif.yaml": b"schema: 1\n"}
    assert texts(history, "main") == {"collectif.yaml": b"schema: 2\n"}


def test_bare_clone(tmp_path: Path) -> None:
    """A bare clone of a repository."""
    repository(tmp_path / "depot")
    git(tmp_path, "clone", "-q", "--bare", "depot", "nu.git")
    history = opened(tmp_path / "nu.git")
    assert texts(history, "main") == {"collectif.yaml": b"schema: 1\n"}
    with pytest.raises(Refused, match="bare repository"):
        history.require_ready(["collectif.yaml"])


def test_linked_worktree(tmp_path: Path) -> None:
    """A repository with a second work tree on another branch, where the commit is made."""
    root = repository(tmp_path / "depot")
    git(root, "worktree", "add", "-q", "-b", "autre", "../autre")
    write(tmp_path / "autre", "== collectif.yaml ==\nschema: 2\n")
    history = opened(tmp_path / "autre")
    made = history.commit(["collectif.yaml"], "Dans l'autre")
    assert texts(history) == {"collectif.yaml": b"schema: 2\n"}
    assert texts(history, "main") == {"collectif.yaml": b"schema: 1\n"}
    assert git(root, "rev-parse", "autre") == made
    assert git(tmp_path / "autre", "status", "--porcelain") == ""


def test_sub_folder_and_submodule(tmp_path: Path) -> None:
    """A programme in the folder ``le programme`` of a repository, with a submodule in its groups."""
    other = repository(tmp_path / "autre")
    root = repository(tmp_path / "depot", "== le programme/collectif.yaml ==\nschema: 1\n== README ==\nx\n")
    git(
        root,
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        os.fspath(other),
        "le programme/groups/eau",
    )
    save(root)
    history = opened(root / "le programme")
    tree = history.tree(history.resolve("HEAD"))
    assert [(entry.path, entry.regular) for entry in tree.entries()] == [
        ("collectif.yaml", True),
        ("groups/eau", False),
    ]
    assert dict(tree.read(["groups/eau", "collectif.yaml"])) == {
        "groups/eau": None,
        "collectif.yaml": b"schema: 1\n",
    }
    write(root, "== le programme/collectif.yaml ==\nschema: 2\n")
    assert history.unsaved(["collectif.yaml"]) == ("collectif.yaml",)
    made = history.commit(["collectif.yaml"], "Deux")
    assert history.last_changes(["collectif.yaml"])["collectif.yaml"].commit == made
    assert git(root, "status", "--porcelain") == ""
    assert texts(opened(root / "le programme/groups/eau")) == {"collectif.yaml": b"schema: 1\n"}


def test_shallow_clone(tmp_path: Path) -> None:
    """A clone of depth 1 of a repository of two commits, on two days."""
    root = repository(tmp_path / "depot", day="2019-01-01T12:00:00 +0100")
    write(root, "== collectif.yaml ==\nschema: 2\n")
    save(root)
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), "court")
    history = opened(tmp_path / "court")
    assert history.shallow
    assert texts(history) == {"collectif.yaml": b"schema: 2\n"}
    with pytest.raises(RepositoryError, match="only from") as told:
        history.resolve("2019-03-01")
    assert told.value.hint
    assert "unshallow" in told.value.hint.text
    with pytest.raises(Exception, match="no revision") as unknown:
        history.resolve("HEAD~1")
    assert unknown.value.hint == told.value.hint  # type: ignore[attr-defined]  # an error of ours
    assert history.last_changes(["collectif.yaml"])["collectif.yaml"] == history.head


def test_partial_clone(tmp_path: Path) -> None:
    """A clone without the blobs of the past, whose origin is gone."""
    root = repository(tmp_path / "depot")
    write(root, "== collectif.yaml ==\nschema: 2\n")
    save(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", root.as_uri(), "partiel")
    root.rename(tmp_path / "loin")
    history = opened(tmp_path / "partiel")
    assert texts(history) == {"collectif.yaml": b"schema: 2\n"}
    assert texts(history, "HEAD~1") == {"collectif.yaml": None}
    write(tmp_path / "partiel", "== collectif.yaml ==\nschema: 3\n")
    assert history.changed_lines("HEAD~1", history.tree(history.resolve("HEAD"))) == {
        "collectif.yaml": frozenset({1})
    }
    assert history.commit(["collectif.yaml"], "Trois")


def test_sha256(tmp_path: Path) -> None:
    """A repository whose ids are of 64 digits."""
    root = tmp_path / "depot"
    root.mkdir()
    git(root, "init", "-q", "-b", "main", "--object-format=sha256")
    write(root, "== collectif.yaml ==\nschema: 1\n")
    history = opened(root)
    made = history.commit(["collectif.yaml"], "Un")
    assert made
    assert len(made) == 64
    write(root, "== collectif.yaml ==\nschema: 1\nname: Eau\n")
    assert history.unsaved(["collectif.yaml"]) == ("collectif.yaml",)
    assert history.commit(["collectif.yaml"], "Deux")
    assert texts(history, made) == {"collectif.yaml": b"schema: 1\n"}
    assert history.unsaved(["collectif.yaml"]) == ()


def test_called_from_a_hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository, called by the hook of another, in whose surroundings git points at that other one."""
    root = repository(tmp_path / "depot")
    other = repository(tmp_path / "autre", "== collectif.yaml ==\nschema: 9\n")
    monkeypatch.setenv("GIT_DIR", os.fspath(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", os.fspath(other / ".git/index"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert texts(opened(root)) == {"collectif.yaml": b"schema: 1\n"}
    assert os.environ["GIT_DIR"] == os.fspath(other / ".git")


def test_a_folder_whose_name_git_tools_would_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository in a folder named ``$HOME été``."""
    root = repository(tmp_path / "$HOME été")
    monkeypatch.chdir(root)
    assert texts(opened(Path())) == {"collectif.yaml": b"schema: 1\n"}


def test_a_folder_whose_name_holds_a_line_break(tmp_path: Path) -> None:
    """A repository below a folder named on two lines."""
    root = repository(tmp_path / "a\nb")
    with pytest.raises(RepositoryError, match="line break"):
        open_history(root)


def test_the_repository_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository whose folder belongs to another user, as git sees it."""
    root = repository(tmp_path / "depot")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(RepositoryError, match="somebody else") as told:
        open_history(root)
    assert told.value.exit_code == 4
    assert told.value.hint
    assert "safe.directory" in told.value.hint.text


def test_a_bare_repository_that_a_setting_forbids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare repository, and a person who set safe.bareRepository to explicit."""
    git(tmp_path, "init", "-q", "--bare", "nu.git")
    settings = tmp_path / "settings"
    settings.write_text("[safe]\n\tbareRepository = explicit\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.fspath(settings))
    with pytest.raises(RepositoryError, match=r"safe\.bareRepository"):
        open_history(tmp_path / "nu.git")


def test_a_repository_of_the_future(tmp_path: Path) -> None:
    """A repository of a format that no git knows."""
    root = repository(tmp_path / "depot")
    git(root, "config", "core.repositoryFormatVersion", "99")
    with pytest.raises(RepositoryError, match="cannot read this repository"):
        open_history(root)


def test_init_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and a person whose template holds a hook."""
    write(tmp_path, "== template/hooks/pre-commit ==\nexit 1\n")
    monkeypatch.setenv("GIT_TEMPLATE_DIR", os.fspath(tmp_path / "template"))
    init_repository(tmp_path / "neuf")
    assert git(tmp_path / "neuf", "symbolic-ref", "HEAD") == "refs/heads/main"
    assert not (tmp_path / "neuf/.git/hooks").exists()
    with pytest.raises(Refused, match="already a git repository"):
        init_repository(tmp_path / "neuf")


def test_git_python_comes_with_the_first_question() -> None:
    """No repository: importing the room does not import GitPython."""
    said = "import sys, collectif_cli.store.history; print('git' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
