"""A bare room with no configuration of its own, from which the objects of a repository are read.

Git run there reads the objects of the repository (and of its alternates) and nothing else of it: no
configuration, hook, attribute, replacement or promise to fetch what is missing. An object that a partial or
shallow clone does not hold is then simply missing, with every version of git (before 2.45, git in a partial
clone would start a fetch for each).
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collectif_cli.store.history.command import Answer, Surroundings, ask, demand
from collectif_cli.store.history.place import Place

_CONFIGURATION = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = {}\n"


@contextmanager
def reading_room(place: Place) -> Iterator[Surroundings]:
    """Give the variables that make a git process read the objects of ``place`` only."""
    with tempfile.TemporaryDirectory(prefix="collectif-") as name:
        room = Path(name)
        (room / "refs").mkdir()
        (room / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
        (room / "config").write_text(_CONFIGURATION.format(place.digest), encoding="ascii")
        if place.shallow:
            (room / "shallow").write_bytes(place.shallow_list.read_bytes())
        yield {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_DIR": name,
            "GIT_OBJECT_DIRECTORY": os.fspath(place.objects),
        }


def look(place: Place, *arguments: str, stdin: bytes = b"") -> bytes:
    """Run git in a reading room; give its output, or raise RepositoryError with what it says."""
    with reading_room(place) as surroundings:
        return demand(None, *arguments, stdin=stdin, surroundings=surroundings)


def look_if(place: Place, *arguments: str) -> Answer:
    """Run git in a reading room; give all that it answers, failure included."""
    with reading_room(place) as surroundings:
        return ask(None, *arguments, surroundings=surroundings)
