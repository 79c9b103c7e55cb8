"""What a resident sent, and what became of it."""

from collections.abc import Iterator

from collectif_cli.model.body import without_comments
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.programme import Programme
from collectif_cli.render.fates import fate_word
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Fact, Passage, Thing


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
        title=one.name,
        span=one.span,
        state=fate_word(one.fate.value),
        facts=tuple(_facts(one, about.programme)),
        passages=tuple(passages),
    )


def _support(one: Contribution) -> tuple[Message, dict[str, int]]:
    """Give the counts, those that the platform has."""
    tally = one.support
    agree, disagree, passed = (
        (tally.agree, tally.disagree, tally.passed) if tally is not None else (None, None, None)
    )
    said: list[Message] = []
    found: dict[str, int] = {}
    if agree is not None:
        found["agree"] = agree.value
        said.append(messages("{n} for", "{n} for", agree.value))
    if disagree is not None:
        found["disagree"] = disagree.value
        said.append(messages("{n} against", "{n} against", disagree.value))
    if passed is not None:
        found["pass"] = passed.value
        said.append(messages("{n} passed", "{n} passed", passed.value))
    return message("{counts}", counts=tuple(said)), found


def _facts(one: Contribution, programme: Programme) -> Iterator[Fact]:
    if one.date is not None:
        day = one.date.value
        yield Fact("date", message("date"), message("{day}", day=day), day.isoformat())
    if one.author is not None:
        yield Fact("author", message("signed"), one.author.value)
    if one.support is not None and one.support.agree is not None:
        yield Fact("support", message("support"), *_support(one))
    for key, label, day_located in (
        ("edited", message("edited there"), one.edited),
        ("removed", message("no longer there"), one.removed),
    ):
        if day_located is not None:
            day = day_located.value
            yield Fact(key, label, message("seen on {day}", day=day), day.isoformat())
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
