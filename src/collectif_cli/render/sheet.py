"""The counting sheet and the list of votes, for a terminal and for programs."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from collectif_cli.model.diagnostic import Diagnostic, Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.record import Record, plain
from collectif_cli.model.vote import Vote
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, paragraph, safe, wrapped
from collectif_cli.voting.explain import explain, titles_of
from collectif_cli.voting.step import Step
from collectif_cli.voting.tally import Tally
from collectif_cli.voting.words import method, outcome

_WIDEST = 90


class Line(NamedTuple):
    """A vote in the list: its tally, or why it has none."""

    vote: Vote
    tally: Tally | None
    findings: tuple[Finding, ...]


def sheet_text(vote: Vote, tally: Tally, plenary: Plenary | None, language: Language, screen: Screen) -> str:
    """Give the counting sheet: what was voted on, then for each question the steps of the count."""
    width = min(screen.width, _WIDEST)
    lines = [screen.paint(line, "bold") for line in wrapped(vote.title.value, width)]
    lines.append(subtitle(vote, tally, plenary, language))
    for question, result in zip(tally.questions, tally.results, strict=True):
        lines.append("")
        if len(tally.questions) > 1 or question.title.value != vote.title.value:
            lines += wrapped(question.title.value, width)
        for number, step in enumerate(explain(tally, question, result), start=1):
            lines += _step(number, step, language, width)
    return "\n".join(lines) + "\n"


def list_text(lines: Sequence[Line], language: Language, screen: Screen) -> str:
    """Give the votes with what came of each."""
    heads = [language.say(said) for said in (message("vote"), message("date"), message("outcome"))]
    rows = [
        [Cell(safe(line.vote.id)), Cell(_day(line.vote) or "–"), Cell(safe(_came(line, language)))]
        for line in lines
    ]
    return table(heads, rows, screen) + "\n" if rows else ""


def findings_text(findings: Iterable[Finding | Diagnostic], language: Language, screen: Screen) -> str:
    """Give why a vote cannot be counted: the place and the sentence, and the remedy under it."""
    lines = []
    for one in findings:
        place = f"{one.span.path}:{one.span.line}:{one.span.column}"
        lines.append(paragraph(f"{place}: {language.say(one.message)}", screen, then="  "))
        if one.hint is not None:
            lines.append(paragraph(language.say(one.hint), screen, "  "))
    return "".join(lines)


def list_json(lines: Sequence[Line], language: Language) -> str:
    """Give the same list for programs."""
    votes = [
        {
            "id": line.vote.id,
            "title": line.vote.title.value,
            "date": _day(line.vote) or None,
            "counted": line.tally is not None,
            "outcome": _came(line, language),
        }
        for line in lines
    ]
    return for_programs({"version": 1, "votes": votes})


def record_json(record: Record) -> str:
    """Give a record of results for programs, with the keys of ``result.yaml``."""
    return for_programs({"version": 1, **plain(record)})


def subtitle(vote: Vote, tally: Tally, plenary: Plenary | None, language: Language) -> str:
    """Give where and when, and the method, on one line."""
    said: list[Message] = []
    if plenary is not None and plenary.number is not None:
        said.append(message("plenary {number}", number=str(plenary.number.value)))
    day = vote.date or (plenary.date if plenary else None)
    parts = [*map(language.say, said), *([language.day(day.value)] if day else [])]
    return safe(" · ".join([*parts, language.say(method(tally.rule.method.value))]))


def _step(number: int, step: Step, language: Language, width: int) -> list[str]:
    """Give a numbered step, and its lines under it; what is to be typed stays on one line."""
    lead = f"{number}. "
    lines = wrapped(language.say(step.said), width, lead, " " * len(lead))
    indent = " " * (len(lead) + 3)
    for detail in step.details:
        lines += wrapped(language.say(detail), width, indent, indent + "  ")
    return [*lines, indent + safe(step.typed)] if step.typed else lines


def _day(vote: Vote) -> str:
    if vote.date is not None:
        return vote.date.value.isoformat()
    return vote.opens.value.day.isoformat() if vote.opens is not None else ""


def _came(line: Line, language: Language) -> str:
    """Give what came of each question, or the first reason why nothing could be counted."""
    if line.tally is None:
        return language.say(line.findings[0].message) if line.findings else ""
    pairs = zip(line.tally.questions, line.tally.results, strict=True)
    return " · ".join(language.say(outcome(result.outcome, titles_of(asked))) for asked, result in pairs)
