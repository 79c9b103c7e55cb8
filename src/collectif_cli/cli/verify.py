"""``collectif verify``: what a clone proves of its votes, to anyone."""

from itertools import combinations
from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.render.verifying import report_json, report_text

app = verb_app()

Votes = Annotated[
    list[str] | None,
    typer.Argument(help=_("Only these votes; all of them by default."), metavar=_("[VOTE]…")),
]
Between = Annotated[
    str | None,
    typer.Option(
        help=_("Check that the ballot boxes only grew from one revision to another."), metavar="A..B"
    ),
]
Checkpoint = Annotated[
    str | None,
    typer.Option(help=_("Hold a code printed in old minutes against this history."), metavar=_("CODE")),
]
SelfTest = Annotated[
    bool, typer.Option("--self-test", help=_("Try every tampering on a copy, and show what is caught."))
]


@app.command(
    cls=Verb,
    help=_(
        "Count every vote again, and check that its rule, its voters and its texts are those it opened on."
    ),
)
def verify(
    ctx: typer.Context,
    votes: Votes = None,
    between: Between = None,
    checkpoint: Checkpoint = None,
    self_test: SelfTest = False,
    json_: Json = False,
    at: At = None,
) -> int:
    """Print what was found, and give 1 when something does not hold."""
    context = here(ctx)
    _require_one_question(between, checkpoint, at, self_test)
    if self_test:
        from collectif_cli.cli.verify_self_test import run_self_test

        return run_self_test(context, votes or (), as_json=json_)
    if between is not None:
        from collectif_cli.cli.verify_between import verify_between

        report = verify_between(context, between, votes or ())
    elif checkpoint is not None:
        from collectif_cli.cli.verify_checkpoint import verify_checkpoint

        report = verify_checkpoint(context, checkpoint, votes or (), at)
    else:
        from collectif_cli.cli.verify_work import verify as verify_all

        report = verify_all(context, votes or (), at)
    said = report_text(report, context.language, context.screen)
    context.print(report_json(report, context.language) if json_ else said)
    return 0 if report.holds else 1


def _require_one_question(
    between: str | None, checkpoint: str | None, at: str | None, self_test: bool
) -> None:
    """Raise UsageError where one option would be passed over for another."""
    asked = {"--self-test": self_test, "--between": between, "--checkpoint": checkpoint, "--at": at}
    for one, other in combinations([flag for flag, value in asked.items() if value], 2):
        if (one, other) != ("--checkpoint", "--at"):
            said = message(
                "“{one}” and “{other}” are two questions: ask them one by one", one=one, other=other
            )
            raise UsageError(said)
