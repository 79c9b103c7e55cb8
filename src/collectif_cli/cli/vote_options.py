"""Arguments and options that several verbs of a vote share."""

from typing import Annotated

import typer

from collectif_cli.model.message import mark as _

Id = Annotated[str, typer.Argument(help=_("The vote: the name of its folder."), metavar="VOTE")]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        help=_("Which of two independent entries of the same papers this is: a or b."),
        metavar="a|b",
    ),
]
Reason = Annotated[str | None, typer.Option("--reason", help=_("Why, in a sentence."), metavar=_("TEXT"))]
SheetFormat = Annotated[
    str, typer.Option("--format", help=_("How to write it: text, md or html."), metavar=_("NAME"))
]
In = Annotated[
    str | None,
    typer.Option("--language", help=_("The language of the sheet: fr or en."), metavar=_("LANGUAGE")),
]
Record = Annotated[
    bool, typer.Option("--record", help=_("Write the decision into the file of the plenary too."))
]
