"""``collectif status``: where the process stands, what is late, what is missing for what, who is silent."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.model.message import mark as _

app = verb_app()

Wanted = Annotated[
    list[str] | None,
    typer.Argument(help=_("Only this group, or this phase of the collective."), metavar=_("[GROUP]")),
]
WhyNot = Annotated[
    str | None,
    typer.Option(
        help=_("What is still missing for a phase, an objective or a plenary, and who can bring it."),
        metavar=_("GATE"),
    ),
]
Silence = Annotated[bool, typer.Option("--silence", help=_("How long each group has given no sign of life."))]
Who = Annotated[
    bool, typer.Option("--representativity", help=_("Who takes part: women, men, ages, first engagements."))
]


@app.command(
    cls=Verb, help=_("Show where the process stands: each group in each phase, what is late, what is next.")
)
def status(
    ctx: typer.Context,
    group: Wanted = None,
    why_not: WhyNot = None,
    silence: Silence = False,
    representativity: Who = False,
    json_: Json = False,
    at: At = None,
) -> int:
    """Hand the arguments over to the work."""
    from collectif_cli.cli.status_screens import Asked, show_status

    context = here(ctx)
    if representativity:
        from collectif_cli.cli.status_people import who_takes_part

        programme, _faults = context.programme(at)
        context.print(who_takes_part(context, programme, context.day(at), for_program=json_))
        return 0
    show_status(context, Asked(tuple(group or ()), why_not, silence, json_, at))
    return 0
