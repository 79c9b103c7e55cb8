"""``collectif search``: words whatever their accents, the best answers first, excerpts that show them."""

import json
from pathlib import Path

import pytest

from collectif_cli.render.hits import excerpt, places
from collectif_cli.store.full_text import folded
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
    assert collectif("search", "MARCHE", folder=root).out.splitlines() == [
        "programme/proposals/marche.md:2",
        "    title: Une fontaine au marché",
        "programme/proposals/bus.md:7",
        "    Le marché ferme à treize heures. Œuvrer ensemble.",
    ]


def test_every_word_must_be_there(collectif: Collectif, root: Path) -> None:
    out = collectif("search", "marché", "oeuvrer", folder=root).out
    assert out.startswith("programme/proposals/bus.md:7\n")
    assert "marche.md" not in out


def test_nothing_found_is_said(collectif: Collectif, root: Path) -> None:
    assert collectif("search", "tramway", folder=root) == (0, "aucun texte ne contient ces mots\n", "")


def test_words_in_colour_keep_the_line(collectif: Collectif, root: Path) -> None:
    out = collectif("search", "marche", "--color", "always", folder=root).out
    assert "au \x1b[33;1mmarché\x1b[0m" in out


def test_kind_and_json(collectif: Collectif, root: Path) -> None:
    whole = json.loads(collectif("search", "essai", "--kind", "collective", "--json", folder=root).out)
    assert (whole["version"], [hit["path"] for hit in whole["hits"]]) == (1, ["collectif.yaml"])
    said = collectif("search", "essai", "--kind", "proposals", folder=root)
    assert said.code == 2
    assert "«\u202fproposal\u202f»" in said.err


def test_excerpt_shows_the_word_of_a_long_line() -> None:
    line = f"{'mot ' * 60}école {'mot ' * 60}"
    shown = excerpt(line, ["ecole"], folded, 60)
    assert len(shown) <= 60
    assert "école" in shown


def test_a_letter_that_folds_to_two_is_found_whole() -> None:
    assert places("L'Œuvre", "oeuvre", folded) == [(2, 7)]
    assert places("L'Œuvre", "", folded) == []
