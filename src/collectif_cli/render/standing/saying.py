"""The sentences that every screen of the process shares: gates, days, who can act and what to do."""

from collections.abc import Sequence
from datetime import date

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.plenary import Plenary
from collectif_cli.progress.gates import Gate
from collectif_cli.progress.missing import Actor, Missing
from collectif_cli.progress.standing import Deadline
from collectif_cli.render.groups import names
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, safe, wrapped

_WHO = {
    "group": message("the group"),
    "binomes": message("the binômes"),
    "coordination": message("the coordination"),
    "plenary": message("the plenary"),
}


def away(day: date, today: date) -> Message:
    """Say how far a day is: in so many days, today, so many days ago."""
    days = (day - today).days
    if not days:
        return message("today")
    if days < 0:
        return messages("{n} day ago", "{n} days ago", -days)
    return messages("in {n} day", "in {n} days", days)


def gate_said(gate: Gate) -> Message:
    """Give the name of a gate inside a sentence."""
    if gate.plenary:
        return plenary_said(gate.plenary)
    if gate.phase is None:
        return message("{day}", day=gate.day)
    phase = gate.phase.title.value
    if gate.objective is None:
        return message("“{phase}”", phase=phase)
    return message("“{objective}” (in “{phase}”)", objective=gate.objective.title.value, phase=phase)


def plenary_said(plenary: Plenary) -> Message:
    """Give the name of a plenary inside a sentence: its number when it has one."""
    if plenary.number:
        return message("plenary number {number}", number=plenary.number.value)
    return message("the plenary of {day}", day=plenary.date.value)


def capital(said: str) -> str:
    """Give a sentence or a name as it stands at the beginning of a line."""
    return said[:1].upper() + said[1:]


def deadline_said(deadline: Deadline, today: date) -> Message:
    """Say what begins, ends or is held, on what day, in how many days."""
    day, days = deadline.day, away(deadline.day, today)
    if deadline.plenary:
        held = plenary_said(deadline.plenary)
        return message("{plenary}, on {day}, {away}", plenary=held, day=day, away=days)
    title = deadline.phase.title.value if deadline.phase else ""
    if deadline.is_end:
        return message("“{phase}” ends on {day}, {away}", phase=title, day=day, away=days)
    return message("“{phase}” begins on {day}, {away}", phase=title, day=day, away=days)


def who_said(who: Sequence[Actor], language: Language) -> str:
    """Give those who can act, in the order in which they do."""
    said = [
        language.say(message("{names} (facilitation)", names=names(one.people, language)))
        if one.kind == "facilitators"
        else language.say(_WHO[one.kind])
        for one in who
    ]
    if len(said) == 2:
        return language.say(message("{first}, then {second}", first=said[0], second=said[1]))
    return ", ".join(said)


def help_lines(one: Missing, indent: str, language: Language, screen: Screen) -> list[str]:
    """Give who can bring what is missing, and the command to type or what to write."""
    to_do = message("to type") if one.remedy.is_command else message("to do")
    heads = [language.say(message("who")), language.say(to_do)]
    texts = [who_said(one.who, language), language.say(one.remedy.said)]
    room = max(len(language.say(message("to type"))), len(language.say(message("to do")))) + 2
    lines: list[str] = []
    for head, text in zip(heads, texts, strict=True):
        lead = f"{indent}{head}{' ' * (room - len(head))}"
        lines += wrapped(safe(text), screen.width, lead, " " * len(lead))
    return lines
