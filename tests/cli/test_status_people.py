"""``collectif status --representativity``: the figures, the aims, what is not told, at any width."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.texts import write_texts

REPOSITORY = """
== collectif.yaml ==
schema: 1
name: Essai
language: fr
representativity: {women: ">= 1/2", first_engagement: "> 1/2"}
== groups/eau/group.yaml ==
title: Eau
kind: thematic
formed: 2018-11-20
composition: {date: 2019-04-09, women: 12, men: 8, other: 0, first_engagement: 10}
== groups/velo/group.yaml ==
title: Vélo
kind: thematic
formed: 2018-11-20
composition: {date: 2019-04-09, women: 2, men: 9, other: 0}
== groups/petit/group.yaml ==
title: Petit
kind: thematic
formed: 2018-11-20
composition: {date: 2019-04-09, women: 2, men: 2, other: 0}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give three groups: a large one, one with few women, one of four people."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


def test_the_figures_in_french(collectif: Collectif, root: Path) -> None:
    """The few women of Vélo are hidden, and what would give them away: its men, the women of Eau."""
    out = collectif("status", "--representativity", folder=root).out
    out = out.replace("\u202f", " ").replace("\u00a0", " ")
    assert out.startswith("2 groupes sur 3 disent qui participe\n")
    assert "14 sur 31" in out
    assert "l’objectif : au moins 1/2, non atteint" in out
    assert "l’objectif : plus de 1/2, non atteint" in out
    rows = {
        line.split()[0]: line.split()[1:] for line in out.splitlines() if line.startswith(("Eau", "Vélo"))
    }
    assert rows["Eau"] == ["20", "·", "·", "0", "10", "–", "2019-04-09"]
    assert rows["Vélo"] == ["11", "·", "·", "0", "–", "–", "2019-04-09"]
    assert "Petit" not in out
    assert "1 groupe est laissé de côté" in out


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_no_line_is_wider_than_the_terminal(
    collectif: Collectif, root: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    """At any width."""
    monkeypatch.setenv("COLUMNS", width)
    out = collectif("status", "--representativity", folder=root).out
    assert max(map(len, out.splitlines())) <= int(width)


def test_the_figures_for_programs(collectif: Collectif, root: Path) -> None:
    """What is not told is null."""
    told = json.loads(collectif("status", "--representativity", "--json", folder=root).out)
    assert told["whole"]["women"] == {"count": 14, "of": 31}
    assert told["groups"][1] == {"id": "petit", "too_small": True, "people": None}
    assert told["groups"][2]["people"]["women"] == {"count": None, "of": 11}
    assert told["targets"] == {"women": ">= 1/2", "first_engagement": "> 1/2"}
