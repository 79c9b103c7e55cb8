"""Reads ``roll.csv``: who is on the roll of a vote, and the salt of each commitment."""

from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.model.vote import Roll, RollEntry
from collectif_cli.store.reading import Reading

_TITLES = (["entry"], ["entry", "salt"])


def read_roll(text: str, reading: Reading) -> Roll | None:
    """Give the roll; ``;`` and ``,`` both separate, and ``#`` lines are remarks."""
    rows = [
        (number, [cell.strip() for cell in line.replace(";", ",").split(",")])
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip(" \t,;") and not line.startswith("#")
    ]
    if not rows or rows[0][1] not in _TITLES:
        hint = message("the columns are called “entry” and “salt”")
        reading.fault("vote-roll-row", reading.top, message("the titles of the columns are missing"), hint)
        return None
    width = len(rows[0][1])
    entries = []
    for number, cells in rows[1:]:
        if len(cells) != width or not cells[0]:
            said = message("a line of the roll is a name or a number, then its salt")
            reading.fault("vote-roll-row", Span(reading.path, number), said)
        else:
            salt = cells[1] if width == 2 else ""
            entries.append(RollEntry(cells[0], salt, Span(reading.path, number, 1, len(cells[0]))))
    return Roll(span=reading.top, entries=tuple(entries))
