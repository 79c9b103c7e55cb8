"""Arguments and options that several verbs of a vote share."""

from pathlib import Path
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
BallotsFile = Annotated[
    Path | None,
    typer.Option(
        "--ballots",
        help=_("Count the ballots of that file, in CSV or in Parquet, rather than those beside the vote."),
        metavar=_("PATH"),
    ),
]
Files = Annotated[
    list[Path],
    typer.Argument(help=_("The files of the votes, or the folder that holds them."), metavar=_("FILE…")),
]
For = Annotated[
    str, typer.Option("--vote", help=_("The vote they are of: the name of its folder."), metavar="VOTE")
]
Format = Annotated[
    str | None,
    typer.Option("--format", help=_("What the files are, when their names do not tell."), metavar=_("NAME")),
]
Called = Annotated[
    list[str] | None,
    typer.Option("--option", help=_("What the files call an option: “id: name”."), metavar=_("OPTION")),
]
Without = Annotated[
    list[str] | None,
    typer.Option("--without", help=_("A column of a spreadsheet to leave aside."), metavar=_("TITLE")),
]
ExportFormat = Annotated[
    str, typer.Option("--format", help=_("How to write them: cvotes, blt, csv or json."), metavar=_("NAME"))
]
ExportTo = Annotated[
    Path | None,
    typer.Option(
        "--output", help=_("The file to write, rather than the standard output."), metavar=_("PATH")
    ),
]
