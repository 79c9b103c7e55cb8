"""``collectif check``: what is wrong in the texts, where, and what to do."""

from typing import Annotated

import typer

from collectif_cli.cli.checking import CheckOptions, run_check
from collectif_cli.cli.context import here
from collectif_cli.cli.options import At, Paths
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.model.message import mark as _

app = verb_app()


Since = Annotated[
    str | None,
    typer.Option(help=_("Findings on lines untouched since REV are only warnings."), metavar=_("REV")),
]
Only = Annotated[
    list[str] | None, typer.Option(help=_("Only this family of rules, or this rule."), metavar=_("FAMILY"))
]
Skip = Annotated[
    list[str] | None, typer.Option(help=_("All but this family of rules, or this rule."), metavar=_("FAMILY"))
]
Format = Annotated[
    str, typer.Option(help=_("text, lines, json, github, gitlab, sarif or markdown."), metavar=_("FORMAT"))
]
Strict = Annotated[bool, typer.Option("--strict", help=_("Warnings make the check fail too."))]


@app.command(cls=Verb, help=_("Check the texts: say what is wrong, where, and what to do."))
def check(
    ctx: typer.Context,
    paths: Paths = None,
    since: Since = None,
    only: Only = None,
    skip: Skip = None,
    format: Format = "text",
    strict: Strict = False,
    at: At = None,
) -> int:
    """Hand the arguments over to the work."""
    asked = CheckOptions(paths or (), since, only or (), skip or (), format, strict, at)
    return run_check(here(ctx), asked)
