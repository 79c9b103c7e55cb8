"""``collectif search``: words whatever their accents, the best answers first, excerpts that show them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.texts import write_texts

TEXTS = """
== programme/proposals/marche.md ==
---
title: Une fontaine au marché
group: eau
status: draft
---
## Constat
On cherche de l'eau sur la place.
== programme/proposals/bus.md ==
---
title: Des bus le soir
group: eau
status: draft
---
## Constat
Le marché ferme à treize heures. Œuvrer ensemble.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give two proposals that speak of a market."""
    return write_texts(tmp_path, TEXTS)


def test_title_comes_before_text(collectif: Collectif, root: Path) -> None:
    out = collectif("search", "MARCHE", folder=root).out
    assert out.index("programme/proposals/marche.md:2") < out.index("programme/proposals/bus.md:7")
    assert "    Le marché ferme à treize heures. Œuvrer ensemble.\n" in out


def test_every_word_must_be_there(collectif: Collectif, root: Path) -> None:
    out = collectif("search", "marché", "oeuvrer", folder=root).out
    assert "programme/proposals/bus.md:7" in out
    assert "marche.md" not in out


def test_nothing_found_is_said(collectif: Collectif, root: Path) -> None:
    said = collectif("search", "tramway", folder=root)
    assert (said.code, said.out) == (1, "")
    assert "tramway" in said.err


def test_words_in_colour_keep_the_line(collectif: Collectif, root: Path) -> None:
    out = collectif("search", "marche", "--color", "always", folder=root).out
    assert "Le \x1b[1;33mmarché\x1b[0m ferme" in out


def test_kind_and_json(collectif: Collectif, root: Path) -> None:
    whole = json.loads(collectif("search", "marche", "--kind", "proposal", "--json", folder=root).out)
    assert whole["version"] == 1
    said = collectif("search", "essai", "--kind", "proposals", folder=root)
    assert said.code == 2
    assert "«\u202fproposal\u202f»" in said.err
