"""``collectif proposal``: the proposals, a new one, one that the group submits."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.named import expected, group_called
from collectif_cli.cli.options import At, Commit, DryRun, Json
from collectif_cli.cli.proposal_new import ProposalWish, new_proposal
from collectif_cli.cli.proposal_submit import submit_proposal
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _
from collectif_cli.model.proposal import STATUSES
from collectif_cli.render.proposals import proposals_json, proposals_text

app = verb_app()


Proposal = Annotated[
    str, typer.Argument(help=_("The proposal: the name of its file, without “.md”."), metavar=_("PROPOSAL"))
]
Id = Annotated[
    str | None, typer.Argument(help=_("Its id; made from the title when there is none."), metavar=_("[ID]"))
]
Title = Annotated[str | None, typer.Option(help=_("Its title, as people say it."), metavar=_("TITLE"))]
Group = Annotated[str | None, typer.Option(help=_("The group that brings it."), metavar=_("GROUP"))]
With = Annotated[
    list[str] | None, typer.Option("--with", help=_("A group that writes it too."), metavar=_("GROUP"))
]
Levels = Annotated[
    list[str] | None,
    typer.Option(
        "--level", help=_("Who would decide; the levels of the group by default."), metavar=_("LEVEL")
    ),
]
Competences = Annotated[
    list[str] | None,
    typer.Option(
        "--competence",
        help=_("A public competence it rests on; those of the group by default."),
        metavar=_("COMPETENCE"),
    ),
]
OfGroup = Annotated[
    str | None, typer.Option("--group", help=_("Only those of this group."), metavar=_("GROUP"))
]
OfStatus = Annotated[
    str | None, typer.Option("--status", help=_("Only those of this status."), metavar=_("STATUS"))
]
OfLevel = Annotated[
    str | None, typer.Option("--level", help=_("Only those of this level."), metavar=_("LEVEL"))
]


@app.callback(help=_("The proposals: list them, start one, submit one."))
def _proposals() -> None:
    """Hold the verbs of a proposal together."""


@app.command("list", cls=Verb, help=_("List the proposals, with what became of each."))
def list_(
    ctx: typer.Context,
    group: OfGroup = None,
    status: OfStatus = None,
    level: OfLevel = None,
    json_: Json = False,
    at: At = None,
) -> int:
    """Print the proposals that fit what was asked."""
    context = here(ctx)
    programme, _faults = context.programme(at)
    found = list(programme.proposals.values())
    if group is not None:
        own = group_called(programme, group).id
        found = [
            one for one in found if own in (one.group.value, *(other.value for other in one.with_groups))
        ]
    if status is not None:
        expected(status, STATUSES)
        found = [one for one in found if one.status.value == status]
    if level is not None:
        expected(level, [known.value for known in programme.collective.levels])
        found = [one for one in found if any(known.value == level for known in one.levels)]
    titles = {id: one.name for id, one in programme.groups.items()}
    context.print(
        proposals_json(found) if json_ else proposals_text(found, titles, context.language, context.screen)
    )
    return 0


@app.command(
    cls=Verb, help=_("Start a proposal: write a draft with the sections that the collective asks for.")
)
def new(
    ctx: typer.Context,
    id: Id = None,
    title: Title = None,
    group: Group = None,
    with_groups: With = None,
    levels: Levels = None,
    competences: Competences = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the file of a proposal."""
    wanted = ProposalWish(
        id, title, group, tuple(with_groups or ()), tuple(levels or ()), tuple(competences or ())
    )
    return new_proposal(here(ctx), wanted, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Submit a proposal to the collective, or say what it still lacks."))
def submit(ctx: typer.Context, proposal: Proposal, dry_run: DryRun = False, commit: Commit = False) -> int:
    """Change the status of a proposal."""
    return submit_proposal(here(ctx), proposal, Wish(dry_run, commit))
