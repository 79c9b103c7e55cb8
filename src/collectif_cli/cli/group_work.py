"""The verbs of the work of a group: its meetings, its texts, its working methods."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.group_arguments import Group
from collectif_cli.cli.group_count import Count, count_people
from collectif_cli.cli.group_meet import MeetingWish, meet
from collectif_cli.cli.group_write import set_methods, write_text
from collectif_cli.cli.options import Commit, DryRun
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _

work = verb_app()

Day = Annotated[str | None, typer.Option("--date", help=_("Its day; today by default."), metavar=_("DATE"))]
Title = Annotated[str | None, typer.Option(help=_("What it is about, in a few words."), metavar=_("TITLE"))]
Place = Annotated[
    str | None, typer.Option(help=_("Where: a public place, or “at a member's”."), metavar=_("PLACE"))
]
Kind = Annotated[
    str | None, typer.Option(help=_("meeting, visit, round-table or formation."), metavar=_("KIND"))
]
Present = Annotated[
    int | None, typer.Option(min=0, help=_("How many people came, without names."), metavar=_("NUMBER"))
]
Agenda = Annotated[
    list[str] | None, typer.Option(help=_("A point of the agenda; may be repeated."), metavar=_("POINT"))
]
CountDay = Annotated[
    str | None, typer.Option("--date", help=_("The day of the count; today by default."), metavar=_("DATE"))
]
Active = Annotated[int | None, typer.Option(min=0, help=_("How many come."), metavar=_("NUMBER"))]
Registered = Annotated[
    int | None, typer.Option(min=0, help=_("How many receive the messages."), metavar=_("NUMBER"))
]
Women = Annotated[int | None, typer.Option(min=0, help=_("Women."), metavar=_("NUMBER"))]
Men = Annotated[int | None, typer.Option(min=0, help=_("Men."), metavar=_("NUMBER"))]
Other = Annotated[int | None, typer.Option(min=0, help=_("Neither, or not said."), metavar=_("NUMBER"))]
First = Annotated[
    int | None,
    typer.Option(min=0, help=_("Those whose first engagement it is."), metavar=_("NUMBER")),
]
Under30 = Annotated[
    int | None, typer.Option("--under-30", min=0, help=_("Those under thirty."), metavar=_("NUMBER"))
]
Text = Annotated[
    str,
    typer.Argument(
        help=_("motivations, call (for contributions), review (of the exploration) or exploration."),
        metavar=_("TEXT"),
    ),
]
Rhythm = Annotated[
    str | None, typer.Option(help=_("How often the group meets, in words."), metavar=_("RHYTHM"))
]
Places = Annotated[
    list[str] | None, typer.Option("--place", help=_("Where it meets; may be repeated."), metavar=_("PLACE"))
]
Tools = Annotated[
    list[str] | None,
    typer.Option("--tool", help=_("What it works with; may be repeated."), metavar=_("TOOL")),
]


@work.command("meet", cls=Verb, help=_("Prepare a meeting of a group, or write how many came to one."))
def meet_(
    ctx: typer.Context,
    group: Group,
    day: Day = None,
    title: Title = None,
    place: Place = None,
    kind: Kind = None,
    present: Present = None,
    agenda: Agenda = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the file of a meeting."""
    wanted = MeetingWish(day, title, place, kind, present, tuple(agenda or ()))
    return meet(here(ctx), group, wanted, Wish(dry_run, commit))


@work.command(cls=Verb, help=_("Write how many people a group is, in totals; never per person."))
def count(
    ctx: typer.Context,
    group: Group,
    day: CountDay = None,
    active: Active = None,
    registered: Registered = None,
    women: Women = None,
    men: Men = None,
    other: Other = None,
    first_engagement: First = None,
    under_30: Under30 = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write totals."""
    counted = Count(day, active, registered, women, men, other, first_engagement, under_30)
    return count_people(here(ctx), group, counted, Wish(dry_run, commit))


@work.command(cls=Verb, help=_("Start a text of a group from its template; the rest is yours to write."))
def write(
    ctx: typer.Context, group: Group, text: Text, dry_run: DryRun = False, commit: Commit = False
) -> int:
    """Write the first words of a text."""
    return write_text(here(ctx), group, text, Wish(dry_run, commit))


@work.command(cls=Verb, help=_("Write how a group works: its rhythm, its places, its tools."))
def methods(
    ctx: typer.Context,
    group: Group,
    rhythm: Rhythm = None,
    places: Places = None,
    tools: Tools = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the working methods."""
    wish = Wish(dry_run, commit)
    return set_methods(here(ctx), group, rhythm, tuple(places or ()), tuple(tools or ()), wish)
