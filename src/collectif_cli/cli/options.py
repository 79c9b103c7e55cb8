"""Arguments and options that several verbs share, each with one meaning and one help sentence."""

from pathlib import Path
from typing import Annotated

import typer

from collectif_cli.model.message import mark as _

At = Annotated[
    str | None, typer.Option("--at", help=_("The texts as they were then."), metavar=_("REV|DATE"))
]
Json = Annotated[bool, typer.Option("--json", help=_("Give it as JSON, for programs."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Say what would be written, and write nothing."))]
Commit = Annotated[
    bool, typer.Option("--commit", help=_("Make one commit of what was written, and nothing else."))
]
Paths = Annotated[
    list[Path] | None, typer.Argument(help=_("Only what these files or folders hold."), metavar=_("[PATH]…"))
]
