"""``collectif schema``: the JSON Schemas of the files, for editors that check while one types."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.render.for_programs import for_programs
from collectif_cli.store.json_schema import schemas

app = verb_app()


Kind = Annotated[
    str | None,
    typer.Argument(help=_("The kind of file, such as proposal; none gives them all."), metavar=_("[KIND]")),
]


@app.command(cls=Verb, help=_("Print the JSON Schemas of the files, for editors."))
def schema(ctx: typer.Context, kind: Kind = None) -> int:
    """Print one schema, or an object of them all by kind."""
    every = schemas()
    if kind is not None and kind not in every:
        near = nearest(kind, every)
        hint = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("choose one of: {words}", words=tuple(every))
        )
        raise UsageError(message("there is no kind of file “{kind}”", kind=kind), hint)
    given = every if kind is None else every[kind]
    here(ctx).print(for_programs(given))
    return 0
