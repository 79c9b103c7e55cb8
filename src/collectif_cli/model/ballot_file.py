"""Ballots too many to be held row by row: how their bytes are read, some lines at a time."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Ballots, Row

# What brings what counts them.
INSTALL = "pip install collectif-cli[bulk]"


class Lines(NamedTuple):
    """Whole lines of a file, as bytes, and the number of the first of them."""

    raw: bytes
    first: int


class RowsRead(NamedTuple):
    """What reading some lines one by one gives: the ballots, and what is wrong with those lines."""

    rows: tuple[Row, ...]
    faults: tuple[Diagnostic, ...]


class BallotFile(Noun):
    """A file of ballots whose titles were read, and whose rows were not.

    ``lines`` gives the rows in bytes, as often as it is asked; ``read`` reads some of them as those of any
    other file are read, and ``whole`` all of them; ``scratch`` opens a file that is gone once it is closed.
    ``mark`` is what separates the cells, ``size`` a number of bytes.
    """

    span: Span
    size: int
    mark: str
    columns: tuple[Located[str], ...]
    claims: str
    lines: Callable[[], Iterator[Lines]]
    read: Callable[[Lines], RowsRead]
    whole: Callable[[], tuple[Ballots | None, tuple[Diagnostic, ...]]]
    scratch: Callable[[], BinaryIO]
