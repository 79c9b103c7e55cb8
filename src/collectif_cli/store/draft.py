"""What a command is about to write: texts read once, changed in memory, given as changes."""

from collections.abc import Callable
from pathlib import Path

from collectif_cli.errors import Refused
from collectif_cli.model.change import Change
from collectif_cli.model.message import message
from collectif_cli.store.write import read_text


class Draft:
    """The texts of a repository as they will be; nothing is written."""

    def __init__(self, root: Path) -> None:
        """Start with nothing changed."""
        self._root = root
        self._before: dict[str, str | None] = {}
        self._after: dict[str, str] = {}

    def text(self, path: str) -> str | None:
        """Give the text of a file as it will be; None when there is none."""
        if path in self._after:
            return self._after[path]
        if path not in self._before:
            self._before[path] = read_text(self._root, path)
        return self._before[path]

    def edit(self, path: str, change: Callable[[str], str], start: str = "") -> None:
        """Change the text of a file, or ``start`` when there is none; a refusal names the file."""
        text = self.text(path)
        try:
            self._after[path] = change(start if text is None else text)
        except Refused as error:
            said = message("{path} cannot be changed: {reason}", path=path, reason=error.sentence)
            raise Refused(said, error.hint) from error

    def create(self, path: str, text: str) -> None:
        """Add a file; raise Refused when it is there already."""
        if self.text(path) is not None:
            raise Refused(message("{path} is there already", path=path))
        self._after[path] = text

    def changes(self) -> tuple[Change, ...]:
        """Give the files that will not hold what they hold, in the order in which they were changed."""
        return tuple(
            Change(path, self._before[path], after)
            for path, after in self._after.items()
            if self._before[path] != after
        )
