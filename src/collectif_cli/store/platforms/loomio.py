"""Loomio: the export of a poll, three tables one after the other, each after a line that names it.

What residents wrote are the reasons of their votes; what they chose stands above each. Source:
loomio/loomio, ``PollExporter``.
"""

from collections.abc import Sequence

from collectif_cli.model.message import message, messages
from collectif_cli.model.sent import Asked, Sent
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.lines import Row, lines_of, rows_of, text_of
from collectif_cli.store.platforms.markup import words_of
from collectif_cli.store.platforms.platform import head
from collectif_cli.store.platforms.sheet import Sheet, Where, count_of

title = message("Loomio")

_TABLES = ("poll", "poll_options", "votes")
_WHERE = Where(key=("id",), body=("reason",), date=("created_at",), author=("voter_id",))


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the line that names the first table."""
    return bool(files) and all(head(file).split("\n", 1)[0].strip('\r", ') == "poll" for file in files)


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each reason that somebody wrote, and compare the totals of the options with the votes."""
    found: list[Sent] = []
    for file in files:
        tables = _tables(file, notes)
        if tables is None:
            return None
        found.extend(_reasons(tables, asked))
        _compare(tables, notes)
    return tuple(found)


def _tables(file: Handed, notes: Notes) -> dict[str, tuple[Sheet, list[Row]]] | None:
    text = text_of(file, notes)
    if text is None:
        return None
    parts: dict[str, list[Row]] = {}
    own: list[Row] = []
    for row in rows_of(lines_of(text), file.path, notes, even=False):
        name = "".join(row.cells).strip()
        if name in _TABLES and name not in parts:
            own = parts[name] = []
        else:
            own.append(row)
    missing = next((name for name in _TABLES if not parts.get(name)), None)
    if missing is not None:
        said = message("the table “{name}” is missing from this export", name=missing)
        notes.fault(Span(file.path), said, message("export the poll again"))
        return None
    return {
        name: (Sheet(file.path, rows[0].cells, iter(rows[1:]), notes), rows[1:])
        for name, rows in parts.items()
    }


def _options(tables: dict[str, tuple[Sheet, list[Row]]]) -> list[str]:
    sheet, rows = tables["poll_options"]
    return [sheet.raw(row, "name") for row in rows]


def _reasons(tables: dict[str, tuple[Sheet, list[Row]]], asked: Asked) -> list[Sent]:
    polls, of_poll = tables["poll"]
    theme = words_of(polls.raw(of_poll[0], "title")) if of_poll else ""
    sheet, rows = tables["votes"]
    found = []
    for row in rows:
        if not sheet.raw(row, "reason"):
            continue  # a vote without a word is a vote, not a contribution
        sent = sheet.taken(row, _WHERE, asked.language)
        if sent is not None:
            chosen = [words_of(one) for one in _options(tables) if _points(sheet, row, one)]
            title = sent.title._replace(value=", ".join(chosen))
            found.append(sent._replace(title=title, theme=theme))
    return found


def _points(sheet: Sheet, row: Row, option: str) -> int:
    return count_of(sheet.raw(row, option)) or 0


def _compare(tables: dict[str, tuple[Sheet, list[Row]]], notes: Notes) -> None:
    """Tell the options whose number of voters is not that of the rows."""
    sheet, rows = tables["poll_options"]
    votes, ballots = tables["votes"]
    for row in rows:
        option = sheet.raw(row, "name")
        declared = count_of(sheet.raw(row, "voter_count"))
        counted = sum(_points(votes, ballot, option) > 0 for ballot in ballots)
        if declared is not None and declared != counted:
            said = messages(
                "“{option}”: {n} vote is declared, and {counted} found in the rows",
                "“{option}”: {n} votes are declared, and {counted} found in the rows",
                declared,
                option=option,
                counted=counted,
            )
            notes.remark(Span(sheet.path, row.line), said)
