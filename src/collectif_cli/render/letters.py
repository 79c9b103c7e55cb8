"""Letters in Markdown, from the template ``letter.md.jinja``, which a collective may replace."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from collectif_cli.model.body import without_comments
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.templates import Templates
from collectif_cli.render.fates import fate_word
from collectif_cli.render.language import Language
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.markdown import MarkdownWriter
from collectif_cli.render.statuses import status_word
from collectif_cli.triage.letters import Letter, Reply

TEMPLATE = "letter.md.jinja"


def letter_text(
    letter: Letter, programme: Programme, day: date, templates: Templates, language: Language
) -> str:
    """Give a letter; raise Refused when the template cannot be used."""
    writer = MarkdownWriter(language)
    said = message("What became of what you sent us ({source})", source=letter.source)
    return templates.fill(
        TEMPLATE,
        {
            "collective": writer.line(programme.collective.name.value),
            "title": writer.line(language.say(said)),
            "to": writer.line(letter.to),
            "source": writer.line(letter.source),
            "day": language.day(day),
            "replies": tuple(_view(reply, writer, language) for reply in letter.replies),
            "language": language.code,
        },
    )


def _view(reply: Reply, writer: MarkdownWriter, language: Language) -> Mapping[str, Any]:
    """Give what the template may ask of one contribution; every text in it is safe."""
    one = reply.contribution
    place = Place(one.span.path)
    return {
        "id": one.id,
        "title": writer.line(one.title.value) if one.title else "",
        "day": language.day(one.date.value) if one.date else "",
        "url": one.url.value if one.url else "",
        "body": writer.prose(without_comments(one.body.text).strip(), place, 4),
        "fate": one.fate.value,
        "says": writer.line(language.say(fate_word(one.fate.value))),
        "answer": writer.line(reply.answer),
        "group": writer.line(reply.group),
        "joined": writer.line(reply.joined.name) if reply.joined else "",
        "proposals": tuple(
            {
                "id": proposal.id,
                "title": writer.line(proposal.name),
                "status": writer.line(language.say(status_word(proposal.status.value))),
            }
            for proposal in reply.proposals
        ),
    }
