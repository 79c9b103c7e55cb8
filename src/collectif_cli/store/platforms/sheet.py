"""A table of contributions: its titles, its rows, and what a row says in the columns that one looks for.

What is odd in a cell is told with its row and its column, and made harmless: invisible characters go, HTML
becomes Markdown, a formula becomes text. A cell too long to be read makes its row left aside.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.message import message, messages
from collectif_cli.model.sent import Sent, Tally
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.days import day_in
from collectif_cli.store.platforms.lines import Row, lines_of, rows_of, text_of
from collectif_cli.store.platforms.markup import is_active, markdown_of, words_of
from collectif_cli.store.raw_text import shown

MOST_CHARACTERS = 100_000  # of one cell: thirty pages, more than anybody reads
_LONGEST_TITLE = 300
# What a spreadsheet would reckon or run: OWASP, “CSV injection”. A list “- like this” is none of it.
_FORMULA = re.compile(r"[=@][A-Za-z(]|[=+-][^\s]*[|!(]|=[^\s=>]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")


class Where(NamedTuple):
    """The titles of the columns that hold what, the first that is there; all of them for the text.

    ``headed`` when the parts of a text stand under the titles of their columns, as the answers of a form do.
    """

    key: Sequence[str] = ()
    title: Sequence[str] = ()
    body: Sequence[str] = ()
    date: Sequence[str] = ()
    author: Sequence[str] = ()
    url: Sequence[str] = ()
    theme: Sequence[str] = ()
    headed: bool = False


class Sheet:
    """A table: where each title stands, and its rows."""

    def __init__(self, path: str, titles: Sequence[str], rows: Iterator[Row], notes: Notes) -> None:
        """Take the titles as they stand; of two alike, the first counts."""
        self.path = path
        self.titles: dict[str, int] = {}
        for place, title in enumerate(titles):
            self.titles.setdefault(shown(" ".join(title.split())), place)
        self.rows = rows
        self.notes = notes

    def raw(self, row: Row, *titles: str) -> str:
        """Give the first of those cells that holds something, as it stands."""
        return self._cell(row, titles)[0]

    def taken(self, row: Row, where: Where, language: str, tally: Tally | None = None) -> Sent | None:
        """Give what a row says; None when nothing is written there, or what must not be taken."""
        faults = len(self.notes.faults)
        title = self._title(row, where.title)
        body = self._body(row, where)
        if len(self.notes.faults) > faults:
            return None
        if not (title.value or body.value):
            said = message("nothing is written in this row")
            self.notes.remark(Span(self.path, row.line, body.span.column), said)
            return None
        url = shown(self.raw(row, *where.url))
        return Sent(
            key=shown(self.raw(row, *where.key)),
            span=Span(self.path, row.line),
            title=title,
            body=body,
            day=day_in(self.raw(row, *where.date), language),
            author=self.raw(row, *where.author),
            url=url if _ADDRESS.match(url) else "",
            theme=words_of(shown(self.raw(row, *where.theme)))[:_LONGEST_TITLE],
            tally=tally,
        )

    def _cell(self, row: Row, titles: Sequence[str]) -> tuple[str, int]:
        """Give the first of those cells that holds something, and the number of its column."""
        column = 1
        for title in titles:
            place = self.titles.get(title)
            if place is not None and place < len(row.cells):
                column = place + 1
                if value := row.cells[place].strip():
                    return value, column
        return "", column

    def _title(self, row: Row, titles: Sequence[str]) -> Located[str]:
        value, column = self._cell(row, titles)
        span = Span(self.path, row.line, column)
        words = words_of(self._harmless(value, span))
        cut = words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rpartition(' ')[0]}…"
        return Located(cut, span)

    def _body(self, row: Row, where: Where) -> Located[str]:
        """Give the parts of the text, one under the other."""
        parts: list[tuple[str, str]] = []
        span = Span(self.path, row.line, self._cell(row, where.body)[1])
        for title in where.body:
            value, column = self._cell(row, (title,))
            text = markdown_of(self._harmless(value, Span(self.path, row.line, column))) if value else ""
            if text:
                parts.append((title, text))
        if where.headed and len(parts) > 1:
            return Located("\n\n".join(f"**{markdown_of(title)}**\n\n{text}" for title, text in parts), span)
        return Located("\n\n".join(text for _title, text in parts), span)

    def _harmless(self, value: str, span: Span) -> str:
        """Give the text of a cell without what nobody sees, and tell what is odd in it."""
        if len(value) > MOST_CHARACTERS:
            said = messages(
                "this cell holds {n} character: its row was left aside",
                "this cell holds {n} characters: its row was left aside",
                len(value),
            )
            self.notes.fault(span, said, message("shorten it on the platform, or type it in by hand"))
            return ""
        bare = shown(value)
        if bare != value:
            self.notes.remark(span, message("invisible characters were taken out of this cell"))
        if is_active(bare):
            self.notes.remark(span, message("a script was taken out of this cell"))
        if _FORMULA.match(bare):
            self.notes.remark(span, message("this cell looks like a formula: it was kept as text"))
        return bare


def open_sheet(file: Handed, notes: Notes) -> Sheet | None:
    """Give the table of a file; None, with a fault, when it has no line of titles."""
    text = text_of(file, notes)
    if text is None:
        return None
    rows = rows_of(lines_of(text), file.path, notes)
    first = next(rows, None)
    if first is None:
        if not notes.faults:
            notes.fault(Span(file.path), message("there is no line of column titles"))
        return None
    return Sheet(file.path, first.cells, rows, notes)


def count_of(text: str) -> int | None:
    """Give the whole number that a cell holds; None when it holds none."""
    bare = text.strip()
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) < 12 else None
