"""``collectif group``: the groups, what happened to them, who is in them."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.group_acts import acts
from collectif_cli.cli.group_arguments import From, Group, Levels, Person, To
from collectif_cli.cli.group_members import facilitate_group, join_group, leave_group
from collectif_cli.cli.group_new import GroupWish, new_group
from collectif_cli.cli.group_work import work
from collectif_cli.cli.named import group_called
from collectif_cli.cli.options import At, Commit, DryRun, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _
from collectif_cli.progress.group_story import stories, story
from collectif_cli.render.group_json import group_json, groups_json
from collectif_cli.render.groups import group_text, groups_text

app = verb_app()
app.add_typer(work)
app.add_typer(acts)

Id = Annotated[
    str | None, typer.Argument(help=_("Its id; made from the title when there is none."), metavar=_("[ID]"))
]
Title = Annotated[str | None, typer.Option(help=_("Its title, as people say it."), metavar=_("TITLE"))]
Kind = Annotated[
    str, typer.Option(help=_("thematic, transversal, campaign, mandated or list."), metavar=_("KIND"))
]
Competences = Annotated[
    list[str] | None,
    typer.Option("--competence", help=_("A public competence it works on."), metavar=_("COMPETENCE")),
]
Formed = Annotated[
    str | None, typer.Option(help=_("The day of its first meeting, if it has met."), metavar=_("DATE"))
]
Facilitator = Annotated[
    str | None,
    typer.Option(help=_("Who facilitates it: a handle of groups/people.yaml."), metavar=_("PERSON")),
]
Succeeds = Annotated[str | None, typer.Option(help=_("The group that it comes after."), metavar=_("GROUP"))]
Until = Annotated[
    str | None,
    typer.Option("--to", help=_("The day until which they commit, a year for instance."), metavar=_("DATE")),
]
Name = Annotated[
    str | None,
    typer.Option(help=_("For somebody new: the public name, best a pseudonym."), metavar=_("NAME")),
]
Hidden = Annotated[
    bool, typer.Option("--hidden", help=_("For somebody new: counted, and never named anywhere."))
]


@app.callback(help=_("The groups: their people, their meetings, their texts, what becomes of them."))
def _groups() -> None:
    """Hold the verbs of a group together."""


@app.command("list", cls=Verb, help=_("List the groups, those that ended included."))
def list_(ctx: typer.Context, json_: Json = False, at: At = None) -> int:
    """Print every group."""
    context = here(ctx)
    programme, _faults = context.programme(at)
    found = stories(programme, context.day(at))
    context.print(
        groups_json(found, context.language)
        if json_
        else groups_text(found, context.language, context.screen)
    )
    return 0


@app.command(cls=Verb, help=_("Show a group: who is in it, what it works on, what happened to it."))
def show(ctx: typer.Context, group: Group, json_: Json = False, at: At = None) -> int:
    """Print one group."""
    context = here(ctx)
    programme, _faults = context.programme(at)
    found = story(group_called(programme, group), programme, context.day(at))
    context.print(
        group_json(found, context.language)
        if json_
        else group_text(found, programme.collective, context.language, context.screen)
    )
    return 0


@app.command(cls=Verb, help=_("Start a group: write its first file, and say what comes next."))
def new(
    ctx: typer.Context,
    id: Id = None,
    title: Title = None,
    kind: Kind = "thematic",
    levels: Levels = None,
    competences: Competences = None,
    formed: Formed = None,
    facilitator: Facilitator = None,
    succeeds: Succeeds = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write ``group.yaml``."""
    asked = GroupWish(
        id, title, kind, tuple(levels or ()), tuple(competences or ()), formed, facilitator, succeeds
    )
    return new_group(here(ctx), asked, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Add a person to a group, and to the collective when they are new."))
def join(
    ctx: typer.Context,
    group: Group,
    person: Person,
    since: From = None,
    name: Name = None,
    hidden: Hidden = False,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a membership."""
    return join_group(here(ctx), group, person, since, name, hidden, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Note that a person left a group; the past stays written."))
def leave(
    ctx: typer.Context,
    group: Group,
    person: Person,
    until: To = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the end of a membership."""
    return leave_group(here(ctx), group, person, until, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Note that a person facilitates a group."))
def facilitate(
    ctx: typer.Context,
    group: Group,
    person: Person,
    since: From = None,
    until: Until = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write who facilitates."""
    return facilitate_group(here(ctx), group, person, since, until, Wish(dry_run, commit))
