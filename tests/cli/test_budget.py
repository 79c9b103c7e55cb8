"""``collectif budget`` and the document of the costs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Collectif
from tests.texts import write_texts

REPOSITORY = """
== collectif.yaml ==
schema: 1
name: Collectif <d'essai>
language: fr
territory: {municipality: {name: Poitiers}}
levels: [poitiers, grand-poitiers, region]
== groups/eau/group.yaml ==
title: Eau & <b>rivières</b>
kind: thematic
== groups/people.yaml ==
cedre: {visible: false}
== programme/proposals/eau.md ==
---
title: Une régie
group: eau
levels: [poitiers]
status: submitted
costs: [{kind: operating, amount: 0.3..0.5 M€, per: year}, {kind: income, amount: 15000 €, per: once}]
reviews:
  - {by: cedre, date: 2019-08-20, opinion: reserved, note: Trop <beau>.}
  - {by: finances, date: 2019-08-21, opinion: asked}
---
== programme/proposals/velo.md ==
---
title: Des pistes
group: eau
levels: [poitiers]
status: draft
---
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give two texts, one of which has estimates."""
    return write_texts(tmp_path / "collectif", REPOSITORY)


def test_the_costs_in_french(collectif: Collectif, root: Path) -> None:
    """Whole: the totals, the group, who pays, what is missing, what was said under no hidden name."""
    out = collectif("budget", folder=root).out.replace("\u202f", " ").replace("\u00a0", " ")
    assert out.startswith("1 texte sur 2 est chiffré\n")
    assert "  fonctionnement, par an" in out
    assert "300 000 à 500 000 €" in out
    assert "recette, une fois" in out
    assert "  Poitiers\n" in out
    assert "velo : Des pistes" in out
    assert "une personne-ressource : réservé 1" in out
    assert "finances : demandé 1" in out
    assert "cedre" not in out


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_no_line_is_wider_than_the_terminal(
    collectif: Collectif, root: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    """At any width."""
    monkeypatch.setenv("COLUMNS", width)
    out = collectif("budget", folder=root).out
    assert max(map(len, out.splitlines())) <= int(width)


def test_the_costs_for_programs(collectif: Collectif, root: Path) -> None:
    """Amounts are exact texts; a hidden reviewer is nobody."""
    told = json.loads(collectif("budget", "--json", folder=root).out)
    assert told["version"] == 1
    assert told["ours"][0] == {
        "kind": "operating",
        "per": "year",
        "low": "300000",
        "high": "500000",
        "texts": 1,
    }
    assert told["without_estimate"] == ["velo"]
    assert [one["by"] for one in told["opinions"]] == [None, "finances"]
    none = json.loads(collectif("budget", "--json", "--status", "adopted", folder=root).out)
    assert (none["texts"], none["ours"]) == (0, [])
    assert collectif("budget", "--status", "adoptd", folder=root).code == 2


def test_the_document(collectif: Collectif, root: Path) -> None:
    """Both formats say the same figures; nothing hostile comes through."""
    assert collectif("build", "budget", folder=root).code == 0
    page = (root / "build/budget.html").read_text(encoding="utf-8")
    plain = (root / "build/budget.md").read_text(encoding="utf-8")
    for text in (page, plain):
        assert "300 000 à 500 000 €" in text.replace("\u202f", " ").replace("\u00a0", " ")
        assert "<b>" not in text.replace("\\<", "")
        assert "<beau>" not in text.replace("\\<", "")
    assert "Collectif &lt;d&#39;essai&gt;" in page or "Collectif &lt;d’essai&gt;" in page


def test_an_opinion_that_is_awaited_is_told_as_such(collectif: Collectif, root: Path) -> None:
    """The story of the text says what was thought, or that it was asked for."""
    out = collectif("show", "eau", folder=root).out.replace("\u00a0", " ")
    assert "2019-08-20  avis (une personne-ressource) : réservé. Trop <beau>." in out
    assert "2019-08-21  avis (finances) : demandé" in out
