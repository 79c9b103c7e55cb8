"""Git processes that start no other program, whatever the configuration of the repository says.

Only plumbing is called, and none of it applies filters, shows text conversions or refreshes the index.
What remains is shut twice, by settings and by environment: hooks, fsmonitor, pagers, editors, signatures,
credentials, transports (so that a promised object is never fetched) and automatic maintenance.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import NamedTuple, cast

from git import Git
from git.exc import GitCommandNotFound

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message

_SETTINGS = {
    "commit.gpgSign": "false",
    "core.alternateRefsCommand": "false",
    "core.askPass": "false",
    "core.attributesFile": os.devnull,
    "core.editor": "false",
    "core.fsmonitor": "false",
    "core.gitProxy": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.sshCommand": "false",
    "core.warnAmbiguousRefs": "true",
    "credential.helper": "",
    "diff.external": "",
    "fetch.bundleURI": "",
    "gc.auto": "0",
    "gpg.program": "false",
    "i18n.commitEncoding": "UTF-8",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    "submodule.recurse": "false",
}
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # the name of no protocol; unlike protocol.allow, no setting reopens it
    "GIT_ASKPASS": "false",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_EDITOR": "false",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_SEQUENCE_EDITOR": "false",
    "GIT_SSH_COMMAND": "false",
    "GIT_TERMINAL_PROMPT": "0",
    "SSH_ASKPASS": "false",
}
# By these, a git that called us (from a hook) would lead ours to another place than the folder asked for.
_FOREIGN = (
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIFF_OPTS",
    "GIT_DIR",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)

Surroundings = Mapping[str, str]
NONE: Surroundings = {}


class Answer(NamedTuple):
    """What a git process said: its exit status (0: done), its output, its complaints."""

    status: int
    out: bytes
    err: str


def ask(
    folder: Path | None, *arguments: str, stdin: bytes = b"", surroundings: Surroundings = NONE
) -> Answer:
    """Run git in a folder, to its end; raise RepositoryError only when git itself is gone."""
    with tempfile.TemporaryFile() as given, _alone():
        given.write(stdin)
        given.seek(0)
        try:
            status, out, err = Git().execute(
                _command(folder, arguments),
                istream=given,
                env=_environment(surroundings),
                with_extended_output=True,
                with_exceptions=False,
                stdout_as_string=False,
                strip_newline_in_stdout=False,
            )
        except GitCommandNotFound as error:
            raise RepositoryError(message("git is not installed here, or is not found")) from error
    return Answer(status, out, err)


def demand(
    folder: Path | None, *arguments: str, stdin: bytes = b"", surroundings: Surroundings = NONE
) -> bytes:
    """Run git like ``ask`` and give its output; raise RepositoryError, with what git says, when it fails."""
    return done(ask(folder, *arguments, stdin=stdin, surroundings=surroundings))


def done(answer: Answer) -> bytes:
    """Give the output of a git that did its work, or raise RepositoryError with what it says."""
    if answer.status:
        raise RepositoryError(message("git could not do it: {reason}", reason=reason(answer)))
    return answer.out


@contextmanager
def running(*arguments: str, surroundings: Surroundings) -> Iterator[Popen[bytes]]:
    """Start git and give the process with its three pipes; leaving the block ends it, finished or not."""
    with _alone():
        started = Git().execute(
            _command(None, arguments), istream=PIPE, env=_environment(surroundings), as_process=True
        )
    process, started.proc = cast("Popen[bytes]", started.proc), None  # GitPython would end it in its own way
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def reason(answer: Answer) -> str:
    """Give the last complaint of git, on one line, safe to show."""
    lines = [line for line in answer.err.splitlines() if line.startswith(("fatal:", "error:"))]
    said = lines[-1].partition(":")[2].strip() if lines else str(answer.status)
    return "".join(character if character.isprintable() else "?" for character in said)[:300]


def _command(folder: Path | None, arguments: Iterable[str]) -> list[str]:
    """Put the settings first; ``-C`` because GitPython would expand ``$`` in the name of a folder."""
    settings = [part for key, value in _SETTINGS.items() for part in ("-c", f"{key}={value}")]
    there = [] if folder is None else ["-C", os.fspath(folder)]
    return [str(Git.GIT_PYTHON_GIT_EXECUTABLE), *there, "--no-pager", *settings, *arguments]


def _environment(surroundings: Surroundings) -> dict[str, str]:
    """Give the variables to set; a relative folder in PATH would find a program in the repository."""
    folders = [folder for folder in os.get_exec_path() if Path(folder).is_absolute()]
    return {**_ENVIRONMENT, "PATH": os.pathsep.join(folders), **surroundings}


@contextmanager
def _alone() -> Iterator[None]:
    """Take the foreign variables away while a process starts: GitPython can only add to the environment."""
    kept = {name: os.environ.pop(name) for name in _FOREIGN if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)
