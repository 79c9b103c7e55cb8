"""Amounts of money as people read them: ranges, millions, the comma of French."""

from decimal import Decimal

from collectif_cli.model.message import Message, message
from collectif_cli.model.proposal import Amount, Cost
from collectif_cli.render.language import Language

_MILLION = Decimal(1_000_000)

KINDS = {
    "operating": message("Running costs"),
    "investment": message("Investment"),
    "income": message("Income"),
}


def cost(of: Cost, language: Language) -> Message:
    """Give a cost: how much, and how often."""
    much = amount(of.amount.value, language)
    if of.per is None:
        return much
    return {
        "year": message("{amount} a year", amount=much),
        "once": message("{amount} once", amount=much),
        "term": message("{amount} over the term", amount=much),
    }[of.per.value]


def amount(of: Amount, language: Language) -> Message:
    """Give an amount in euros, or in millions of euros when its upper end is at least one million."""
    in_millions = of.high >= _MILLION
    low, high = (number(end / _MILLION if in_millions else end, language) for end in (of.low, of.high))
    if in_millions and low == high:
        return message("€{amount} million", amount=high)
    if in_millions:
        return message("€{low} to {high} million", low=low, high=high)
    return (
        message("€{amount}", amount=high) if low == high else message("€{low} to {high}", low=low, high=high)
    )


def number(of: Decimal, language: Language) -> str:
    """Give a number with the marks of the language, without useless zeros."""
    whole, _, rest = f"{of:f}".partition(".")
    rest = rest.rstrip("0")
    said = language.number(int(whole))
    return f"{said}{',' if language.code == 'fr' else '.'}{rest}" if rest else said
