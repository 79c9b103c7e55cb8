"""The questions of a new vote, from the texts it is on and the options that were typed."""

import re
from collections.abc import Mapping

from collectif_cli.cli.asking import can_ask, complain, line
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import expected
from collectif_cli.errors import UsageError
from collectif_cli.model.message import message
from collectif_cli.model.naming import free_id, id_from
from collectif_cli.model.programme import Programme
from collectif_cli.model.spelling import same_words
from collectif_cli.store.new_votes import NewOption, NewQuestion
from collectif_cli.voting.keys import OWN_ANSWERS
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
    listed = _options(options) or (_variants(programme, on[0]) if len(on) == 1 else ())
    choices = tuple(NewOption(id, title) for id, title in listed)
    if choices or not on:
        return (NewQuestion(_id(asked or title), asked or title, on, choices),)
    if asked and len(on) > 1:
        said = message("“--question” words one question, and here are {n}", n=len(on))
        raise UsageError(said, message("leave it out: each text is asked by its title"))
    if asked:
        return (NewQuestion(on[0], asked, on),)
    return tuple(NewQuestion(id, _title(programme, id, title), (id,)) for id in on)


def options_asked(
    context: Context, programme: Programme, on: tuple[str, ...], typed: tuple[str, ...], method: str
) -> tuple[str, ...]:
    """Give the options that were typed, else those of a person who is there to say them, one at a time.

    They are asked for where the method chooses among options, and there are none in the text; where it has
    answers of its own, as for and against, only on a vote that is on no text, and none may be said.
    """
    own = method in OWN_ANSWERS
    if typed or not can_ask(context) or (on and own) or (len(on) == 1 and _variants(programme, on[0])):
        return typed
    found: dict[str, str] = {}
    question = message("An answer, as “id: title” or a title; Enter to end:")
    if own:
        question = message("An answer, as “id: title” or a title; Enter alone for a yes or a no:")
    while True:
        answer = line(context, question)
        if not answer and (len(found) > 1 or (own and not found)):
            return tuple(f"{id}: {title}" for id, title in found.items())
        try:
            if not answer:
                raise UsageError(message("a choice takes two answers at least"))
            id, title = _option(answer, found)
            found[id] = title
        except UsageError as error:
            complain(context, error)
        question = message("Another answer; Enter to end:")


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
        id, title = _option(one.strip(), found)
        found[id] = title
    return tuple(found.items())


def _option(text: str, found: Mapping[str, str]) -> tuple[str, str]:
    """Give the id and the title of an option; raise UsageError when it has none, or that of another."""
    match = _OPTION.fullmatch(text)
    id, title = match.groups() if match else (free_id(text, found), text)
    if not id:
        said = message("no id can be made from “{title}”", title=text)
        raise UsageError(said, message("write it as “id: title”"))
    if id in found:
        said = message("“{id}” is already the id of the option “{title}”", id=id, title=found[id])
        raise UsageError(
            said, message("give one of the two another id, such as “{id}”", id=free_id(id, found))
        )
    return id, title


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
