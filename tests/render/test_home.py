"""The screen of ``collectif`` alone, at the widths of a telephone, of a terminal and of a wide screen."""

from datetime import date

import pytest

from collectif_cli.model.body import Body
from collectif_cli.model.identifiers import PlenaryId
from collectif_cli.model.noun import replace
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.source import Located, Span
from collectif_cli.progress.gates import Gate
from collectif_cli.progress.summary import Summary
from collectif_cli.render.home import home_text
from collectif_cli.render.language import language
from collectif_cli.render.terminal import Screen, columns

TOP = Span("programme/plenaries/2019-07-11-p.md")
JULY = date(2019, 7, 11)
PLENARY = Plenary(
    id=PlenaryId("2019-07-11-p"),
    span=TOP,
    date=Located(JULY, TOP),
    number=Located(9, TOP),
    body=Body("", 1, "", ()),
)
SUMMARY = Summary(
    name="Saint-Aubin en commun, collectif citoyen",
    current=None,
    rank=0,
    gate=Gate(JULY, plenary=PLENARY),
    blocking=2,
    groups=3,
    submitted=1,
    proposals=8,
    without_cost=2,
    waiting=4,
)


def shown(code: str = "fr", errors: int = 0, width: int = 100, summary: Summary = SUMMARY) -> str:
    screen = Screen(width=width)
    return home_text(summary, "juillet", errors, date(2019, 6, 25), language(code), screen)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_line_is_wider_than_the_screen(code: str, width: int) -> None:
    assert max(map(columns, shown(code, 3, width).splitlines())) <= width


def test_one_group_of_three_is_said_as_one() -> None:
    assert "propositions déposées par 1 groupe sur 3 · 8 propositions" in shown()


def test_the_gate_ahead_comes_with_what_it_waits_for() -> None:
    out = shown()
    assert "la plénière n° 9 le 11 juillet 2019, dans 16 jours" in out
    assert "il manque 2 choses pour la plénière n° 9" in out
    assert "collectif status --why-not juillet" in out
    assert "4 contributions attendent une réponse     collectif contribution list --waiting" in out


def test_nothing_missing_is_said_too() -> None:
    out = shown(summary=replace(SUMMARY, blocking=0))
    assert "il ne manque rien pour la plénière n° 9" in out
    assert "--why-not" not in out


def test_what_must_be_mended_is_counted() -> None:
    assert "3 choses à corriger" in shown(errors=3)
    assert "vérifié, rien à corriger" in shown()
