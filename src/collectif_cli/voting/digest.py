"""A digest of the ballots that does not change with the order of the rows or the look of the file."""

import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256

from collectif_cli.model.vote import Ballots, Counts, Move, Rounds
from collectif_cli.voting.cells import pick


def ballots_digest(entry: Ballots, columns: Sequence[str]) -> str:
    """Give ``sha256:`` and the digest in hexadecimal of the normal form of an entry.

    The normal form, in UTF-8 NFC, has a line for the titles and one for each ballot, sorted by the number
    of the ballot (as text), each ended by a line feed; the cells are separated by tabs, in the order of the
    paper, with every run of spaces made one.
    """
    cells_of = pick(entry, columns)
    rows = sorted([row.ballot, *(cell.value for cell in cells_of(row))] for row in entry.rows)
    return _digest([["ballot", *columns], *rows])


def counts_digest(counts: Counts) -> str:
    """Give the same for counts: a line for each number, with the question, what is counted and how many.

    The lines are sorted; blank ballots, abstentions and those set aside stand as ``/blank``, ``/abstain``
    and ``/invalid``, those who voted as ``/cast``, the record as ``/record``.
    """
    lines: list[list[str]] = []
    for question in counts.questions:
        apart = (("blank", question.blank), ("abstain", question.abstain), ("invalid", question.invalid))
        numbers = [(one.option.value, one.count.value) for one in question.options]
        numbers += [(f"/{name}", number.value) for name, number in apart if number is not None]
        lines += [[question.question.value, name, str(number)] for name, number in numbers]
    if counts.cast is not None:
        lines.append(["", "/cast", str(counts.cast.value)])
    if counts.record is not None:
        lines.append(["", "/record", counts.record.value])
    return _digest(sorted(lines))


def rounds_digest(rounds: Rounds) -> str:
    """Give the same for rounds: a line for the circle, one for each round and one for each of its moves.

    What is not written is empty. Reasons and notes are outside: they tell, and decide nothing.
    """
    lines: list[list[str]] = [["/circle", str(rounds.circle.value) if rounds.circle else ""]]
    if rounds.record is not None:
        lines.append(["/record", rounds.record.value])
    for one in rounds.rounds:
        question = one.question.value if one.question else ""
        lines.append(["/round", one.id.value, one.kind.value, question, *(name.value for name in one.names)])
        lines += [["/move", one.id.value, *_move(move)] for move in one.moves]
    return _digest(lines)


def _move(move: Move) -> list[str]:
    """Give what a move says, in the order of its fields."""
    said = (move.kind, move.person, move.name, move.count, move.objection, move.lifted_by, move.outcome)
    return ["" if one is None else str(one.value) for one in said]


def _digest(lines: Iterable[Iterable[str]]) -> str:
    text = "".join("\t".join(map(_normal, line)) + "\n" for line in lines)
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def _normal(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())
