"""A folder of Elekto, as the Kubernetes elections publish it: ``ballots.csv`` and ``election.yaml``.

Source: elekto.dev, "Election administration". The first line of ``ballots.csv`` names the candidates; each
following one is a ballot, with a rank for each, or ``No opinion``. Ranks may be equal.
"""

import csv
from collections.abc import Sequence

from collectif_cli.model.imported import Imported, Paper
from collectif_cli.model.message import message
from collectif_cli.model.source import Located, Span
from collectif_cli.store.importers.handed import lines_of
from collectif_cli.store.importers.importer import MOST_OPTIONS, Handed, Notes, are_countable, number
from collectif_cli.store.yaml_nodes import parse
from collectif_cli.store.yaml_tree import Mapping, Scalar

title = message("a folder of Elekto")
_NO_OPINION = ("", "no opinion")


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the two files."""
    return {"ballots.csv", "election.yaml"} <= {file.name for file in files}


def read(files: Sequence[Handed], notes: Notes) -> Imported | None:
    """Give the ballots, with the name and the seats of the election."""
    by_name = {file.name: file for file in files}
    for file in files:
        if file.name not in ("ballots.csv", "election.yaml"):
            notes.remark(Span(file.path), message("this file was left aside"))
    told = _election(by_name["election.yaml"], notes)
    sheet = by_name["ballots.csv"]
    lines = lines_of(sheet, notes)
    if lines is None:
        return None
    top = Span(sheet.path)
    columns = tuple(Located(name, Span(sheet.path, 1)) for name in _cells(lines[0]))
    if not all(column.value for column in columns) or len(columns) > MOST_OPTIONS:
        hint = message("the first line names the candidates, with a comma between them")
        notes.fault(top, message("the first line does not name the candidates"), hint)
        return None
    papers: list[Paper] = []
    for at, line in enumerate(lines[1:], start=2):
        if line.strip() and not notes.enough:
            _ballot(line, Span(sheet.path, at, 1, len(line)), len(columns), papers, notes)
    if not are_countable(papers, top, notes):
        return None
    name, seats = told
    return Imported(span=top, form="ranks", title=name, columns=columns, papers=tuple(papers), seats=seats)


def _cells(line: str) -> list[str]:
    """Give the cells of a line; none when it cannot be cut into cells."""
    try:
        row = next(csv.reader([line]), [])
    except csv.Error:
        return [""]
    return [" ".join(cell.split()) for cell in row]


def _ballot(line: str, span: Span, size: int, papers: list[Paper], notes: Notes) -> None:
    cells = _cells(line)
    if len(cells) != size:
        said = message(
            "number of cells of this ballot: {found}; of candidates: {size}", found=len(cells), size=size
        )
        notes.fault(span, said)
        return
    ranks = tuple("" if cell.casefold() in _NO_OPINION else cell for cell in cells)
    wrong = next((rank for rank in ranks if rank and not number(rank, MOST_OPTIONS)), None)
    if wrong is not None:
        hint = message("a cell holds a rank from 1, or “No opinion”")
        notes.fault(span, message("“{cell}” is not a rank", cell=wrong), hint)
        return
    papers.append(Paper(ranks, span))


def _election(file: Handed, notes: Notes) -> tuple[str, Located[int] | None]:
    """Give the name of the election, and how many are elected, where it says so."""
    lines = lines_of(file, notes)
    if lines is None:
        return "", None
    root, faults = parse("\n".join(lines))
    for fault in faults[:1]:
        notes.fault(Span(file.path, fault.line, fault.column, fault.width), fault.message, fault.hint)
    if not isinstance(root, Mapping):
        if not faults:
            notes.fault(Span(file.path), message("this is not the description of an election"))
        return "", None
    said = {key.text: value for key, value in root.pairs if isinstance(value, Scalar)}
    name, winners = said.get("name"), said.get("no_winners")
    seats = number(winners.text, MOST_OPTIONS) if winners else None
    span = Span(file.path, winners.line, winners.column, winners.width) if winners else Span(file.path)
    return name.text if name else "", None if seats is None else Located(seats, span)
