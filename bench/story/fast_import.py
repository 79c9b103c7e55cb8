"""Writes commits through one ``git fast-import``, with nothing of the person or of the machine in them."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bench.story.authors import Author

# Nothing else of the surroundings reaches git: no configuration, no identity, no language.
_SURROUNDINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "TZ": "UTC",
}
_BRANCH = "refs/heads/main"


class Commit(NamedTuple):
    """One commit: when, by whom, why, and each file as it leaves it (None: taken away)."""

    when: datetime
    author: Author
    message: str
    files: Mapping[str, bytes | None]


def write_repository(folder: Path, commits: Iterable[Commit]) -> str:
    """Make a repository in an empty folder, with those commits on ``main``, and give the id of the last.

    Raise CalledProcessError when git fails, as in a folder that already is a repository with a ``main``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "--quiet", "--initial-branch=main", "--object-format=sha1", "--template=")
    stream = b"".join(_written(commit) for commit in commits) + b"done\n"
    _git(folder, "fast-import", "--quiet", "--done", "--date-format=raw", given=stream)
    _git(
        folder,
        "-c",
        "core.autocrlf=false",
        "-c",
        f"core.hooksPath={os.devnull}",
        "reset",
        "--quiet",
        "--hard",
    )
    return _git(folder, "rev-parse", _BRANCH).decode("ascii").strip()


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    surroundings = {**_SURROUNDINGS, "PATH": os.environ.get("PATH", os.defpath)}
    done = subprocess.run(
        ["git", "-C", os.fspath(folder), *arguments],
        input=given,
        stdout=subprocess.PIPE,
        env=surroundings,
        check=True,
    )
    return done.stdout


def _written(commit: Commit) -> bytes:
    """Give a commit in the language of fast-import."""
    name = f"{commit.author.name} <{commit.author.address}>"
    when = f"{int(commit.when.timestamp())} {commit.when:%z}"
    head = f"commit {_BRANCH}\nauthor {name} {when}\ncommitter {name} {when}\n".encode()
    files = [_file(path, commit.files[path]) for path in sorted(commit.files)]
    return head + _data(f"{commit.message}\n".encode()) + b"".join(files)


def _file(path: str, content: bytes | None) -> bytes:
    if content is None:
        return f"D {path}\n".encode()
    return f"M 100644 inline {path}\n".encode() + _data(content)


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)
