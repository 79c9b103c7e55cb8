"""What a resident sent, and what became of it."""

from collections.abc import Iterator

from collectif_cli.model.body import without_comments
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Fact, Passage, Thing

_FATES: dict[str, Message] = {
    "new": message("not read yet"),
    "assigned": message("handed to a group"),
    "adopted": message("taken up"),
    "partly": message("taken up in part"),
    "merged": message("joined with another"),
    "declined": message("not taken up"),
    "out-of-scope": message("outside what the programme can do"),
}


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the contributions, ``<source>/<number>``."""
    return {id: id for id in programme.contributions}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the contribution of that id."""
    one = about.programme.contributions[id]
    passages = [Passage("", without_comments(one.body.text).strip())]
    if one.answer is not None:
        passages.append(Passage(message("answer"), one.answer.value))
    return Thing(
        kind="contribution",
        id=id,
        title=one.title.value if one.title else id,
        span=one.span,
        state=_FATES[one.fate.value],
        facts=tuple(_facts(one, about.programme)),
        passages=tuple(passages),
    )


def _facts(one: Contribution, programme: Programme) -> Iterator[Fact]:
    if one.date is not None:
        day = one.date.value
        yield Fact("date", message("date"), message("{day}", day=day), day.isoformat())
    if one.author is not None:
        yield Fact("author", message("signed"), one.author.value)
    if one.theme is not None:
        yield Fact("theme", message("theme"), one.theme.value)
    if one.group is not None:
        group = programme.groups.get(one.group.value)
        name = group.name if group else one.group.value
        yield Fact("group", message("group"), name, one.group.value)
    if one.proposals:
        proposals = [proposal.value for proposal in one.proposals]
        yield Fact("proposals", message("proposals"), ", ".join(proposals), proposals)
    if one.merged_into is not None:
        yield Fact("merged_into", message("joined with"), one.merged_into.value)
