"""The counting sheet as a page: Markdown for those who paste it, HTML for those who print it."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from collectif_cli.model.message import Message, message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.vote import Vote
from collectif_cli.render.language import Language
from collectif_cli.render.sheet import subtitle
from collectif_cli.render.terminal import flat
from collectif_cli.voting.explain import explain
from collectif_cli.voting.step import Step
from collectif_cli.voting.tally import Tally

# What Markdown would take for a mark.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "li{margin:.4rem 0}ul{margin:.2rem 0}footer{color:#555;margin-top:2rem}"
    "@media print{body{margin:0;max-width:none}}"
)


class Sheet(NamedTuple):
    """A counting sheet before it is laid out: the title, where and when, each question with its steps."""

    title: str
    under: str
    questions: tuple[tuple[str, tuple[Step, ...]], ...]
    footer: tuple[str, ...] = ()


def sheet_of(vote: Vote, tally: Tally, plenary: Plenary | None, language: Language, code: str = "") -> Sheet:
    """Give the sheet of a tally; ``code`` is the one that its papers bear."""
    titles = len(tally.questions) > 1
    questions = tuple(
        (
            flat(question.title.value) if titles or question.title.value != vote.title.value else "",
            explain(tally, question, result),
        )
        for question, result in zip(tally.questions, tally.results, strict=True)
    )
    footer = language.say(_check(vote.id, code))
    return Sheet(flat(vote.title.value), subtitle(vote, tally, plenary, language), questions, (footer,))


def sheet_markdown(sheet: Sheet, language: Language) -> str:
    """Give the sheet in Markdown."""
    lines = [f"# {_marked(sheet.title)}", "", _marked(sheet.under)]
    for title, steps in sheet.questions:
        lines += ["", f"## {_marked(title)}"] if title else []
        lines.append("")
        for number, step in enumerate(steps, start=1):
            lead = f"{number}. "
            lines.append(lead + _marked(language.say(step.said)))
            lines += [f"{' ' * len(lead)}- {_marked(language.say(detail))}" for detail in step.details]
    return "\n".join([*lines, "", *map(_marked, sheet.footer)]) + "\n"


def sheet_html(sheet: Sheet, language: Language) -> str:
    """Give the sheet as a page that stands alone: no script, nothing fetched from elsewhere."""
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{language.code}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(sheet.title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(sheet.title)}</h1><p>{escape(sheet.under)}</p>",
            *_sections(sheet, language),
            *(f"<footer><p>{escape(line)}</p></footer>" for line in sheet.footer),
            "</body></html>",
            "",
        )
    )


def _sections(sheet: Sheet, language: Language) -> Iterator[str]:
    for title, steps in sheet.questions:
        yield f"<h2>{escape(title)}</h2>" if title else ""
        yield "<ol>"
        for step in steps:
            details = "".join(f"<li>{escape(flat(language.say(one)))}</li>" for one in step.details)
            under = f"<ul>{details}</ul>" if details else ""
            yield f"<li>{escape(flat(language.say(step.said)))}{under}</li>"
        yield "</ol>"


def _check(vote: str, code: str) -> Message:
    if code:
        return message("To check: collectif verify {vote} · code {code}", vote=vote, code=code)
    return message("To check: collectif vote show {vote}", vote=vote)


def _marked(text: str) -> str:
    """Give a text as Markdown shows it: letter for letter."""
    return _MARKS.sub(r"\\\1", flat(text))
