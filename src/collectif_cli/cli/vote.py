"""``collectif vote``: the votes, what came of them, and how each was counted."""

from typing import Annotated

import typer

from collectif_cli.cli.context import Context, here
from collectif_cli.cli.options import At, DryRun, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.diagnostic import Diagnostic, Finding
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.render.sheet import Line, findings_text, list_json, list_text, record_json, sheet_text
from collectif_cli.store.atomic import write_whole
from collectif_cli.store.places import path_of
from collectif_cli.store.result_file import result_text
from collectif_cli.voting.declared import no_rule, rule_of
from collectif_cli.voting.electorate import voters_of
from collectif_cli.voting.legible import illegible
from collectif_cli.voting.record import result_record
from collectif_cli.voting.tally import Tally, tally

app = verb_app()
Faults = tuple[Diagnostic, ...]


Id = Annotated[str, typer.Argument(help=_("The vote: the name of its folder."), metavar="VOTE")]


@app.callback(help=_("The votes: list them, count one, show how it was counted."))
def _votes() -> None:
    """Hold the verbs of a vote together."""


@app.command("list", cls=Verb, help=_("List the votes, with what came of each."))
def list_(ctx: typer.Context, json_: Json = False, at: At = None) -> int:
    """Print every vote of the programme."""
    context = here(ctx)
    programme, faults = context.programme(at)
    lines = []
    for vote in programme.votes.values():
        counted, findings = _count(vote, programme, faults)
        lines.append(Line(vote, counted, findings))
    context.print(
        list_json(lines, context.language) if json_ else list_text(lines, context.language, context.screen)
    )
    return 0


@app.command(cls=Verb, help=_("Show how a vote was counted, step by step."))
def show(ctx: typer.Context, vote: Id, json_: Json = False, at: At = None) -> int:
    """Print the counting sheet, or give 1 and say why there is none."""
    context = here(ctx)
    programme, faults = context.programme(at)
    found = _vote(vote, programme)
    counted, findings = _count(found, programme, faults)
    if counted is None:
        context.err.write(findings_text(findings, context.language))
        return 1
    if json_:
        context.print(record_json(result_record(counted)))
    else:
        _print_sheet(context, found, counted, programme)
        _tell_whether_written(context, found, result_text(result_record(counted)), programme)
    return 0


@app.command("tally", cls=Verb, help=_("Count a vote, write its result beside it, and print the count."))
def tally_(ctx: typer.Context, vote: Id, dry_run: DryRun = False) -> int:
    """Write ``result.yaml`` and print the counting sheet, or give 1 and say why nothing can be counted."""
    context = here(ctx)
    programme, faults = context.programme()
    found = _vote(vote, programme)
    counted, findings = _count(found, programme, faults)
    if counted is None:
        context.err.write(findings_text(findings, context.language))
        return 1
    _print_sheet(context, found, counted, programme)
    context.print("\n")
    text, path = result_text(result_record(counted)), path_of("result", found.id)
    if dry_run:
        context.tell(message("nothing was written; {path} would hold:", path=path))
        context.print(text)
    elif write_whole(context.root, path, text):
        context.tell(message("written: {path}", path=path))
    else:
        context.tell(message("{path} held this very result already", path=path))
    return 0


def _vote(id: str, programme: Programme) -> Vote:
    """Give the vote of that id; raise UsageError, with the nearest, when there is none."""
    if id in programme.votes:
        return programme.votes[id]
    near = nearest(id, sorted(programme.votes))
    hint = message("did you mean “{near}”?", near=near) if near else message("see “collectif vote list”")
    raise UsageError(message("there is no vote “{id}”", id=id), hint)


def _count(vote: Vote, programme: Programme, faults: Faults) -> tuple[Tally | None, tuple[Finding, ...]]:
    """Give the count, or why there is none: first what could not be read, then what does not fit."""
    rule = rule_of(vote, programme.collective)
    if rule is None:
        return None, (no_rule(vote, programme.collective),)
    unread = tuple(illegible(vote, rule, _plenary(vote, programme), faults))
    if unread:
        return None, tuple(Finding(one.span, one.message, one.hint) for one in unread)
    voters = voters_of(vote, programme.plenaries, programme.groups, programme.candidates)
    return tally(vote, rule, voters)


def _plenary(vote: Vote, programme: Programme) -> Plenary | None:
    return programme.plenaries.get(vote.plenary.value) if vote.plenary else None


def _tell_whether_written(context: Context, vote: Vote, text: str, programme: Programme) -> None:
    """Say whether ``result.yaml`` holds this very count; nothing when there is none yet."""
    written = next((one for one in programme.documents if (one.kind, one.id) == ("result", vote.id)), None)
    if written is not None:
        same = message("{path} holds this very result.", path=written.path)
        other = message(
            "{path} holds another result; “collectif vote tally {vote}” writes this one.",
            path=written.path,
            vote=vote.id,
        )
        context.print("\n")
        context.tell(same if written.text == text else other)


def _print_sheet(context: Context, vote: Vote, counted: Tally, programme: Programme) -> None:
    context.print(sheet_text(vote, counted, _plenary(vote, programme), context.language, context.screen))
