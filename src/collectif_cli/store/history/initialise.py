"""A new git repository, with nothing in it that the person did not ask for."""

import os
from pathlib import Path

from collectif_cli.errors import Refused, RepositoryError
from collectif_cli.model.message import message
from collectif_cli.store.history.command import demand
from collectif_cli.store.history.past import History
from collectif_cli.store.history.place import find_place


def initialise(path: Path) -> History:
    """Make the folder a git repository whose branch is ``main``, from an empty template: no sample hooks.

    Raises Refused when it is one already.
    """
    if os.path.lexists(path / ".git"):
        raise Refused(message("{folder} is already a git repository", folder=os.fspath(path)))
    path.mkdir(parents=True, exist_ok=True)
    demand(path, "init", "--quiet", "--initial-branch=main", "--template=")
    place = find_place(path)
    if place is None:
        raise RepositoryError(message("git could not make a repository in {folder}", folder=os.fspath(path)))
    return History(place)
