"""``collectif status``: where the process stands, what is late, what is next."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.status_people import who_takes_part
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.progress.overview import overview
from collectif_cli.progress.standing import Overview
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.progress import group_text, overview_json, overview_text, phase_text
from collectif_cli.render.terminal import Screen

app = verb_app()


Who = Annotated[
    bool, typer.Option("--representativity", help=_("Who takes part: women, men, ages, first engagements."))
]
Wanted = Annotated[
    str | None,
    typer.Argument(help=_("Only this group, or this phase of the collective."), metavar=_("[GROUP]")),
]


@app.command(
    cls=Verb, help=_("Show where the process stands: each group in each phase, what is late, what is next.")
)
def status(
    ctx: typer.Context,
    group: Wanted = None,
    representativity: Who = False,
    json_: Json = False,
    at: At = None,
) -> int:
    """Print where everything stands."""
    context = here(ctx)
    programme, _faults = context.programme(at)
    if representativity:
        context.print(who_takes_part(context, programme, context.day(at), for_program=json_))
        return 0
    whole = overview(programme, context.day(at))
    if json_:
        context.print(for_programs(overview_json(whole, context.language)))
    elif group is None:
        context.print(overview_text(whole, context.language, context.screen))
    else:
        context.print(_one(whole, group, context.language, context.screen))
    return 0


def _one(whole: Overview, id: str, language: Language, screen: Screen) -> str:
    """Give a group or a phase of the collective; raise UsageError when there is neither."""
    for group in whole.groups:
        if group.group.id == id:
            return group_text(group, language, screen)
    for phase in whole.collective:
        if phase.phase.id.value == id:
            return phase_text(phase, language, screen)
    known = [
        *(group.group.id for group in whole.groups),
        *(phase.phase.id.value for phase in whole.collective),
    ]
    near = nearest(id, known)
    hint = (
        message("did you mean “{near}”?", near=near) if near else message("“collectif group list” lists them")
    )
    raise UsageError(message("no group or phase of the process is called “{id}”", id=id), hint)
