"""The programs that a repository's configuration names one by one, turned off where git might start them.

Settings known by their name are shut in ``command``; filters and (since git 2.54) hooks have names of the
repository's own choosing. Writing an index is enough to start a filter: git then reads again the files that
changed in the same instant as the index.
"""

import os

from collectif_cli.store.history.command import NONE, Answer, Surroundings, ask, done
from collectif_cli.store.history.place import Place

_NAMED = r"^(filter|hook)\..*\."
_OFF = {
    "filter": {"clean": "NOTHING", "process": "NOTHING", "required": "NO", "smudge": "NOTHING"},
    "hook": {"enabled": "NO"},
}
_VALUES = {"COLLECTIF_NO": "false", "COLLECTIF_NOTHING": ""}


class Writer:
    """Runs the commands of git that write in a repository; made anew for each commit."""

    def __init__(self, place: Place) -> None:
        """Take the place, and read in its configuration what there is to turn off."""
        self.folder = place.root
        self.options = _options(place)

    def ask(self, *arguments: str, stdin: bytes = b"", surroundings: Surroundings = NONE) -> Answer:
        """Run git to its end and give all that it answers."""
        return ask(
            self.folder, *self.options, *arguments, stdin=stdin, surroundings={**_VALUES, **surroundings}
        )

    def demand(self, *arguments: str, stdin: bytes = b"", surroundings: Surroundings = NONE) -> bytes:
        """Run git to its end and give its output; raise RepositoryError when it fails."""
        return done(self.ask(*arguments, stdin=stdin, surroundings=surroundings))


def _options(place: Place) -> tuple[str, ...]:
    """Give the options that turn off each named program.

    ``--config-env`` cuts at the last ``=``, unlike ``-c``: a name with that sign does not escape.
    """
    answer = ask(place.root, "config", "-z", "--name-only", "--get-regexp", _NAMED)
    names = dict.fromkeys(key.rpartition(".")[0] for key in os.fsdecode(answer.out).split("\0")[:-1])
    return tuple(
        f"--config-env={name}.{key}=COLLECTIF_{value}"
        for name in names
        for key, value in _OFF[name.partition(".")[0]].items()
    )
