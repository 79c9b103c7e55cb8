"""Whether a ballot box only grew: none lost, none altered, none slipped in among those that were there."""

from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.model.vote import Ballots, Row


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


def _is_moved(before: Sequence[Row], after: Sequence[Row], lost: Sequence[str]) -> bool:
    kept = [row.ballot for row in before if row.ballot not in lost]
    return kept != [row.ballot for row in after][: len(kept)]


def _cells(ballots: Ballots, row: Row) -> dict[str, str]:
    """Give what a ballot says under each column; an empty cell says nothing."""
    pairs = zip(ballots.columns, row.cells, strict=True)
    return {column.value: cell.value for column, cell in pairs if cell.value}
