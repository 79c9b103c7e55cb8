"""Paths that may be written: inside the repository, through no link, and not into git's own folder."""

from pathlib import Path

from collectif_cli.errors import RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.lock import FOLDER

_NOT_OURS = frozenset({"", ".", "..", ".git", FOLDER})


def inside(root: Path, path: str) -> Path:
    """Give the place of a file; raise RepositoryError when it is outside, git's, or behind a link."""
    parts = path.split("/")
    if not path.isprintable() or "\\" in path or any(part.lower() in _NOT_OURS for part in parts):
        raise RepositoryError(message("“{path}” is not a place where a text may be written", path=path))
    place = root
    for part in parts:
        place = place / part
        if place.is_symlink():
            link = place.relative_to(root).as_posix()
            raise RepositoryError(
                message("{path} is a link, and links are not followed", path=link),
                message("put the text itself here"),
            )
    return place
