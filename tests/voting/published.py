"""Where the published elections lie that are too large to be written into tests: read, never copied here."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELECTIONS = Path(os.environ.get("COLLECTIF_DATA") or ROOT.parent / "shared" / "data") / "elections"


def published(path: str) -> Path:
    """Give the place of a published election; skip the test where it is not on this machine."""
    place = ELECTIONS / path
    if not place.exists():
        pytest.skip(f"needs {place}; COLLECTIF_DATA names another folder of published elections")
    return place
