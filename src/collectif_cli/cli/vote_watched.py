"""Ballots by the million, counted in sight: how far the reading is, on a terminal only."""

from collections.abc import Iterator

from collectif_cli.cli.context import Context
from collectif_cli.model.ballot_file import BallotFile, Lines
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import Vote


def watched(context: Context, vote: Vote) -> Vote:
    """Give the vote, whose ballots will show how far they are read."""
    if vote.many is None or not context.error_screen.interactive:
        return vote
    file = vote.many
    return replace(vote, many=replace(file, lines=lambda: _shown(context, file)))


def _shown(context: Context, file: BallotFile) -> Iterator[Lines]:
    from rich.console import Console
    from rich.progress import Progress

    said = context.language.say(message("reading the ballots"))
    screen = context.error_screen
    console = Console(
        file=context.err, width=screen.width, no_color=not screen.colour, highlight=False, markup=False
    )
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(said, total=file.size)
        for lines in file.lines():
            yield lines
            progress.advance(task, len(lines.raw))
