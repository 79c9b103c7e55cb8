"""Points by rank: how often each option was given how much, and the sum."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


class Row(NamedTuple):
    """An option, and how many ballots gave it each number of points above 0, the most first."""

    option: str
    given: tuple[tuple[Fraction, int], ...]

    @property
    def points(self) -> Fraction:
        """The points of the option, added up."""
        return sum((points * ballots for points, ballots in self.given), Fraction(0))


class Places(Working):
    """The rows in the order of the paper; what shared places and missing ranks are worth; empty: not told."""

    rows: tuple[Row, ...]
    positions: str = ""
    unranked: str = ""


def places_of(
    options: Sequence[str], ballots: Iterable[tuple[Mapping[str, int], int]], rule: DecisionRule
) -> Places:
    """Give the working of what ballots alike give each option, in halves of a point."""
    given: dict[str, Counter[int]] = {option: Counter() for option in options}
    for halves, many in ballots:
        for option, number in halves.items():
            given[option][number] += many
    return Places(
        rows=tuple(
            Row(
                option,
                tuple(
                    (Fraction(halves, 2), many)
                    for halves, many in sorted(one.items(), reverse=True)
                    if halves
                ),
            )
            for option, one in given.items()
        ),
        positions=rule.positions.value if rule.positions else "",
        unranked=rule.unranked.value if rule.unranked else "",
    )


def record(working: Places) -> tuple[tuple[str, Node | None], ...]:
    """Give the points of each option, an exact fraction, and how many ballots gave it how much."""
    points = tuple((one.option, _number(one.points)) for one in working.rows)
    ballots = tuple(
        (one.option, Record(tuple((str(worth), many) for worth, many in one.given))) for one in working.rows
    )
    return (("points", Record(points)), ("ballots_by_points", Record(ballots)))


def _number(points: Fraction) -> Node:
    return points.numerator if points.denominator == 1 else str(points)


def steps(working: Places, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give what a rank is worth, then the points of each option, the most first."""
    order = [option for level in result.ranking for option in level]
    rows = sorted(working.rows, key=lambda row: order.index(row.option))
    worth = messages(
        "Each ballot gives {n} point to its first option, one less to each next one, 0 to the last of all.",
        "Each ballot gives {n} points to its first option, one less to each next one, 0 to the last of all.",
        len(rows) - 1,
    )
    return (
        Step(worth, _conventions(working)),
        Step(message("The points, added up:"), tuple(_told(row, titles) for row in rows)),
        Step(message("The option with most of them is chosen.")),
    )


def _conventions(working: Places) -> tuple[Message, ...]:
    found = []
    if working.positions == "tournament":
        found.append(message("Options that share places each have the mean of their points."))
    elif working.positions == "positional":
        found.append(message("Options that share places each have the points of the first of them."))
    if working.unranked == "last":
        found.append(message("Options without a rank share the last places."))
    elif working.unranked == "ignored":
        found.append(message("An option without a rank is given nothing."))
    return tuple(found)


def _told(row: Row, titles: Titles) -> Message:
    """Give the points of an option with the sum that makes them: ``4 × 3 + 2 × 1 = 14``."""
    points = shown(row.points)
    if not row.given:
        return message("{option}: {points}", option=titles[row.option], points=points)
    terms = " + ".join(f"{many} × {shown(worth)}" for worth, many in row.given)
    return message("{option}: {terms} = {points}", option=titles[row.option], terms=terms, points=points)


def shown(points: Fraction) -> str:
    """Give whole points, or points and a half, as a person writes them."""
    whole, half = divmod(points.numerator, points.denominator)
    return f"{whole or ''}½" if half else str(whole)
