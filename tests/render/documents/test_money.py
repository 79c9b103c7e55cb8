"""Amounts as people read them."""

from decimal import Decimal

import pytest

from collectif_cli.model.proposal import Amount
from collectif_cli.render.documents.money import amount, number
from collectif_cli.render.language import language


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("800000", "1300000", "€0.8 to 1.3 million"),
        ("2000000", "2000000", "€2 million"),
        ("350000", "500000", "€350,000 to 500,000"),
        ("300", "300", "€300"),
    ],
)
def test_amount(low: str, high: str, said: str) -> None:
    """Ranges and single figures, below and above a million."""
    english = language("en")
    assert english.say(amount(Amount(low=Decimal(low), high=Decimal(high)), english)) == said


def test_number_has_the_comma_of_french() -> None:
    """A half, and a number with useless zeros."""
    assert number(Decimal("1.50"), language("fr")) == "1,5"
    assert number(Decimal("10.00"), language("fr")) == "10"
