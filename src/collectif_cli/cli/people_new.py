"""Somebody new in ``groups/people.yaml``: under which name, and what it means to be written there."""

from datetime import date

from collectif_cli.cli.asking import asked, can_ask
from collectif_cli.cli.context import Context
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import language
from collectif_cli.store.draft import Draft
from collectif_cli.store.new_texts import people_text
from collectif_cli.store.places import path_of
from collectif_cli.store.roster_edits import with_person

_SOMEBODY_NEW = message('for somebody new, add --name "…", or --hidden if they are never to be named')


def require_nothing_new(handle: str, name: str | None, hidden: bool) -> None:
    """Refuse what is given for somebody new when the person is known."""
    if name is not None or hidden:
        raise Refused(
            message("“{person}” is in groups/people.yaml already", person=handle),
            message("leave “--name” and “--hidden” out; to change a name, change that file"),
        )


def name_of_somebody_new(context: Context, programme: Programme, handle: str, name: str | None) -> str:
    """Give the public name of somebody new; a handle close to a known one was probably mistyped."""
    near = nearest(handle, sorted(programme.people)) if name is None else None
    if near:
        raise Refused(
            message(
                "“{person}” is not in groups/people.yaml; did you mean “{near}”?", person=handle, near=near
            ),
            _SOMEBODY_NEW,
        )
    if name is None and not can_ask(context):
        raise UsageError(message("“{person}” is not in groups/people.yaml", person=handle), _SOMEBODY_NEW)
    question = message(
        "Under which public name? A pseudonym is best: the file is public, and its past stays."
    )
    given = asked(context, name, "--name", question)
    for person in programme.people.values():
        if person.name and person.name.value.casefold() == given.casefold():
            raise Refused(
                message("“{person}” already has this public name", person=person.id),
                message("tell them apart with a letter or another pseudonym"),
            )
    return given


def add_somebody(draft: Draft, programme: Programme, handle: str, name: str | None, day: date) -> None:
    """Write one more person; without a name, one who is counted and never named."""
    said = language(programme.collective.language.value)
    comment = said.words(_("Public names or pseudonyms only. “visible: false”: counted, never named."))
    path = path_of("people")
    draft.edit(path, lambda text: with_person(text, handle, name, day), start=people_text(comment))


def speak_of_privacy(context: Context, handle: str, name: str | None) -> None:
    """Say under which name somebody new is written, and that this is public and stays."""
    if name is None:
        context.tell(message("“{person}” is new: counted, and never named", person=handle))
    else:
        context.tell(message("“{person}” is new, under the public name “{name}”", person=handle, name=name))
    context.tell(
        message("this file is public and so is its past: make sure that they agree, a pseudonym is best")
    )
