"""Temporary git repositories for the tests of the past."""

import os
import subprocess
from pathlib import Path

DAY = "2019-10-09T18:30:00 +0200"


def git(root: Path, *arguments: str, given: bytes = b"", day: str = DAY) -> str:
    """Run plain git there, as a person would, on that day; give its output."""
    dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    run = subprocess.run(
        ["git", "-C", os.fspath(root), *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **dates},
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return os.fsdecode(run.stdout).rstrip("\n")


def write(root: Path, files: str) -> None:
    """Write the files of a text in which ``== path ==`` starts each."""
    for part in files.split("== ")[1:]:
        path, _, body = part.partition(" ==\n")
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body.encode())


def repository(root: Path, files: str = "== collectif.yaml ==\nschema: 1\n", day: str = DAY) -> Path:
    """Make a repository on the branch ``main`` with those files in its first commit."""
    root.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    write(root, files)
    save(root, day)
    return root


def save(root: Path, day: str = DAY, subject: str = "une modification") -> str:
    """Commit everything as a person would; give the id."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", subject, day=day)
    return git(root, "rev-parse", "HEAD")
