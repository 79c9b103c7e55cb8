"""The text of ``ballots.csv``, row by row: a ballot added, put in place of another, taken away."""

from collections.abc import Iterable, Sequence

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.model.vote import Ballots
from collectif_cli.store.readers.ballots import read_ballots
from collectif_cli.store.reading import Reading


def first_lines(columns: Sequence[str], claim: str) -> str:
    """Give the beginning of a file of ballots: which vote they are of, and the titles of the columns."""
    head = f"# vote: {claim}\n" if claim else ""
    return head + _line(["ballot", *columns], ",")


def text_of(columns: Sequence[str], claim: str, rows: Iterable[Sequence[str]]) -> str:
    """Give a whole file of ballots; a row is the number of a ballot, then its cells."""
    return first_lines(columns, claim) + "".join(_line(row, ",") for row in rows)


def rows_of(text: str, path: str) -> Ballots:
    """Give the ballots of a text; raise Refused when it holds something that is none."""
    reading = Reading(path)
    ballots = read_ballots(text, reading)
    if ballots is None or reading.faults:
        fault = reading.faults[0]
        raise Refused(
            message("{path}, line {line}: {reason}", path=path, line=fault.span.line, reason=fault.message),
            message("mend it by hand, then start again"),
        )
    return ballots


def with_row(text: str, path: str, ballot: str, cells: Sequence[str]) -> str:
    """Give the text with a ballot: in place of the one of that number, or after the last."""
    rows = rows_of(text, path)
    mark = _mark(text, rows)
    at = next((row.span.line for row in rows.rows if row.ballot == ballot), None)
    line = _line([ballot, *cells], mark)
    if at is None:
        return (text if text.endswith("\n") else f"{text}\n") + _ended(line, text)
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: at - 1], _ended(line, text), *lines[at:]])


def without_row(text: str, path: str, ballot: str) -> str:
    """Give the text without the ballot of that number."""
    at = next(row.span.line for row in rows_of(text, path).rows if row.ballot == ballot)
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: at - 1], *lines[at:]])


def _mark(text: str, rows: Ballots) -> str:
    """Give what separates the cells of that text."""
    line = text.split("\n")[rows.columns[0].span.line - 1] if rows.columns else ""
    return ";" if line.count(";") > line.count(",") else ","


def _ended(line: str, text: str) -> str:
    return line.replace("\n", "\r\n") if "\r\n" in text else line


def _line(cells: Sequence[str], mark: str) -> str:
    return mark.join(_quoted(cell) for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    """Give a cell on one line, that reads back as itself whatever separates the cells."""
    bare = " ".join(cell.split())
    if not any(sign in bare for sign in ',;"'):
        return bare
    doubled = bare.replace('"', '""')
    return f'"{doubled}"'
