"""``collectif status``: the matrix, one group, one phase, as JSON, in both languages, at every width."""

import json
from pathlib import Path

import pytest

from collectif_cli.cli.context import Context
from collectif_cli.render.terminal import columns
from tests.cli.conftest import Collectif

REFERENCE = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_july(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask on 25 June 2019."""
    from datetime import date

    monkeypatch.setattr(Context, "today", date(2019, 6, 25))


def test_matrix_of_the_reference_programme(collectif: Collectif) -> None:
    out = collectif("status", folder=REFERENCE).out
    rows = {line.split("  ")[0]: line for line in out.splitlines()}
    assert rows["Eau"].count("████████ 4/4") >= 2
    assert "–" in rows["Université → Éducation"]
    assert "le 11 juillet 2019, dans 16 jours" in out


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_wider_than_the_terminal(
    collectif: Collectif, width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("COLLECTIF_LANG", language)
    for asked in (["status"], ["status", "mobilites"]):
        lines = collectif(*asked, folder=REFERENCE).out.splitlines()
        assert max(columns(line) for line in lines) <= max(width, 60 if "mobilites" in asked else 0)


def test_one_group_shows_each_objective(collectif: Collectif) -> None:
    out = collectif("status", "eau", folder=REFERENCE).out
    assert out.startswith("Eau\n")
    assert "✓ Motivations et problématique" in out


def test_one_phase_of_the_collective(collectif: Collectif) -> None:
    assert "·" in collectif("status", "depot", folder=REFERENCE).out


def test_unknown_group_is_told_with_the_nearest(collectif: Collectif) -> None:
    said = collectif("status", "mobilite", folder=REFERENCE)
    assert said.code == 2
    assert "«\u202fmobilites\u202f»" in said.err


def test_json_holds_the_same(collectif: Collectif) -> None:
    whole = json.loads(collectif("status", "--json", folder=REFERENCE).out)
    assert (whole["version"], whole["date"]) == (1, "2019-06-25")
    eau = next(group for group in whole["groups"] if group["id"] == "eau")
    assert [phase["met"] for phase in eau["phases"]][:2] == [4, 4]
