"""``collectif contribution``: what residents sent, from the import to the answer."""

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.contribution_options import (
    Anonymous,
    ByAuthor,
    Fate,
    Files,
    Format,
    Group,
    Ids,
    Into,
    Map,
    OfFate,
    OfGroup,
    OfSource,
    OfTheme,
    Output,
    Proposals,
    SomeIds,
    Source,
    Take,
    Text,
    TextFile,
    Title,
    Waiting,
)
from collectif_cli.cli.options import At, Commit, DryRun, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.cli.writing import Wish
from collectif_cli.model.message import mark as _
from collectif_cli.triage.choosing import Choice

app = verb_app()


@app.callback(help=_("The contributions: import them, sort them, answer them, say what became of each."))
def _contributions() -> None:
    """Hold the verbs of a contribution together."""


@app.command("list", cls=Verb, help=_("List the contributions, with what became of each."))
def list_(
    ctx: typer.Context,
    waiting: Waiting = False,
    group: OfGroup = None,
    theme: OfTheme = None,
    fate: OfFate = None,
    source: OfSource = None,
    json_: Json = False,
    at: At = None,
) -> int:
    """Print the contributions that fit what was asked."""
    from collectif_cli.cli.contribution_report import list_contributions

    choice = Choice(group or "", theme or "", fate or "", source or "", waiting)
    return list_contributions(here(ctx), choice, at, as_json=json_)


@app.command("import", cls=Verb, help=_("Take what residents wrote on a platform, in a form or by mail."))
def import_(
    ctx: typer.Context,
    source: Source,
    file: Files,
    format: Format = None,
    map: Map = None,
    title: Title = None,
    take: Take = None,
    anonymous: Anonymous = False,
    json_: Json = False,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write a file for each contribution, or give 1 and say what could not be taken."""
    from collectif_cli.cli.contribution_import import ImportWish, import_contributions

    wanted = ImportWish(
        source=source,
        files=tuple(file),
        format=format,
        columns=tuple(map or ()),
        title=title,
        take=tuple(take or ()),
        anonymous=anonymous,
        json=json_,
    )
    return import_contributions(here(ctx), wanted, Wish(dry_run, commit))


@app.command("triage", cls=Verb, help=_("Sort those nobody has read, one after the other, with a key each."))
def triage_(ctx: typer.Context, source: OfSource = None, theme: OfTheme = None) -> int:
    """Show each contribution that waits, and write what the keys decide."""
    from collectif_cli.cli.contribution_triage import triage

    return triage(here(ctx), Choice(source=source or "", theme=theme or ""))


@app.command("assign", cls=Verb, help=_("Hand contributions to a group."))
def assign_(
    ctx: typer.Context, contribution: Ids, group: Group, dry_run: DryRun = False, commit: Commit = False
) -> int:
    """Write who looks after them."""
    from collectif_cli.cli.contribution_sort import assign

    return assign(here(ctx), contribution, group, Wish(dry_run, commit))


@app.command("merge", cls=Verb, help=_("Join contributions with another that says the same."))
def merge_(
    ctx: typer.Context, contribution: Ids, into: Into, dry_run: DryRun = False, commit: Commit = False
) -> int:
    """Write that they were joined; nothing of them is lost."""
    from collectif_cli.cli.contribution_sort import merge

    return merge(here(ctx), contribution, into, Wish(dry_run, commit))


@app.command("answer", cls=Verb, help=_("Say what became of contributions, and answer those who sent them."))
def answer_(
    ctx: typer.Context,
    contribution: Ids,
    fate: Fate = None,
    proposal: Proposals = None,
    text: Text = None,
    file: TextFile = None,
    dry_run: DryRun = False,
    commit: Commit = False,
) -> int:
    """Write the answer, and in the proposals that they draw on them."""
    from collectif_cli.cli.contribution_sort import Answer, answer

    wanted = Answer(text, file, fate, tuple(proposal or ()))
    return answer(here(ctx), contribution, wanted, Wish(dry_run, commit))


@app.command("report", cls=Verb, help=_("Tell, theme by theme, what became of what residents sent."))
def report_(
    ctx: typer.Context,
    group: OfGroup = None,
    source: OfSource = None,
    json_: Json = False,
    at: At = None,
) -> int:
    """Print the figures of each theme."""
    from collectif_cli.cli.contribution_report import report

    return report(here(ctx), Choice(group=group or "", source=source or ""), at, as_json=json_)


@app.command(cls=Verb, help=_("Write the letters that tell residents what became of what they sent."))
def letters(
    ctx: typer.Context,
    contribution: SomeIds = None,
    by_author: ByAuthor = False,
    group: OfGroup = None,
    theme: OfTheme = None,
    fate: OfFate = None,
    source: OfSource = None,
    output: Output = None,
    dry_run: DryRun = False,
) -> int:
    """Write a letter for each contribution that was read, or for each author."""
    from collectif_cli.cli.contribution_report import write_letters

    choice = Choice(group or "", theme or "", fate or "", source or "")
    return write_letters(here(ctx), contribution or (), choice, output, by_author=by_author, dry_run=dry_run)
