"""``collectif init``: a new programme repository, asked for on a terminal or by options."""

from pathlib import Path
from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.options import DryRun
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.model.message import mark as _

app = verb_app()


Folder = Annotated[
    Path, typer.Argument(help=_("The folder to write in: empty, or new."), metavar=_("[PATH]"))
]
Name = Annotated[str | None, typer.Option(help=_("The name of the collective."), metavar=_("TEXT"))]
Lang = Annotated[
    str | None, typer.Option(help=_("The language of the texts: fr or en."), metavar=_("LANGUAGE"))
]
Commune = Annotated[str | None, typer.Option(help=_("The name of the municipality."), metavar=_("TEXT"))]
People = Annotated[str | None, typer.Option(help=_("How many people live there."), metavar=_("NUMBER"))]
Seats = Annotated[
    str | None,
    typer.Option(
        help=_("The seats of its council; those that the law gives (CGCT, L2121-2) if nobody says."),
        metavar=_("NUMBER"),
    ),
]
Shared = Annotated[
    str | None, typer.Option(help=_("The name of the intercommunality it belongs to."), metavar=_("TEXT"))
]
Starts = Annotated[
    str | None, typer.Option(help=_("The first day of the process; today if nobody says."), metavar=_("DATE"))
]
VoteDay = Annotated[
    str | None, typer.Option(help=_("The day of the election: the calendar leads to it."), metavar=_("DATE"))
]
Forge = Annotated[
    str | None,
    typer.Option(
        help=_("Where the texts will be kept, to have them checked there: github, gitlab, forgejo or none."),
        metavar=_("FORGE"),
    ),
]
NoGit = Annotated[bool, typer.Option("--no-git", help=_("Write the texts, and leave git alone."))]
Commit = Annotated[
    bool,
    typer.Option("--commit", help=_("Make the first commit even in a git repository that was there before.")),
]
Demo = Annotated[
    bool, typer.Option("--demo", help=_("Write a small collective of invented people, to try everything."))
]
Yes = Annotated[bool, typer.Option("--yes", help=_("Ask nothing: take what is proposed."))]


@app.command(
    cls=Verb, help=_("Start a programme: write its first texts, ready to be checked, built and shared.")
)
def init(
    ctx: typer.Context,
    path: Folder = Path(),
    name: Name = None,
    language: Lang = None,
    municipality: Commune = None,
    population: People = None,
    seats: Seats = None,
    intercommunality: Shared = None,
    starts: Starts = None,
    vote_day: VoteDay = None,
    forge: Forge = None,
    demo: Demo = False,
    yes: Yes = False,
    no_git: NoGit = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Hand the arguments over to the work."""
    from collectif_cli.cli.init_work import Wishes, run_init

    options = {
        "name": name,
        "language": language,
        "municipality": municipality,
        "population": population,
        "seats": seats,
        "intercommunality": intercommunality,
        "starts": starts,
        "vote_day": vote_day,
        "forge": forge,
    }
    given = {key: value for key, value in options.items() if value is not None}
    wishes = Wishes(path, given, demo, yes, no_git, commit, dry_run)
    return run_init(here(ctx), wishes)
