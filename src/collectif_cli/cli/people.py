"""``collectif people``: who is written in the collective, as little as possible."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.named import day_given, handle_of
from collectif_cli.cli.options import Commit, DryRun
from collectif_cli.cli.people_erase import erase as erase_person
from collectif_cli.cli.people_new import add_somebody, name_of_somebody_new, speak_of_privacy
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message

app = verb_app()

New = Annotated[
    str, typer.Argument(help=_("A handle for them: a word without accents or spaces."), metavar=_("PERSON"))
]
Person = Annotated[
    str, typer.Argument(help=_("The person: a handle of groups/people.yaml."), metavar=_("PERSON"))
]
Name = Annotated[str | None, typer.Option(help=_("The public name, best a pseudonym."), metavar=_("NAME"))]
Hidden = Annotated[bool, typer.Option("--hidden", help=_("Counted, and never named anywhere."))]
Joined = Annotated[
    str | None, typer.Option(help=_("The day they joined; today by default."), metavar=_("DATE"))
]
As = Annotated[
    str | None, typer.Option("--as", help=_("The handle that takes their place."), metavar=_("PSEUDONYM"))
]


@app.callback(help=_("The people of the collective: add somebody, erase somebody."))
def _people() -> None:
    """Hold the verbs of people together."""


@app.command(cls=Verb, help=_("Add a person to the collective, under a public name or under none."))
def add(
    ctx: typer.Context,
    person: New,
    name: Name = None,
    hidden: Hidden = False,
    joined: Joined = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a person."""
    context = here(ctx)
    programme, _faults = context.programme()
    handle = handle_of(person)
    if handle in programme.people:
        raise Refused(message("“{person}” is in groups/people.yaml already", person=handle))
    day = day_given(joined, context.today)
    public = None if hidden else name_of_somebody_new(context, programme, handle, name)
    draft = draft_in(context)
    add_somebody(draft, programme, handle, public, day)
    if carry_out(context, draft, Wish(dry_run, commit), message("people: one more person")):
        speak_of_privacy(context, handle, public)
    return 0


@app.command(cls=Verb, help=_("Replace a person by a pseudonym in all texts, and say what is left."))
def erase(
    ctx: typer.Context,
    person: Person,
    pseudonym: As = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a pseudonym wherever the person stood."""
    return erase_person(here(ctx), person, pseudonym, Wish(dry_run, commit))
