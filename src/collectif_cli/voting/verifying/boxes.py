"""Whether a box only grew: no ballot lost, altered or slipped in among those there were; rounds alike."""

from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.model.vote import Ballots, Move, Rounds, Row


class Growth(NamedTuple):
    """What happened to a box between two states: the numbers of the ballots, and how many were added.

    ``moved`` tells that the ballots that were there are not the first ones any more, in the same order.
    """

    lost: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    added: int = 0
    moved: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether the box only grew."""
        return not (self.lost or self.altered or self.moved)


def growth(before: Ballots | None, after: Ballots | None) -> Growth:
    """Compare two states of one file of ballots; None is no file."""
    if before is None:
        return Growth(added=len(after.rows) if after else 0)
    if after is None:
        return Growth(lost=tuple(row.ballot for row in before.rows))
    said = {row.ballot: _cells(after, row) for row in after.rows}
    lost = tuple(row.ballot for row in before.rows if row.ballot not in said)
    altered = tuple(
        row.ballot for row in before.rows if row.ballot in said and said[row.ballot] != _cells(before, row)
    )
    return Growth(
        lost,
        altered,
        len(after.rows) - len(before.rows) + len(lost),
        _is_moved(before.rows, after.rows, lost),
    )


def rounds_added(before: Rounds | None, after: Rounds | None) -> tuple[Move, ...] | None:
    """Give the moves that stand after all those there were; None when something of those is not there."""
    old, new = _told(before), _told(after)
    if len(new) < len(old) or any(head != new[at][0] for at, (head, _) in enumerate(old)):
        return None
    added: list[Move] = []
    for at, (_, moves) in enumerate(new):
        there = old[at][1] if at < len(old) else ()
        if [_words(one) for one in there] != [_words(one) for one in moves[: len(there)]]:
            return None
        if at < len(old) - 1 and len(moves) > len(there):
            return None
        added += moves[len(there) :]
    return tuple(added)


def _told(rounds: Rounds | None) -> list[tuple[tuple[object, ...], tuple[Move, ...]]]:
    """Give what each round says of itself, with its moves."""
    return [
        (
            (one.id.value, one.kind.value, one.question.value if one.question else "",
             *(name.value for name in one.names)),
            one.moves,
        )
        for one in (rounds.rounds if rounds else ())
    ]  # fmt: skip


def _words(move: Move) -> tuple[object, ...]:
    said = (getattr(move, name) for name in type(move)._fields)
    return tuple(None if one is None else one.value for one in said)


def _is_moved(before: Sequence[Row], after: Sequence[Row], lost: Sequence[str]) -> bool:
    kept = [row.ballot for row in before if row.ballot not in lost]
    return kept != [row.ballot for row in after][: len(kept)]


def _cells(ballots: Ballots, row: Row) -> dict[str, str]:
    """Give what a ballot says under each column; an empty cell says nothing."""
    pairs = zip(ballots.columns, row.cells, strict=True)
    return {column.value: cell.value for column, cell in pairs if cell.value}
