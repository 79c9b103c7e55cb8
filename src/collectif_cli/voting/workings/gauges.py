"""Grades counted: the gauge of each option, and where options of the same majority grade part."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.voting.majority_value import Parting, majority_grade
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.profile import Profile
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


class Gauge(NamedTuple):
    """An option with how many ballots gave it each grade, from the worst grade to the best."""

    option: str
    profile: Profile

    @property
    def judged(self) -> int:
        """How many ballots judge it."""
        return sum(self.profile)

    @property
    def grade(self) -> int:
        """The place of its majority grade."""
        return majority_grade(self.profile)

    @property
    def below(self) -> int:
        """How many gave less than the majority grade."""
        return sum(self.profile[: self.grade])

    @property
    def above(self) -> int:
        """How many gave more than the majority grade."""
        return sum(self.profile[self.grade + 1 :])

    @property
    def sign(self) -> str:
        """``+`` when more gave better than the majority grade than worse, else ``-``."""
        return "+" if self.above > self.below else "-"


class Neighbours(NamedTuple):
    """Two options that follow each other with the same majority grade, and where they part."""

    first: str
    second: str
    parting: Parting


class Gauges(Working):
    """The grades, worst first; the gauges in the order of the paper; the neighbours of the same grade.

    ``filled`` is how many empty cells were counted as the worst grade.
    """

    grades: tuple[str, ...]
    gauges: tuple[Gauge, ...]
    neighbours: tuple[Neighbours, ...] = ()
    filled: int = 0


def record(working: Gauges) -> tuple[tuple[str, Node | None], ...]:
    """Give each option with its counts by grade, its gauge, then the neighbours that had to be parted."""
    gauges = tuple((one.option, _gauge(one, working.grades)) for one in working.gauges)
    partings = tuple(_neighbours(one, working.grades) for one in working.neighbours)
    return (
        ("counted_as_worst", working.filled or None),
        ("gauges", Record(gauges)),
        ("partings", partings or None),
    )


def _gauge(gauge: Gauge, grades: tuple[str, ...]) -> Record:
    counts = Record(tuple(zip(grades, gauge.profile, strict=True)))
    if not gauge.judged:
        return Record((("counts", counts),))
    return Record(
        (
            ("counts", counts),
            ("majority_grade", grades[gauge.grade]),
            ("above", gauge.above),
            ("below", gauge.below),
            ("sign", gauge.sign),
        )
    )


def _neighbours(of: Neighbours, grades: tuple[str, ...]) -> Record:
    parted = of.parting.one != of.parting.other
    return Record(
        (
            ("between", (of.first, of.second)),
            ("removals", of.parting.removals),
            *((("grades", (grades[of.parting.one], grades[of.parting.other])),) if parted else ()),
        )
    )


def steps(working: Gauges, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give the middle grade of each option, best first, then each comparison of two that share it."""
    by_id = {one.option: one for one in working.gauges}
    judged = [by_id[id] for group in result.ranking for id in group if by_id[id].judged]
    if not judged:
        return (Step(message("No option was given a grade.")),)
    return (
        *_filled(working),
        _middle(judged),
        Step(
            message("The grades, the best option first:"),
            (
                *(_told(one, working.grades, titles) for one in judged),
                message("+: more gave better than gave worse; −: not more"),
            ),
        ),
        *(_parted(one, by_id, working.grades, titles) for one in working.neighbours),
    )


def _filled(working: Gauges) -> Iterator[Step]:
    if working.filled:
        yield Step(
            messages(
                "{n} empty cell counts as “{grade}”, the worst grade.",
                "{n} empty cells count as “{grade}”, the worst grade.",
                working.filled,
                grade=working.grades[0],
            )
        )


def _middle(judged: list[Gauge]) -> Step:
    """Say where the middle grade stands: at the same place for all, when as many people judged each."""
    numbers = {one.judged for one in judged}
    if len(numbers) > 1:
        return Step(
            message(
                "For each option, put the grades it was given in order, the worst first. Its majority "
                "grade is the one in the middle; of an even number, the lower of the two in the middle. "
                "The options were not all judged by as many people: shares of their own grades are compared."
            )
        )
    number = numbers.pop()
    return Step(
        messages(
            "For each option, take its {n} grade: it is number {rank}, the one in the middle, its majority "
            "grade.",
            "For each option, put its {n} grades in order, the worst first. Its majority grade is number "
            "{rank}, the one in the middle.",
            number,
            rank=(number + 1) // 2,
        )
        if number % 2
        else message(
            "For each option, put its {even} grades in order, the worst first. Its majority grade is number "
            "{rank}, the lower of the two in the middle.",
            even=number,
            rank=number // 2,
        )
    )


def _told(gauge: Gauge, grades: tuple[str, ...], titles: Titles) -> Message:
    """Give the gauge, then the counts from the best grade down."""
    best_first = [place for place in reversed(range(len(grades))) if gauge.profile[place]]
    return message(
        "{option}: {grade} {sign} ({above} better, {same} the same, {below} worse) · {counts}",
        option=titles[gauge.option],
        grade=grades[gauge.grade],
        sign={"+": "+", "-": "−"}[gauge.sign],
        above=gauge.above,
        same=gauge.profile[gauge.grade],
        below=gauge.below,
        counts=", ".join(f"{grades[place]} {gauge.profile[place]}" for place in best_first),
    )


def _parted(of: Neighbours, by_id: dict[str, Gauge], grades: tuple[str, ...], titles: Titles) -> Step:
    """Tell how two options of the same majority grade are compared."""
    names = {"first": titles[of.first], "second": titles[of.second]}
    said = message(
        "“{first}” and “{second}” have the same majority grade. Remove one “{grade}” from each and look "
        "at the new middle, again and again.",
        grade=grades[by_id[of.first].grade],
        **names,
    )
    if of.parting.one == of.parting.other:
        return Step(said, (message("They have the same grades to the end: nothing separates them."),))
    unequal = by_id[of.first].judged != by_id[of.second].judged
    shares = (
        (message("Their grades are first brought to the same number, in proportion."),) if unequal else ()
    )
    return Step(
        said,
        (
            message("Of an even number of grades, the lower of the two in the middle is the middle one."),
            *shares,
            messages(
                "After {n} removal, “{first}” has “{one}” in the middle and “{second}” has “{other}”.",
                "After {n} removals, “{first}” has “{one}” in the middle and “{second}” has “{other}”.",
                of.parting.removals,
                one=grades[of.parting.one],
                other=grades[of.parting.other],
                **names,
            ),
        ),
    )
