"""What would be written, line by line, for those who ask first."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from collectif_cli.model.change import Change
from collectif_cli.render.terminal import Screen, safe

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def changes_text(changes: Sequence[Change], screen: Screen) -> str:
    """Give the changes as a unified diff, safe for a terminal."""
    return "".join(f"{_painted(line, screen)}\n" for change in changes for line in _diff(change))


def _diff(change: Change) -> Iterator[str]:
    before = "" if change.before is None else change.before
    old = "/dev/null" if change.before is None else f"a/{change.path}"
    lines = unified_diff(
        before.splitlines(), change.after.splitlines(), old, f"b/{change.path}", n=1, lineterm=""
    )
    return (safe(line) for line in lines)


def _painted(line: str, screen: Screen) -> str:
    if line.startswith(("+++", "---")):
        return screen.paint(line, "bold")
    colour = _COLOURS.get(line[:1])
    return screen.paint(line, colour) if colour else line
