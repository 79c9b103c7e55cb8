"""The counting sheet as a page: Markdown for those who paste it, HTML for those who print it."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from collectif_cli.model.message import Message, message
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.vote import Vote
from collectif_cli.render.language import Language
from collectif_cli.render.pictures.all_pictures import picture_of
from collectif_cli.render.sheet import subtitle
from collectif_cli.render.terminal import flat
from collectif_cli.voting.explain import explain
from collectif_cli.voting.short_code import vote_code
from collectif_cli.voting.step import Step
from collectif_cli.voting.tally import Tally

if TYPE_CHECKING:
    from collectif_cli.render.documents.templates import Templates

# What Markdown would take for a mark.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!])")


class Asked(NamedTuple):
    """A question: its title, where it is not that of the vote, the steps of its count, its picture."""

    title: str
    steps: tuple[Step, ...]
    picture: str


class Sheet(NamedTuple):
    """A counting sheet before it is laid out: the title, where and when, the questions."""

    title: str
    under: str
    questions: tuple[Asked, ...]
    footer: tuple[str, ...] = ()


def sheet_of(vote: Vote, tally: Tally, plenary: Plenary | None, language: Language, code: str = "") -> Sheet:
    """Give the sheet of a tally; ``code`` is the one that its papers bear."""
    titles = len(tally.questions) > 1
    questions = tuple(
        Asked(
            flat(question.title.value) if titles or question.title.value != vote.title.value else "",
            explain(tally, question, result),
            picture_of(tally, question, result, language),
        )
        for question, result in zip(tally.questions, tally.results, strict=True)
    )
    footer = language.say(_check(vote.id, code))
    return Sheet(flat(vote.title.value), subtitle(vote, tally, plenary, language), questions, (footer,))


def sheet_markdown(sheet: Sheet, language: Language) -> str:
    """Give the sheet in Markdown."""
    lines = [f"# {_marked(sheet.title)}", "", _marked(sheet.under)]
    for asked in sheet.questions:
        lines += ["", f"## {_marked(asked.title)}"] if asked.title else []
        lines.append("")
        for number, step in enumerate(asked.steps, start=1):
            lead = f"{number}. "
            lines.append(lead + _marked(language.say(step.said)))
            lines += [f"{' ' * len(lead)}- {_marked(language.say(detail))}" for detail in step.details]
            lines += [f"{' ' * len(lead)}- `{flat(step.typed)}`"] if step.typed else []
    return "\n".join([*lines, "", *map(_marked, sheet.footer)]) + "\n"


def sheet_html(sheet: Sheet, templates: "Templates", language: Language) -> str:
    """Give the sheet as a page that stands alone: no script, nothing fetched from elsewhere.

    Raises Refused when a template cannot be used.
    """
    view = {
        "language": language.code,
        "title": sheet.title,
        "under": sheet.under,
        "questions": tuple(_view(asked, language) for asked in sheet.questions),
        "colophon": sheet.footer,
    }
    return templates.fill("sheet.html.jinja", view)


def _view(asked: Asked, language: Language) -> Mapping[str, Any]:
    """Give a question as the template takes it: every sentence said."""
    steps = tuple(
        {
            "said": flat(language.say(step.said)),
            "details": (
                *(flat(language.say(one)) for one in step.details),
                *((flat(step.typed),) if step.typed else ()),
            ),
        }
        for step in asked.steps
    )
    return {"title": asked.title, "steps": steps, "picture": asked.picture}


def check_with(vote: Vote) -> Message:
    """Give how anyone counts again, with the code of the papers where the vote was opened."""
    return _check(vote.id, vote_code(vote.frozen.digest.value) if vote.frozen else "")


def _check(vote: str, code: str) -> Message:
    if code:
        return message("To check: collectif verify {vote} · code {code}", vote=vote, code=code)
    return message("To check: collectif vote show {vote}", vote=vote)


def _marked(text: str) -> str:
    """Give a text as Markdown shows it: letter for letter."""
    return _MARKS.sub(r"\\\1", flat(text))
