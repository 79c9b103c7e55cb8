"""The verbs by which the life of a group changes course: its mandates, its end, its mergers, its heirs."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.group_arguments import Decision, Group, On, Person
from collectif_cli.cli.group_end import dissolve_group, merge_groups
from collectif_cli.cli.group_mandate import MandateWish, mandate_person
from collectif_cli.cli.group_split import split_group
from collectif_cli.cli.options import Commit, DryRun
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _

acts = verb_app()

Role = Annotated[
    str | None,
    typer.Option(
        help=_("titulaire, suppleant or other; the one that is free by default."), metavar=_("ROLE")
    ),
]
Purpose = Annotated[
    str | None, typer.Option("--for", help=_("The body the mandate is for: a group."), metavar=_("GROUP"))
]
GivenBy = Annotated[
    str | None,
    typer.Option(help=_("The decision of the plenary that gives it."), metavar=_("PLENARY/DECISION")),
]
Since = Annotated[
    str | None,
    typer.Option("--from", help=_("Its first day; that of the plenary by default."), metavar=_("DATE")),
]
Until = Annotated[
    str | None,
    typer.Option("--to", help=_("Its last day; alone, it ends the mandate that is held."), metavar=_("DATE")),
]
IntoOne = Annotated[str, typer.Option("--into", help=_("The group that takes over."), metavar=_("GROUP"))]
Without = Annotated[
    list[str] | None,
    typer.Option(help=_("Somebody who does not come along; may be repeated."), metavar=_("PERSON")),
]
IntoSome = Annotated[
    list[str],
    typer.Option(
        "--into",
        help=_("The groups that come out of it: ids, or titles of new ones, with commas."),
        metavar=_("GROUPS"),
    ),
]
Keep = Annotated[bool, typer.Option("--keep", help=_("The group that is split goes on."))]


@acts.command(cls=Verb, help=_("Write a mandate of a person of a group, or the end of one."))
def mandate(
    ctx: typer.Context,
    group: Group,
    person: Person,
    role: Role = None,
    purpose: Purpose = None,
    given_by: GivenBy = None,
    since: Since = None,
    until: Until = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a mandate."""
    wanted = MandateWish(role, person, purpose, given_by, since, until)
    return mandate_person(here(ctx), group, wanted, Wish(dry_run, commit))


@acts.command(cls=Verb, help=_("Note that a group ended; its story stays written."))
def dissolve(
    ctx: typer.Context,
    group: Group,
    on: On = None,
    decision: Decision = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the end of a group."""
    return dissolve_group(here(ctx), group, on, decision, Wish(dry_run, commit))


@acts.command(cls=Verb, help=_("Note that a group merged into another, and that its people go along."))
def merge(
    ctx: typer.Context,
    group: Group,
    into: IntoOne,
    without: Without = None,
    on: On = None,
    decision: Decision = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a merger."""
    return merge_groups(here(ctx), group, into, tuple(without or ()), on, decision, Wish(dry_run, commit))


@acts.command(cls=Verb, help=_("Note that several groups came out of one."))
def split(
    ctx: typer.Context,
    group: Group,
    into: IntoSome,
    keep: Keep = False,
    on: On = None,
    decision: Decision = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write where the groups come from."""
    return split_group(here(ctx), group, tuple(into), keep, on, decision, Wish(dry_run, commit))
