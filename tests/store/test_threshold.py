"""Shares are read as they are written, and written as they are read."""

import pytest

from collectif_cli.store.scalars import parse_threshold


@pytest.mark.parametrize("written", ["> 1/2", ">= 2/3", ">= 1/1", "< 1/3", "> 0/1"])
def test_what_is_written_is_read_again(written: str) -> None:
    assert str(parse_threshold(written)) == written
