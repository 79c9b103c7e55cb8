"""A register out of texts written in a test, on a day."""

from datetime import date
from pathlib import Path

from collectif_cli.model.register import Register, register_of
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.texts import write_texts


def given(tmp_path: Path, text: str, day: str = "2019-05-01") -> Register:
    """Give the register of the texts on the day."""
    programme, faults = load(WorkTree(write_texts(tmp_path, text)))
    assert [one.message for one in faults] == []
    return register_of(programme, date.fromisoformat(day))
