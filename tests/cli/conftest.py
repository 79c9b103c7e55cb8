"""Verbs run in this process, in a repository written in the test's docstring."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from collectif_cli.cli.app import run
from tests.texts import write_texts


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


Collectif = Callable[..., Said]


@pytest.fixture
def collectif(capsys: pytest.CaptureFixture[str]) -> Collectif:
    """Give a function that runs ``collectif`` with its arguments, in ``folder`` when it is given."""

    def call(*arguments: str, folder: Path | None = None) -> Said:
        place = ("-C", str(folder)) if folder else ()
        code = run([*arguments, *place])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Give a folder holding the repository of the test's docstring."""
    return write_texts(tmp_path, request.function.__doc__)
