"""Arguments and options that several verbs of contributions share."""

from pathlib import Path
from typing import Annotated

import typer

from collectif_cli.model.message import mark as _

Ids = Annotated[
    list[str], typer.Argument(help=_("The contributions, as “source/number”."), metavar=_("CONTRIBUTION…"))
]
SomeIds = Annotated[
    list[str] | None,
    typer.Argument(help=_("Only these contributions, as “source/number”."), metavar=_("[CONTRIBUTION]…")),
]
Source = Annotated[
    str, typer.Argument(help=_("The source: the folder that will hold them."), metavar="SOURCE")
]
Files = Annotated[
    list[Path],
    typer.Argument(help=_("The files of the export, or the folder that holds them."), metavar=_("FILE…")),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", help=_("The platform they come from, when the files do not tell."), metavar=_("NAME")
    ),
]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help=_("Of a form, which column holds what: “body=Your idea”; kept for the next time."),
        metavar=_("KEY=COLUMN"),
    ),
]
Title = Annotated[
    str | None,
    typer.Option(help=_("What people call this source; kept for reports and letters."), metavar=_("TITLE")),
]
Take = Annotated[
    list[str] | None,
    typer.Option(
        "--take",
        help=_("Take the new text of this contribution, although it was sorted or changed here."),
        metavar="CONTRIBUTION",
    ),
]
Anonymous = Annotated[
    bool, typer.Option("--anonymous", help=_("Write no author at all, not even a pseudonym."))
]
OfGroup = Annotated[
    str | None, typer.Option("--group", help=_("Only those of this group."), metavar=_("GROUP"))
]
OfTheme = Annotated[
    str | None, typer.Option("--theme", help=_("Only those of this theme."), metavar=_("THEME"))
]
OfFate = Annotated[
    str | None,
    typer.Option("--fate", help=_("Only those of which this became: new, assigned…"), metavar=_("FATE")),
]
OfSource = Annotated[
    str | None, typer.Option("--source", help=_("Only those of this source."), metavar="SOURCE")
]
Waiting = Annotated[bool, typer.Option("--waiting", help=_("Only those that wait for an answer."))]
Group = Annotated[
    str, typer.Option("--group", help=_("The group that looks after them."), metavar=_("GROUP"))
]
Into = Annotated[
    str, typer.Option("--into", help=_("The contribution that says the same."), metavar="CONTRIBUTION")
]
Fate = Annotated[
    str | None,
    typer.Option(
        help=_("What became of them: adopted, partly, declined or out-of-scope."), metavar=_("FATE")
    ),
]
Proposals = Annotated[
    list[str] | None,
    typer.Option("--proposal", help=_("A proposal that draws on them."), metavar=_("PROPOSAL")),
]
Text = Annotated[
    str | None, typer.Option("--text", help=_("The answer, in a sentence or two."), metavar=_("TEXT"))
]
TextFile = Annotated[
    Path | None, typer.Option("--file", help=_("The file that holds the answer."), metavar=_("PATH"))
]
ByAuthor = Annotated[
    bool, typer.Option("--by-author", help=_("One letter to each author, rather than one a contribution."))
]
Output = Annotated[
    Path | None,
    typer.Option(help=_("The folder to write to; “build/letters” otherwise."), metavar=_("PATH")),
]
