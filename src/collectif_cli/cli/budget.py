"""``collectif budget``: what the programme would cost, what nobody has estimated yet, what reviewers said."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.named import expected
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.model.message import mark as _
from collectif_cli.model.proposal import STATUSES

app = verb_app()

Status = Annotated[
    str | None, typer.Option(help=_("Only the texts with this status, such as adopted."), metavar=_("STATUS"))
]


@app.command(
    cls=Verb, help=_("Show what the programme would cost, by theme and by who pays; what has no estimate.")
)
def budget(ctx: typer.Context, status: Status = None, json_: Json = False, at: At = None) -> int:
    """Print the costs."""
    from collectif_cli.consolidation.budget import budget_of
    from collectif_cli.render.budget import budget_json, budget_text

    context = here(ctx)
    if status is not None:
        expected(status, STATUSES)
    programme, _faults = context.programme(at)
    found = budget_of(programme, status)
    context.print(budget_json(found) if json_ else budget_text(found, context.language, context.screen))
    return 0
