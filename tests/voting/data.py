"""Where the real elections with published results lie, beside a checkout; tests skip where they do not."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("COLLECTIF_DATA", ROOT.parent / "shared/data"))


def shared(name: str) -> Path:
    """Give a file or a folder of the shared data; skip the test where it is not there."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout (COLLECTIF_DATA says where to look)")
    return path
