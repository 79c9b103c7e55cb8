"""The screen of ``collectif`` alone, at the widths of a telephone, of a terminal and of a wide screen."""

from datetime import date

import pytest

from collectif_cli.progress.summary import Summary
from collectif_cli.render.home import home_text
from collectif_cli.render.language import language
from collectif_cli.render.terminal import Screen, columns

SUMMARY = Summary(
    name="Saint-Aubin en commun, collectif citoyen",
    current=(),
    following=None,
    groups=3,
    submitted=1,
    proposals=8,
    without_cost=2,
    waiting=4,
    owing=("vivre-ensemble", "se-deplacer"),
)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_line_is_wider_than_the_screen(code: str, width: int) -> None:
    shown = home_text(SUMMARY, 3, date(2019, 9, 1), language(code), Screen(width=width))
    assert max(map(columns, shown.splitlines())) <= width


def test_one_group_of_three_is_said_as_one() -> None:
    shown = home_text(SUMMARY, 0, date(2019, 9, 1), language("fr"), Screen(width=100))
    assert "propositions déposées par 1 groupe sur 3 · 8 propositions" in shown
