"""Paths that may be written: inside the repository, through no link, and not into git's own folder."""

import os
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
    place = os.fspath(root)
    for depth, part in enumerate(parts, start=1):  # without pathlib, which takes three times as long here
        place = f"{place}{os.sep}{part}"
        if os.path.islink(place):  # noqa: PTH114
            raise RepositoryError(
                message("{path} is a link, and links are not followed", path="/".join(parts[:depth])),
                message("put the text itself here"),
            )
    return Path(place)
