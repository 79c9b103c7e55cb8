"""Where git keeps the past of a programme, and what kind of repository it is."""

import os
from dataclasses import dataclass
from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.history.command import Answer, ask, reason

_QUESTIONS = (
    "--is-bare-repository",
    "--show-object-format",
    "--absolute-git-dir",
    "--git-path",
    "objects",
    "--git-path",
    "shallow",
    "--show-prefix",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A programme in a git repository.

    ``root`` is the folder of ``collectif.yaml``, or the bare repository itself; ``prefix`` leads to it from
    the top of the repository (empty, or ``folder/``). ``digest`` names git's hash: sha1 or sha256.
    """

    root: Path
    prefix: str
    bare: bool
    digest: str
    git_dir: Path
    objects: Path
    shallow_list: Path

    @property
    def shallow(self) -> bool:
        """Tell whether the clone holds only the end of the history."""
        return self.shallow_list.is_file()

    @property
    def no_commit(self) -> str:
        """The id that stands for the absence of a commit."""
        return "0" * (64 if self.digest == "sha256" else 40)


def find_place(root: Path) -> Place | None:
    """Ask git about the folder; None when no repository holds it, RepositoryError when git refuses."""
    answer = ask(root, "rev-parse", *_QUESTIONS)
    if answer.status:
        if "not a git repository" in answer.err:
            return None
        raise _refusal(root, answer)
    lines = os.fsdecode(answer.out).split("\n")
    if len(lines) != 7:
        raise RepositoryError(message("the name of a folder above the repository holds a line break"))
    bare, digest, git_dir, objects, shallow_list, prefix, _ = lines
    return Place(
        root=root,
        prefix=prefix,
        bare=bare == "true",
        digest=digest,
        git_dir=Path(git_dir),
        objects=(root / objects).resolve(),
        shallow_list=(root / shallow_list).resolve(),
    )


def _refusal(root: Path, answer: Answer) -> RepositoryError:
    if "dubious ownership" in answer.err:
        return RepositoryError(
            message("this repository belongs to somebody else, so git does not open it"),
            message(
                "if you trust it: git config --global --add safe.directory {folder}",
                folder=os.fspath(root),
            ),
        )
    if "cannot use bare repository" in answer.err:
        return RepositoryError(
            message("your setting safe.bareRepository keeps git from opening a bare repository"),
            message("make an ordinary clone of it, and work there"),
        )
    return RepositoryError(message("git cannot read this repository: {reason}", reason=reason(answer)))
