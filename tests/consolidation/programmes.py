"""A programme out of the docstring of a test, and what the room makes of it."""

import inspect
from collections.abc import Callable
from pathlib import Path

from collectif_cli.consolidation.whole import WholeProgramme, consolidate
from collectif_cli.model.programme import Programme
from collectif_cli.store.load import load
from collectif_cli.store.tree import WorkTree
from tests.texts import write_texts


def read(test: Callable[..., None], root: Path) -> Programme:
    """Read the programme of a docstring, which must have no fault of form."""
    programme, faults = load(WorkTree(write_texts(root, inspect.cleandoc(test.__doc__ or ""))))
    assert not faults, faults
    return programme


def whole(test: Callable[..., None], root: Path) -> WholeProgramme:
    """Consolidate the programme of a docstring."""
    return consolidate(read(test, root), ())
