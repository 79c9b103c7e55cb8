"""From what a person typed to the thing that has that name, with the nearest one when there is none."""

from collections.abc import Iterable
from datetime import date

from collectif_cli.errors import CollectifError, Refused, UsageError
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.group import Group
from collectif_cli.model.identifiers import is_id
from collectif_cli.model.message import Message, message
from collectif_cli.model.naming import id_from
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.store.calendar_text import day_of


def group_called(programme: Programme, id: str) -> Group:
    """Give the group of that id, or of that former id; raise UsageError, with the nearest."""
    for group in programme.groups.values():
        if group.id == id or any(alias.value == id for alias in group.aliases):
            return group
    said = message("there is no group “{id}”", id=id)
    raise _absent(
        programme, "group", id, programme.groups, said, message("“collectif group list” lists them")
    )


def proposal_called(programme: Programme, id: str) -> Proposal:
    """Give the proposal of that id, or of that former id; raise UsageError, with the nearest."""
    for proposal in programme.proposals.values():
        if proposal.id == id or any(alias.value == id for alias in proposal.aliases):
            return proposal
    said = message("there is no proposal “{id}”", id=id)
    advice = message("“collectif proposal list” lists them")
    raise _absent(programme, "proposal", id, programme.proposals, said, advice)


def contribution_called(programme: Programme, id: str) -> Contribution:
    """Give the contribution of that id; raise UsageError, with the nearest."""
    found = programme.contributions.get(id)
    if found is not None:
        return found
    said = message("there is no contribution “{id}”", id=id)
    known = [one for one in programme.contributions if one.partition("/")[0] == id.partition("/")[0]]
    raise _absent(programme, "contribution", id, known, said, message("write it as “source/number”"))


def _absent(
    programme: Programme, kind: str, id: str, known: Iterable[str], said: Message, advice: Message
) -> CollectifError:
    """Give the refusal of an id: its file cannot be read, or there is none and another is near."""
    for document in programme.documents:
        if document.kind == kind and document.id == id:
            return Refused(
                message("{path} cannot be read", path=document.path),
                message("see what “collectif check” says of it"),
            )
    near = nearest(id_from(id), sorted(known))
    return UsageError(said, message("did you mean “{near}”?", near=near) if near else advice)


def expected(word: str, known: Iterable[str]) -> str:
    """Give the word when it is one of those; raise UsageError, with the nearest, otherwise."""
    words = tuple(known)
    if word in words:
        return word
    near = nearest(word, words)
    said = message("“{word}” is not one of the words expected here", word=word)
    if near or not words:
        raise UsageError(said, message("did you mean “{near}”?", near=near) if near else None)
    raise UsageError(said, message("choose one of: {words}", words=words))


def handle_of(text: str) -> str:
    """Give the handle of a person as it was typed; raise UsageError when it cannot be one."""
    return _as_id(text, message("“{id}” cannot be the handle of a person", id=text))


def new_id(text: str, taken: Iterable[str]) -> str:
    """Give an id that was typed for a new thing; raise UsageError when it is none, or taken."""
    id = _as_id(text, message("“{id}” is not an id", id=text))
    if id in set(taken):
        raise Refused(message("“{id}” is taken: an id is never used twice", id=id))
    return id


def _as_id(text: str, said: Message) -> str:
    if is_id(text):
        return text
    near = id_from(text)
    if near:
        raise UsageError(said, message("write it without accents, capitals or spaces: {id}", id=near))
    raise UsageError(said, message("use a to z, 0 to 9 and “-”, at most 60 characters"))


def day_given(text: str | None, today: date) -> date:
    """Give the day that was typed, today when none was; raise UsageError when it is no day."""
    if text is None:
        return today
    day = day_of(text)
    if day is None:
        raise UsageError(
            message("“{text}” is not a date", text=text), message("write year-month-day, such as 2019-09-24")
        )
    return day
