"""What a verb is given: the folder, the language, the day, the streams; read once, here."""

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from collectif_cli.cli.language_choice import beginning, choose_language
from collectif_cli.errors import RepositoryError
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language, language
from collectif_cli.render.terminal import Screen, paragraph
from collectif_cli.store.tree import HEAD_FILE, Tree, WorkTree

if TYPE_CHECKING:
    import typer

    from collectif_cli.model.revision import Revision
    from collectif_cli.store.history import History


class Settings(NamedTuple):
    """What may be said before or after any verb: the folder to work in, and whether to use colours."""

    folder: Path = Path()
    colour: str = "auto"


class Context:
    """The surroundings of one call."""

    def __init__(
        self,
        settings: Settings,
        out: TextIO | None = None,
        err: TextIO | None = None,
        source: TextIO | None = None,
    ) -> None:
        """Take the settings; the streams are those of the process unless others are given."""
        self.settings = settings
        self.source = source or sys.stdin
        self.out = out or sys.stdout
        self.err = err or sys.stderr
        self.start = settings.folder.resolve()
        self._revisions: dict[str, Revision] = {}

    @cached_property
    def found_root(self) -> Path | None:
        """The folder that holds ``collectif.yaml``, this one or one above; None outside a programme."""
        return next(
            (folder for folder in (self.start, *self.start.parents) if (folder / HEAD_FILE).is_file()), None
        )

    @property
    def root(self) -> Path:
        """The folder that holds ``collectif.yaml``, or a bare clone."""
        if self.found_root is None and self.is_bare:
            return self.start
        if self.found_root is None:
            raise RepositoryError(
                message(
                    "there is no programme repository here, nor in a folder above ({folder})",
                    folder=str(self.start),
                ),
                message("go to its folder, give it with “-C”, or start one with “collectif init”"),
            )
        return self.found_root

    @cached_property
    def language(self) -> Language:
        """The language of the reader."""
        head = beginning(self.found_root)
        if self.found_root is None and self.is_bare:
            head = next((raw or b"" for _path, raw in self.tree().read([HEAD_FILE])), b"")
        return language(choose_language(head, os.environ))

    def language_of(self, code: str) -> Language:
        """Give the language of the reader in a collective of that language: COLLECTIF_LANG still wins."""
        wins = os.environ.get("COLLECTIF_LANG", "")
        return language(choose_language(b"", {"COLLECTIF_LANG": wins, "LANG": code}))

    @cached_property
    def today(self) -> date:
        """The day of the call, in the time zone of the machine."""
        return datetime.now().astimezone().date()

    @cached_property
    def now(self) -> datetime:
        """The instant of the call, to the minute, with the offset of the machine."""
        return datetime.now().astimezone().replace(second=0, microsecond=0)

    def salt(self) -> str:
        """Give 128 bits that nobody can foresee, in hexadecimal."""
        from secrets import token_hex

        return token_hex(16)

    @cached_property
    def cache(self) -> Path:
        """The folder where the person's programs keep what can be made again (XDG Base Directory, 0.8)."""
        said = os.environ.get("XDG_CACHE_HOME", "")
        return Path(said) if said.startswith("/") else Path.home() / ".cache"

    @cached_property
    def screen(self) -> Screen:
        """What the output can show."""
        return _screen(self.out, self.settings.colour)

    @cached_property
    def error_screen(self) -> Screen:
        """What the stream of errors can show."""
        return _screen(self.err, self.settings.colour)

    @cached_property
    def history(self) -> "History":
        """The past of the repository, as git keeps it."""
        from collectif_cli.store.history import open_history, why_no_history

        history = open_history(self.root)
        if history is None:
            raise RepositoryError(*why_no_history(self.root))
        return history

    @property
    def is_bare(self) -> bool:
        """Whether the folder is a bare clone: texts of the past, and no work tree."""
        return (self.start / "HEAD").is_file() and (self.start / "objects").is_dir()

    def revision(self, at: str) -> "Revision":
        """Give the revision that ``--at`` names."""
        if at not in self._revisions:
            self._revisions[at] = self.history.resolve(at)
        return self._revisions[at]

    def tree(self, at: str | None = None) -> Tree:
        """Give the work tree, or the texts as they were at a revision or at the end of a day."""
        if at is None and not self.is_bare:
            return WorkTree(self.root)
        return self.history.tree(self.revision(at or "HEAD"))

    def day(self, at: str | None = None) -> date:
        """Give the day on which the question is asked: today, or the day that ``--at`` names or leads to."""
        return self.today if at is None else self.revision(at).day

    def changed_lines(self, since: str, at: str | None = None) -> Mapping[str, frozenset[int]]:
        """Give, for each file that changed since a revision, the lines that are new in it."""
        return self.history.changed_lines(since, self.tree(at))

    def programme(self, at: str | None = None) -> tuple[Programme, tuple[Diagnostic, ...]]:
        """Give everything read from the tree, and the faults of reading."""
        from collectif_cli.store.load import load

        return load(self.tree(at))

    def print(self, text: str) -> None:
        """Write a text that already ends as it should."""
        self.out.write(text)

    def tell(self, said: Message) -> None:
        """Write a sentence on a line of its own."""
        self.out.write(paragraph(self.language.say(said), self.screen, then="  "))

    def remark(self, said: Message) -> None:
        """Write a sentence on a line of its own, beside what was asked: where errors are read."""
        self.err.write(paragraph(self.language.say(said), self.error_screen, then="  "))


def here(ctx: "typer.Context") -> Context:
    """Give the surroundings that the application put into the context of the command line."""
    context = ctx.find_root().obj
    assert isinstance(context, Context)  # noqa: S101 - put there by cli.app.run, for every verb
    return context


def _screen(stream: TextIO, colour: str) -> Screen:
    interactive = stream.isatty()
    wanted = {"always": True, "never": False}.get(colour)
    if wanted is None:
        wanted = interactive and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(width=_width(stream, interactive), colour=wanted, interactive=interactive)


def _width(stream: TextIO, interactive: bool) -> int:
    """Give COLUMNS when it says so, the terminal's own width, 100 in a pipe."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    if not interactive:
        return 100
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
