"""The map of the territory: every public competence under the level that exercises it, who works on it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from collectif_cli.model.group import CompetenceFinding
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.progress.territory import Field, Territory, territory
from collectif_cli.render.documents.levels import level_name
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.table import Cell, table
from collectif_cli.render.terminal import Screen, safe, wrapped
from collectif_cli.render.things.thing import About

_WIDEST = 110


def ids(programme: Programme) -> dict[str, str]:
    """Give the one word that leads here, when there are competences."""
    return {"competences": "competences"} if programme.collective.competences else {}


def text(id: str, about: About, language: Language, screen: Screen) -> str:
    """Give the map for a person."""
    programme, found = about.programme, territory(about.programme)
    narrow = screen._replace(width=min(screen.width, _WIDEST))
    lines = [screen.paint(language.say(message("who decides what")), "bold")]
    for level, fields in _by_level(found):
        head = message("{level}: ours to promise", level=level_name(level, programme.collective))
        if not fields[0].ours:
            head = message("{level}: ask, support, plead", level=level_name(level, programme.collective))
        rows = [list(_row(one, language)) for one in fields]
        lines += ["", *_bold(language.say(head), narrow), table(("", "", ""), rows, narrow)]
    lines += _found_out(found, programme, language, narrow)
    return "\n".join(lines) + "\n"


def _bold(text: str, screen: Screen) -> list[str]:
    return [screen.paint(line, "bold") for line in wrapped(text, screen.width)]


def _by_level(found: Territory) -> Iterator[tuple[str, list[Field]]]:
    for level, fields in groupby(found.fields, key=lambda one: one.competence.exercised_by.value):
        yield level, list(fields)


def _row(one: Field, language: Language) -> Iterable[Cell]:
    texts = messages("{n} text", "{n} texts", len(one.proposals))
    names = " · ".join(group.name for group in one.groups)
    who = names or message("no group works on it")
    said = message("{title} ({who})", title=one.competence.title.value, who=who)
    yield Cell(f"  {safe(one.competence.id.value)}")
    yield Cell(language.say(texts) if one.proposals else "–")
    yield Cell(safe(language.say(said)), "" if names else "dim")


def _finding(group: str, finding: CompetenceFinding, programme: Programme) -> Message:
    level = level_name(finding.exercised_by.value, programme.collective)
    if finding.source is None:
        return message("{topic}: {level} ({group})", topic=finding.topic.value, level=level, group=group)
    return message(
        "{topic}: {level} ({group}, {source})",
        topic=finding.topic.value,
        level=level,
        group=group,
        source=finding.source.value,
    )


def _found_out(found: Territory, programme: Programme, language: Language, screen: Screen) -> list[str]:
    """Give what groups wrote of who decides what, with how they know."""
    lines = [
        line
        for group, finding in found.findings
        for line in wrapped(
            language.say(_finding(group.name, finding, programme)), screen.width, "  ", "    "
        )
    ]
    if not lines:
        return []
    return ["", screen.paint(language.say(message("what groups found out")), "bold"), *lines]


def json_text(id: str, about: About, language: Language) -> str:
    """Give the map for a program."""
    found = territory(about.programme)
    return for_programs(
        {
            "version": 1,
            "kind": "territory",
            "competences": [
                {
                    "id": one.competence.id.value,
                    "title": one.competence.title.value,
                    "exercised_by": one.competence.exercised_by.value,
                    "ours": one.ours,
                    "groups": [group.id for group in one.groups],
                    "proposals": [proposal.id for proposal in one.proposals],
                }
                for one in found.fields
            ],
            "findings": [
                {
                    "group": group.id,
                    "topic": finding.topic.value,
                    "exercised_by": finding.exercised_by.value,
                    "source": finding.source.value if finding.source else None,
                }
                for group, finding in found.findings
            ],
        }
    )
