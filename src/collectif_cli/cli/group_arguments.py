"""Arguments and options that several verbs of a group share, each with one meaning and one help sentence."""

from typing import Annotated

import typer

from collectif_cli.model.message import mark as _

Group = Annotated[str, typer.Argument(help=_("The group: the name of its folder."), metavar=_("GROUP"))]
Person = Annotated[
    str, typer.Argument(help=_("The person: a handle of groups/people.yaml."), metavar=_("PERSON"))
]
Levels = Annotated[
    list[str] | None,
    typer.Option("--level", help=_("A level at which its subject is decided."), metavar=_("LEVEL")),
]
From = Annotated[
    str | None, typer.Option("--from", help=_("From that day on; today by default."), metavar=_("DATE"))
]
To = Annotated[str | None, typer.Option("--to", help=_("The last day; today by default."), metavar=_("DATE"))]
On = Annotated[str | None, typer.Option("--on", help=_("The day; today by default."), metavar=_("DATE"))]
Decision = Annotated[
    str | None,
    typer.Option(help=_("The decision of a plenary that says so."), metavar=_("PLENARY/DECISION")),
]
