"""A file is written whole or not at all, and nothing is left beside it."""

from pathlib import Path

import pytest

from collectif_cli.errors import RepositoryError
from collectif_cli.store.atomic import write_whole


def test_new_bytes_take_the_place_of_the_old(tmp_path: Path) -> None:
    assert write_whole(tmp_path, "result.yaml", "a: é\n")
    assert not write_whole(tmp_path, "result.yaml", "a: é\n")
    assert write_whole(tmp_path, "result.yaml", "b: 1\n")
    assert (tmp_path / "result.yaml").read_bytes() == b"b: 1\n"
    assert [path.name for path in tmp_path.iterdir()] == ["result.yaml"]


def test_link_is_replaced_and_what_it_leads_to_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "result.yaml").symlink_to("elsewhere")
    assert write_whole(tmp_path, "result.yaml", "mine")
    assert not (tmp_path / "result.yaml").is_symlink()
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError) as stopped:
        write_whole(tmp_path, "no/such/result.yaml", "a: 1\n")
    assert dict(stopped.value.sentence.values)["path"] == "no/such/result.yaml"
