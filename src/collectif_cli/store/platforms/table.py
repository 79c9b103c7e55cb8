"""A table of one's own: a form (Framaforms, LimeSurvey, Google Forms) or a plain CSV, a row a contribution.

Which column holds what is declared once, in the ``source.yaml`` of the source; without it, the usual titles
are recognised. Some forms write two lines of titles: the one that was declared counts.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from collectif_cli.model.contribution import Columns
from collectif_cli.model.message import message
from collectif_cli.model.search import fold
from collectif_cli.model.sent import Asked, Sent
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.importers.workbook import rows_of as workbook_rows
from collectif_cli.store.platforms.lines import Row, lines_of, rows_of, text_of
from collectif_cli.store.platforms.sheet import Sheet, Where

title = message("a table")

_TITLE_LINES = 5
_USUAL = {
    "id": "id|n°|no|numero|number|response id|id de la reponse|numero de serie|serial|uuid",
    "title": "titre|title|sujet|subject|intitule",
    "body": "texte|text|contribution|message|body|description|proposition|proposal|idee|idea"
    "|votre idee|your idea|commentaire|comment",
    "date": "date|horodateur|timestamp|date de soumission|submitted time|submission date"
    "|date submitted|created_at|submitdate",
    "author": "auteur|autrice|author|pseudo|pseudonyme|pseudonym|nom|name|adresse e-mail|email|email address",
    "theme": "theme|thematique|categorie|category|topic",
    "url": "url|lien|link",
}


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the suffix."""
    return bool(files) and all(file.name.endswith((".csv", ".tsv", ".txt", ".xlsx")) for file in files)


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each row; None, with a fault that lists the columns, when nothing says which holds the text."""
    found: list[Sent] = []
    for file in files:
        rows = _rows(file, notes)
        if rows is None:
            return None
        sheet, where = _understood(file.path, rows, asked.columns, notes)
        if sheet is None:
            return None
        found.extend(
            one for row in sheet.rows if (one := sheet.taken(row, where, asked.language)) is not None
        )
    return tuple(found)


def _rows(file: Handed, notes: Notes) -> Iterator[Row] | None:
    if file.name.endswith(".xlsx"):
        cells = workbook_rows(file, notes)
        return None if cells is None else (Row(line, row) for line, row in cells)
    text = text_of(file, notes)
    return None if text is None else rows_of(lines_of(text), file.path, notes)


def _understood(
    path: str, rows: Iterator[Row], columns: Columns | None, notes: Notes
) -> tuple[Sheet | None, Where]:
    """Give the table below its line of titles, and where to look in it."""
    first = list(islice(rows, _TITLE_LINES))
    if not first:
        if not notes.faults:
            notes.fault(Span(path), message("there is no line of column titles"))
        return None, Where()
    declared = columns is not None and bool(columns.body or columns.title)
    for at, row in enumerate(first):
        sheet = Sheet(path, row.cells, chain(first[at + 1 :], rows), notes)
        where = _declared(columns, sheet) if declared and columns else _usual(sheet)
        if where is not None:
            return sheet, where
        if not declared:
            break
    titles = tuple(
        message("“{name}”", name=one) for one in Sheet(path, first[0].cells, iter(()), notes).titles if one
    )
    if columns is not None and declared:
        missing = next(one for one in _names(columns) if not any(one in _titles(row) for row in first))
        said = message("there is no column “{name}” here", name=missing)
    else:
        said = message("nothing says which column holds what people wrote")
    hint = message("say it with “--map body=…”, once; the columns are: {columns}", columns=titles)
    notes.fault(Span(path, first[0].line), said, hint)
    return None, Where()


def _titles(row: Row) -> set[str]:
    return {" ".join(cell.split()) for cell in row.cells}


def _names(columns: Columns) -> Iterator[str]:
    """Yield the titles that were declared."""
    parts = (columns.id, columns.title, columns.date, columns.author, columns.theme, columns.url)
    for one in (*columns.body, *parts):
        if one is not None:
            yield _bare(one)


def _bare(title: Located[str]) -> str:
    return " ".join(title.value.split())


def _declared(columns: Columns, sheet: Sheet) -> Where | None:
    """Give where to look, when all the titles that were declared are there."""
    if not all(name in sheet.titles for name in _names(columns)):
        return None
    of = {
        part: (_bare(one),)
        for part in ("title", "date", "author", "url", "theme")
        if (one := getattr(columns, part)) is not None
    }
    key = (_bare(columns.id),) if columns.id else ()
    return Where(key=key, body=tuple(map(_bare, columns.body)), headed=True, **of)


def _usual(sheet: Sheet) -> Where | None:
    """Give where to look by the usual titles, when one of them holds a text."""
    by_name = {fold(name): name for name in sheet.titles}
    found = {
        part: tuple(by_name[one] for one in names.split("|") if one in by_name)
        for part, names in _USUAL.items()
    }
    return Where(key=found.pop("id"), headed=True, **found) if found["body"] else None
