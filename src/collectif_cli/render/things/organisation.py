"""An organisation that joined: how it was accepted, what it signed, where it disagrees."""

from collections.abc import Iterator

from collectif_cli.consolidation.acts import Acts
from collectif_cli.model.message import message
from collectif_cli.model.organisation import Organisation
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import Language
from collectif_cli.render.things.proposal import act_said
from collectif_cli.render.things.thing import About, Event, Fact, Passage, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the organisations."""
    return {id: id for id in programme.organisations}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the organisation of that id."""
    one = about.programme.organisations[id]
    cited = [one.accepted_by.value] if one.accepted_by else []
    story = [Event(act.day, act_said(act)) for act in Acts(about.programme, about.faults).on(id, cited)]
    return Thing(
        kind="organisation",
        id=id,
        title=one.title.value,
        span=one.span,
        state=message("organisation"),
        facts=tuple(_facts(one)),
        story=(*story, *_life(one)),
        passages=tuple(_disagreements(one)),
    )


def _facts(one: Organisation) -> Iterator[Fact]:
    if one.modalities is not None:
        yield Fact("modalities", message("under the modalities of"), one.modalities.vote.value)
    if one.confidential is not None and one.confidential.value:
        yield Fact("confidential", message("agreement"), message("part of it is not public"), True)
    if one.note is not None:
        yield Fact("note", message("note"), one.note.value)


def _life(one: Organisation) -> Iterator[Event]:
    if one.joined is not None:
        yield Event(one.joined.value, message("joined"))
    if one.signed is not None:
        yield Event(one.signed.date.value, message("signed the charter"))
    if one.left is not None:
        yield Event(one.left.value, message("left"))


def _disagreements(one: Organisation) -> Iterator[Passage]:
    for disagreement in one.disagreements:
        on = tuple(text.value for text in disagreement.on)
        said = message("disagrees on {texts}", texts=on)
        yield Passage(said, disagreement.note.value if disagreement.note else "")
