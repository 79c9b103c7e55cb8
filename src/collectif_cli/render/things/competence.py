"""A public competence: who exercises it, what we may write of it, who works on it."""

from collections.abc import Iterator

from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.progress.territory import Field, field_of
from collectif_cli.render.documents.levels import level_name
from collectif_cli.render.language import Language
from collectif_cli.render.things.thing import About, Fact, Thing


def ids(programme: Programme) -> dict[str, str]:
    """Give the ids of the competences."""
    return {one.id.value: one.id.value for one in programme.collective.competences}


def make(id: str, about: About, language: Language) -> Thing:
    """Give the competence of that id."""
    programme = about.programme
    one = next(one for one in programme.collective.competences if one.id.value == id)
    return Thing(
        kind="competence",
        id=id,
        title=one.title.value,
        span=one.id.span,
        state=message("competence"),
        facts=tuple(_facts(field_of(one, programme), programme)),
    )


def _facts(field: Field, programme: Programme) -> Iterator[Fact]:
    level = field.competence.exercised_by.value
    yield Fact("level", message("exercised by"), level_name(level, programme.collective), level)
    wording = message("promise it") if field.ours else message("ask, support, plead: others decide")
    yield Fact("ours", message("we can"), wording, field.ours)
    if field.groups:
        names = " · ".join(one.name for one in field.groups)
        yield Fact("groups", message("groups"), names, [one.id for one in field.groups])
    if field.proposals:
        known = [str(one.id) for one in field.proposals]
        yield Fact("proposals", message("proposals"), " · ".join(known), known)
