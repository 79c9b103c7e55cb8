"""The index of the ways in which ballots are taken by the million; methods not named are counted by marks."""

from collectif_cli.voting.bulk.as_marks import AsMarks
from collectif_cli.voting.bulk.as_numbers import AsNumbers
from collectif_cli.voting.bulk.as_orders import AsOrders
from collectif_cli.voting.bulk.as_papers import AsPapers
from collectif_cli.voting.bulk.way import Way

WAYS: dict[str, type[Way]] = {
    "approval": AsNumbers,
    "dots": AsNumbers,
    "score": AsNumbers,
    "majority-judgment": AsNumbers,
    "condorcet": AsOrders,
    "schulze": AsOrders,
    "ranked-pairs": AsOrders,
    "irv": AsPapers,
    "stv": AsPapers,
}


def way_of(method: str) -> type[Way]:
    """Give the way of a method."""
    return WAYS.get(method, AsMarks)
