"""Family ``plenary``: its date, its number, who came, what was announced, what is kept of it."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.register import Register
from collectif_cli.model.source import repeated

_DECIDING = frozenset({"decision", "designation"})


def file_date(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """The file of a plenary is called after its date."""
    day = plenary.date
    if not plenary.id.startswith(day.value.isoformat()):
        said = message("the file is called “{id}” and the date is {date}", id=plenary.id, date=day.value)
        yield Finding(day.span, said, message("correct the date, or rename the file"))


def number_twice(register: Register, _: Register) -> Iterator[Finding]:
    """Two plenaries do not bear the same number."""
    first: dict[int, str] = {}
    for id, plenary in register.plenaries.items():
        number = plenary.number
        if number is None:
            continue
        if number.value in first:
            said = message(
                "“{other}” bears the number {number} too", other=first[number.value], number=number.value
            )
            yield Finding(number.span, said, message("give each plenary its own number"))
        first.setdefault(number.value, id)


def number_order(register: Register, _: Register) -> Iterator[Finding]:
    """The numbers of the plenaries grow with their dates."""
    highest = 0
    for plenary in sorted(register.plenaries.values(), key=lambda one: one.date.value):
        number = plenary.number
        if number is None:
            continue
        if number.value < highest:
            said = message(
                "number {number} comes after number {highest}, which was held before",
                number=number.value,
                highest=highest,
            )
            yield Finding(number.span, said, message("check the numbers and the dates of the plenaries"))
        highest = max(highest, number.value)


def convened_late(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """A plenary is convened before the day it is held."""
    convened = plenary.convened
    if convened is not None and convened.value > plenary.date.value:
        said = message(
            "it was convened on {convened}, after it was held on {date}",
            convened=convened.value,
            date=plenary.date.value,
        )
        yield Finding(convened.span, said, message("correct one of the two dates"))


def no_attendance(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """Of a plenary that was held, it is written how many came, or that nobody counted."""
    attendance = plenary.attendance
    if plenary.date.value < register.today and (
        attendance is None or (attendance.present is None and attendance.record is None)
    ):
        yield Finding(
            plenary.date.span,
            message("nothing says how many people came"),
            message("add attendance: {example}", example="{present: 35, record: counted}"),
        )


def no_minutes(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """A plenary that was held has minutes, or its attendance says that the record is missing."""
    record = plenary.attendance.record if plenary.attendance else None
    missing = record is not None and record.value == "missing"
    if plenary.date.value < register.today and not missing and not plenary.body.words:
        yield Finding(
            plenary.date.span,
            message("there are no minutes of this plenary"),
            message("write them under the values, or say that they are missing: record: missing"),
        )


def agenda_twice(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """Each point of an agenda has its own id."""
    for again, first in repeated(item.id for item in plenary.agenda):
        said = message(
            "the point “{id}” is there twice, first on line {line}", id=again.value, line=first.span.line
        )
        yield Finding(again.span, said, message("give it another id"))


def decision_off_agenda(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """A plenary that decides had announced a decision on its agenda."""
    if not plenary.agenda or not plenary.decisions:
        return
    kinds = [item.kind.value for item in plenary.agenda if item.kind]
    if len(kinds) == len(plenary.agenda) and _DECIDING.isdisjoint(kinds):
        yield Finding(
            plenary.decisions[0].id.span,
            message("the agenda announced no decision"),
            message("if the point was announced for decision, write so on the agenda: kind: decision"),
        )
