"""``collectif vote``: from a new vote to its count, and how each was counted."""

import typer

from collectif_cli.cli.context import Context, here
from collectif_cli.cli.options import At, Commit, DryRun, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.vote_compare import compare_entries
from collectif_cli.cli.vote_count import box_root, count, plenary_of, vote_called, with_file
from collectif_cli.cli.vote_end import cancel_vote, close_vote
from collectif_cli.cli.vote_enter import enter_ballots
from collectif_cli.cli.vote_export import export_votes
from collectif_cli.cli.vote_import import import_votes
from collectif_cli.cli.vote_import_files import ImportWish
from collectif_cli.cli.vote_new import VoteWish, new_vote
from collectif_cli.cli.vote_new_options import (
    Ballots,
    Closes,
    Date,
    Electorate,
    Expected,
    Group,
    NewId,
    On,
    Opens,
    Options,
    Plenary,
    Question,
    Rule,
    SecondCallOf,
    Set,
    Title,
)
from collectif_cli.cli.vote_open import open_vote
from collectif_cli.cli.vote_options import (
    As,
    BallotsFile,
    Called,
    ExportFormat,
    ExportTo,
    Files,
    For,
    Format,
    Id,
    In,
    Reason,
    Record,
    SheetFormat,
    Without,
)
from collectif_cli.cli.vote_papers import print_paper, print_sheet
from collectif_cli.cli.vote_tally import TallyWish, tally_vote
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.render.sheet import Line, findings_text, list_json, list_text, record_json, sheet_text
from collectif_cli.store.result_file import result_text
from collectif_cli.voting.record import result_record

app = verb_app()


@app.callback(help=_("The votes: prepare one, open it, enter its papers, count it, show how it was counted."))
def _votes() -> None:
    """Hold the verbs of a vote together."""


@app.command("list", cls=Verb, help=_("List the votes, with what came of each."))
def list_(ctx: typer.Context, json_: Json = False, at: At = None) -> int:
    """Print every vote of the programme."""
    context = here(ctx)
    programme, faults = context.programme(at)
    lines = []
    for vote in programme.votes.values():
        counted = count(vote, programme, faults, box_root(context, at))
        lines.append(Line(vote, counted.shown, counted.findings))
    context.print(
        list_json(lines, context.language) if json_ else list_text(lines, context.language, context.screen)
    )
    return 0


@app.command(cls=Verb, help=_("Show how a vote was counted, step by step."))
def show(
    ctx: typer.Context, vote: Id, json_: Json = False, ballots: BallotsFile = None, at: At = None
) -> int:
    """Print the counting sheet, or give 1 and say why there is none."""
    context = here(ctx)
    programme, faults = context.programme(at)
    asked, unread = with_file(context, vote_called(vote, programme), ballots)
    counted = count(asked, programme, faults, box_root(context, at), unread)
    if counted.shown is None:
        context.err.write(findings_text(counted.findings, context.language, context.error_screen))
        return 1
    text = result_text(result_record(counted.shown))
    if json_:
        context.print(record_json(result_record(counted.shown)))
        return 0
    plenary = plenary_of(counted.vote, programme)
    context.print(sheet_text(counted.vote, counted.shown, plenary, context.language, context.screen))
    if not counted.sealed:
        _tell_whether_written(context, counted.vote, text, programme)
    return 0


@app.command(cls=Verb, help=_("Prepare a vote: write its questions, and its rule with every convention."))
def new(
    ctx: typer.Context,
    id: NewId = None,
    title: Title = None,
    on: On = None,
    rule: Rule = None,
    conventions: Set = None,
    plenary: Plenary = None,
    date: Date = None,
    opens: Opens = None,
    closes: Closes = None,
    electorate: Electorate = None,
    group: Group = None,
    ballots: Ballots = None,
    question: Question = None,
    options: Options = None,
    expected: Expected = None,
    second_call_of: SecondCallOf = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the file of a vote."""
    wanted = VoteWish(
        id=id,
        title=title,
        on=tuple(on or ()),
        rule=rule,
        conventions=tuple(conventions or ()),
        plenary=plenary,
        date=date,
        opens=opens,
        closes=closes,
        electorate=electorate,
        group=group,
        ballots=ballots,
        question=question,
        options=tuple(options or ()),
        expected=expected,
        second_call_of=second_call_of,
    )
    return new_vote(here(ctx), wanted, Wish(dry_run, commit))


@app.command(
    "open", cls=Verb, help=_("Open a vote: fix its rule, its electorate, its texts and its options.")
)
def open_(ctx: typer.Context, vote: Id, dry_run: DryRun = False, commit: Commit = False) -> int:
    """Write what is fixed, or give 1 and say why the vote cannot open."""
    return open_vote(here(ctx), vote, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Print what the paper of an open vote holds, with its code."))
def ballot(ctx: typer.Context, vote: Id, json_: Json = False, at: At = None) -> int:
    """Print the data of the paper."""
    return print_paper(here(ctx), vote, as_json=json_, at=at)


@app.command(cls=Verb, help=_("Enter paper ballots at the keyboard, a line a paper, each written at once."))
def enter(ctx: typer.Context, vote: Id, entry: As = None) -> int:
    """Read ballots until there are no more; give 1 when there are not as many as expected."""
    return enter_ballots(here(ctx), vote, entry)


@app.command(cls=Verb, help=_("Compare the two entries of the papers, ballot by ballot."))
def compare(ctx: typer.Context, vote: Id, json_: Json = False, at: At = None) -> int:
    """Print every difference, and give 1 when there is one."""
    return compare_entries(here(ctx), vote, as_json=json_, at=at)


@app.command("import", cls=Verb, help=_("Take the ballots, or the counts, of files made elsewhere."))
def import_(
    ctx: typer.Context,
    file: Files,
    vote: For,
    format: Format = None,
    option: Called = None,
    without: Without = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the ballots beside the vote, or give 1 and say why they are not taken."""
    wanted = ImportWish(tuple(file), vote, format, tuple(option or ()), tuple(without or ()))
    return import_votes(here(ctx), wanted, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Give the ballots in a format that other tools read."))
def export(ctx: typer.Context, vote: Id, format: ExportFormat, output: ExportTo = None, at: At = None) -> int:
    """Print the ballots, or write them to a file."""
    return export_votes(here(ctx), vote, format, output, at)


@app.command(
    "tally", cls=Verb, help=_("Count a vote, write its result, move the texts it decides, print the count.")
)
def tally_(
    ctx: typer.Context,
    vote: Id,
    record: Record = False,
    ballots: BallotsFile = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write ``result.yaml`` and print the counting sheet, or give 1 and say why nothing can be counted."""
    return tally_vote(here(ctx), vote, TallyWish(record, ballots), Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Write the counting sheet, to read aloud, to paste or to print."))
def sheet(ctx: typer.Context, vote: Id, form: SheetFormat = "text", code: In = None, at: At = None) -> int:
    """Print the sheet in a format and a language."""
    return print_sheet(here(ctx), vote, form, code, at)


@app.command(cls=Verb, help=_("End a vote that lasts: no ballot is taken any more."))
def close(ctx: typer.Context, vote: Id, dry_run: DryRun = False, commit: Commit = False) -> int:
    """Write when the vote ended."""
    return close_vote(here(ctx), vote, Wish(dry_run, commit))


@app.command(cls=Verb, help=_("Call a vote off; it stays readable, with the reason."))
def cancel(
    ctx: typer.Context, vote: Id, reason: Reason = None, dry_run: DryRun = False, commit: Commit = False
) -> int:
    """Write that the vote was called off."""
    return cancel_vote(here(ctx), vote, reason, Wish(dry_run, commit))


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
