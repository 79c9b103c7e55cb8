"""The questions of a new vote, from the texts it is on and the options that were typed."""

import re

from collectif_cli.cli.named import expected
from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.model.naming import free_id, id_from
from collectif_cli.model.programme import Programme
from collectif_cli.model.spelling import same_words
from collectif_cli.store.new_votes import NewQuestion
from collectif_cli.voting.subjects import WHOLE, subject_of

_OPTION = re.compile(r"([a-z0-9-]{1,60}) ?: (.+)")
_VARIANTS = frozenset({"variantes", "variants"})


def questions_for(
    programme: Programme, on: tuple[str, ...], title: str, asked: str | None, options: tuple[str, ...]
) -> tuple[NewQuestion, ...]:
    """Give one question on everything when there are options, else one for or against each text.

    The variants of a text that has some are the options when none were typed. ``asked`` words the question,
    where there is only one.
    """
    choices = _options(options) or (_variants(programme, on[0]) if len(on) == 1 else ())
    if choices or not on:
        return (NewQuestion(_id(asked or title), asked or title, on, choices),)
    if asked and len(on) > 1:
        said = message("“--question” words one question, and here are {n}", n=len(on))
        raise UsageError(said, message("leave it out: each text is asked by its title"))
    if asked:
        return (NewQuestion(on[0], asked, on),)
    return tuple(NewQuestion(id, _title(programme, id, title), (id,)) for id in on)


def require_subjects(programme: Programme, on: tuple[str, ...]) -> None:
    """Raise UsageError, with the nearest, when the vote would be on something that is not there."""
    for id in on:
        if subject_of(id, programme) is None and id not in WHOLE:
            others = (*_titles(programme), *programme.organisations, *programme.groups)
            expected(id, [*programme.proposals, *others])


def _titles(programme: Programme) -> tuple[str, ...]:
    return tuple(node.id.value for node in programme.outline.walk()) if programme.outline else ()


def _title(programme: Programme, id: str, otherwise: str) -> str:
    subject = subject_of(id, programme)
    return (subject.substance.title if subject else "") or otherwise


def _id(title: str) -> str:
    id = id_from(title)
    if not id:
        raise UsageError(message("no id can be made from “{title}”", title=title))
    return id


def _options(typed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give the options as ids and titles: ``id: title``, or a title from which an id is made."""
    found: dict[str, str] = {}
    for one in typed:
        match = _OPTION.fullmatch(one.strip())
        id, title = match.groups() if match else (free_id(one, found), one.strip())
        if not id or id in found:
            raise UsageError(
                message("no id can be made from “{title}”", title=one), message("write it as “id: title”")
            )
        found[id] = title
    return tuple(found.items())


def _variants(programme: Programme, id: str) -> tuple[tuple[str, str], ...]:
    """Give the variants that a proposal lists under a heading of theirs, each as ``a : title``."""
    proposal = programme.proposals.get(id)
    found: dict[str, str] = {}
    within = 0
    for section in proposal.body.sections if proposal else ():
        if within and section.level <= within:
            within = 0
        elif within:
            name, colon, title = section.title.partition(":")
            key = id_from(name) if colon else free_id(section.title, found)
            found[key] = (title if colon else section.title).strip()
        if same_words(section.title) in _VARIANTS:
            within = section.level
    return tuple(found.items())
