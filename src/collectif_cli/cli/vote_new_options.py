"""What may be said of a new vote on the command line."""

from typing import Annotated

import typer

from collectif_cli.model.message import mark as _

NewId = Annotated[
    str | None,
    typer.Argument(help=_("Its id; made from the date and the title when there is none."), metavar=_("[ID]")),
]
Title = Annotated[str | None, typer.Option(help=_("What is being decided."), metavar=_("TITLE"))]
On = Annotated[
    list[str] | None,
    typer.Option(help=_("A text it is on: a proposal, a title of the outline…"), metavar="ID"),
]
Rule = Annotated[
    str | None, typer.Option(help=_("A rule of the collective, or a method."), metavar=_("NAME"))
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", help=_("A convention of the rule, such as ties=kept."), metavar=_("NAME=VALUE")),
]
Plenary = Annotated[str | None, typer.Option(help=_("The plenary where it is held."), metavar=_("PLENARY"))]
Date = Annotated[str | None, typer.Option(help=_("The day on which it is held."), metavar=_("DATE"))]
Opens = Annotated[str | None, typer.Option(help=_("When a vote that lasts opens."), metavar=_("DATE"))]
Closes = Annotated[str | None, typer.Option(help=_("When it closes."), metavar=_("DATE"))]
Electorate = Annotated[
    str | None, typer.Option(help=_("Who votes: present, roll, group or candidates."), metavar=_("KIND"))
]
Group = Annotated[str | None, typer.Option(help=_("The group that votes."), metavar=_("GROUP"))]
Ballots = Annotated[
    str | None,
    typer.Option(help=_("What is kept: anonymous, named, counts, sealed or none."), metavar=_("KIND")),
]
Question = Annotated[
    str | None, typer.Option(help=_("The question as it is put, when there is one."), metavar=_("TEXT"))
]
Options = Annotated[
    list[str] | None,
    typer.Option("--option", help=_("An answer: “id: title”, or a title."), metavar=_("OPTION")),
]
Expected = Annotated[int | None, typer.Option(help=_("How many papers are in the box."), metavar=_("NUMBER"))]
SecondCallOf = Annotated[str | None, typer.Option(help=_("The vote whose quorum failed."), metavar="VOTE")]
