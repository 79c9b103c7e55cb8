"""``collectif explain``: what there is to ask, and what is said of a word that has no page."""

from pathlib import Path

import pytest

from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.explain import _listed
from collectif_cli.render.language import language
from collectif_cli.render.terminal import Screen, columns
from collectif_cli.store.own_pages import explained_words
from tests.cli.conftest import Collectif


def test_every_page_is_listed_one_a_line_in_a_pipe(collectif: Collectif, tmp_path: Path) -> None:
    said = collectif("explain", folder=tmp_path)
    assert said.out.splitlines() == list(explained_words())


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize(("code", "blank"), [("fr", "Bulletin blanc"), ("en", "Blank ballot")])
def test_a_person_is_told_what_the_words_are(code: str, blank: str, width: int) -> None:
    context = Context(Settings())
    context.__dict__["language"] = language(code)
    context.__dict__["screen"] = Screen(width=width, interactive=True)
    said = _listed((), context)
    assert any(line.split() == ["blank-ballot", *blank.split()] for line in said.splitlines())
    assert "  majority " in said
    assert " · yaml" in said
    assert max(map(columns, said.splitlines())) <= width


def test_word_that_has_no_page_is_told_with_the_nearest(collectif: Collectif, tmp_path: Path) -> None:
    said = collectif("explain", "binomz", folder=tmp_path)
    assert (said.code, said.out) == (2, "")
    assert "binome" in said.err
