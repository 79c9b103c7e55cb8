"""Ballots kept outside the repository, in CSV or in Parquet: too many for git, or not to be published."""

import os
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from collectif_cli.errors import Refused
from collectif_cli.model.ballot_file import INSTALL, BallotFile
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import Ballots, Vote
from collectif_cli.store.places import Place
from collectif_cli.store.read_document import read_document, read_many
from collectif_cli.store.tree import MANY, Large, large_file


def with_ballots(vote: Vote, path: Path) -> tuple[Vote, tuple[Diagnostic, ...]]:
    """Give the vote with the ballots of a file in place of its own, and the faults of reading them.

    Raises Refused where there is no such file, or none that can be read.
    """
    place, name = Place("ballots", (vote.id, "ballots")), str(path)
    if not path.is_file():
        raise Refused(message("there is no file {path}", path=name))
    large = _csv_of(path) if path.suffix.lower() == ".parquet" else large_file(path)
    if large is not None and large.size >= MANY:
        document, faults = read_many(name, place, large)
    else:
        document, faults = read_document(name, place, _whole(path, large))
    value = document.value
    return (
        replace(
            vote,
            entries=(value,) if isinstance(value, Ballots) else (),
            many=value if isinstance(value, BallotFile) else None,
        ),
        tuple(faults),
    )


def _whole(path: Path, large: Large | None) -> bytes:
    if large is None:
        return path.read_bytes()
    with large.open() as file:
        return file.read()


def _csv_of(path: Path) -> Large:
    """Give a file of Parquet as CSV, in a file that no folder holds."""
    if find_spec("polars") is None:
        raise Refused(
            message("{path}: Parquet is read by Polars, which is not installed", path=str(path)),
            message("type “{command}”", command=INSTALL),
        )
    import polars

    handle, name = tempfile.mkstemp(suffix=".csv")
    try:
        polars.scan_parquet(path).sink_csv(name)
    except (polars.exceptions.PolarsError, OSError) as error:
        os.close(handle)
        raise Refused(message("{path} cannot be read", path=str(path))) from error
    finally:
        Path(name).unlink()  # what is open stays, until the command ends

    def again() -> BinaryIO:
        os.lseek(handle, 0, os.SEEK_SET)
        return os.fdopen(os.dup(handle), "rb", buffering=0)

    return Large(os.fstat(handle).st_size, again)
