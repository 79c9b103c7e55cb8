"""``collectif contribution``: what residents sent, from the import to the answer."""

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.contribution_import import ImportWish, import_contributions
from collectif_cli.cli.contribution_options import (
    Anonymous,
    Files,
    Format,
    Map,
    Source,
    Take,
    Title,
)
from collectif_cli.cli.options import Commit, DryRun, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _

app = verb_app()


@app.callback(help=_("The contributions: import them, sort them, answer them, say what became of each."))
def _contributions() -> None:
    """Hold the verbs of a contribution together."""


@app.command("import", cls=Verb, help=_("Take what residents wrote on a platform, in a form or by mail."))
def import_(
    ctx: typer.Context,
    source: Source,
    file: Files,
    format: Format = None,
    map: Map = None,
    title: Title = None,
    take: Take = None,
    anonymous: Anonymous = False,
    json_: Json = False,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a file for each contribution, or give 1 and say what could not be taken."""
    wanted = ImportWish(
        source=source,
        files=tuple(file),
        format=format,
        columns=tuple(map or ()),
        title=title,
        take=tuple(take or ()),
        anonymous=anonymous,
        json=json_,
    )
    return import_contributions(here(ctx), wanted, Wish(dry_run, commit))
