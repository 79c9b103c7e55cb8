"""Points added up: how many each option has, from how many ballots, and the mean where that counts."""

from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.profile import Profile, total
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


class Row(NamedTuple):
    """An option, its points, and how many ballots they are shared among."""

    option: str
    points: int
    judged: int


class Points(Working):
    """The rows in the order of the paper; ``unit`` is ``dots`` or ``points``; ``mean``: the mean counts."""

    unit: str
    rows: tuple[Row, ...]
    mean: bool = False


def rows_of(given: dict[str, Profile]) -> tuple[Row, ...]:
    """Give the rows of profiles: how many ballots gave each number, from 0 up."""
    return tuple(Row(option, total(profile), sum(profile)) for option, profile in given.items())


def record(working: Points) -> tuple[tuple[str, Node | None], ...]:
    """Give the points of each option; with their number of ballots and the mean, an exact fraction."""
    pairs: tuple[tuple[str, Node], ...] = tuple((one.option, _record(one, working)) for one in working.rows)
    return ((working.unit, Record(pairs)),)


def _record(row: Row, working: Points) -> Node:
    if not working.mean:
        return row.points
    mean = str(Fraction(row.points, row.judged)) if row.judged else "none"
    return Record((("sum", row.points), ("ballots", row.judged), ("mean", mean)))


def steps(working: Points, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give the points of each option, the most first, and that most wins."""
    order = [option for level in result.ranking for option in level]
    rows = sorted(working.rows, key=lambda row: order.index(row.option))
    if working.mean:
        said = message("The mean of each option, its points divided by its ballots, the best first:")
        wins = message("The best mean is chosen.")
    else:
        said = _added(working.unit)
        wins = message("The option with most of them is chosen.")
    return (Step(said, tuple(_told(row, working, titles) for row in rows)), Step(wins))


def _added(unit: str) -> Message:
    return message("The dots, added up:") if unit == "dots" else message("The points, added up:")


def _told(row: Row, working: Points, titles: Titles) -> Message:
    if working.mean and not row.judged:
        return message("{option}: nobody judged it", option=titles[row.option])
    if working.mean:
        return messages(
            "{option}: {points} for {n} ballot, that is {mean} on average",
            "{option}: {points} for {n} ballots, that is {mean} on average",
            row.judged,
            option=titles[row.option],
            points=_points(row.points, working),
            mean=decimals(Fraction(row.points, row.judged)),
        )
    return message("{option}: {points}", option=titles[row.option], points=_points(row.points, working))


def _points(number: int, working: Points) -> Message:
    if working.unit == "dots":
        return messages("{n} dot", "{n} dots", number)
    return messages("{n} point", "{n} points", number)


def decimals(mean: Fraction) -> Message:
    """Give a mean with two decimals, cut and not rounded."""
    whole, rest = divmod(mean.numerator * 100 // mean.denominator, 100)
    return message("{whole}.{hundredths}", whole=whole, hundredths=f"{rest:02}")
