"""``collectif build``: the documents that people read, made from the texts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from collectif_cli.cli.context import Context, here
from collectif_cli.cli.named import expected
from collectif_cli.cli.options import At, DryRun
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message

app = verb_app()

Names = Annotated[
    list[str] | None, typer.Argument(help=_("The documents to make; none makes all."), metavar=_("[DOC]…"))
]
Formats = Annotated[
    str | None,
    typer.Option("--format", help=_("html, md, pdf, svg or ics; several with a comma."), metavar=_("FORMAT")),
]
Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        help=_("The vote or the plenary it is about; those it is usually made of otherwise."),
        metavar=_("ID"),
    ),
]
Output = Annotated[
    Path | None, typer.Option(help=_("The folder to write to; “build” otherwise."), metavar=_("PATH"))
]

Today = Annotated[bool, typer.Option("--today", help=_("Mark the present day where days are drawn."))]


@app.command(cls=Verb, help=_("Make the documents that people read, from the texts."))
def build(
    ctx: typer.Context,
    doc: Names = None,
    format: Formats = None,
    of: Of = None,
    output: Output = None,
    today: Today = False,
    at: At = None,
    dry_run: DryRun = False,
) -> int:
    """Write the documents, one file each and a format, and say which."""
    from collectif_cli.cli.documents import make_documents
    from collectif_cli.render.documents.all_documents import DOCUMENTS
    from collectif_cli.store.output import usual_folder, write_document

    context = here(ctx)
    names = [expected(name, DOCUMENTS) for name in dict.fromkeys(doc or DOCUMENTS)]
    if of is not None and not doc:
        raise UsageError(message("“--of” goes with the name of a document"))
    known = {one: None for name in names for one in DOCUMENTS[name].formats}
    formats = _formats(format, list(known))
    wanted = [(name, one) for name in names for one in formats if one in DOCUMENTS[name].formats]
    if output is None and context.is_bare:
        raise UsageError(
            message("a bare clone has no place for documents"), message("name a folder with “--output”")
        )
    folder = context.start / output if output else usual_folder(context.root)
    for name, raw in make_documents(context, at, wanted, of, context.today if today else None):
        path = _shown(context, folder / name)
        if dry_run:
            context.tell(message("would be written: {path}", path=path))
        elif write_document(folder, name, raw):
            context.tell(message("written: {path}", path=path))
        else:
            context.tell(message("{path} is already as it would be written", path=path))
    return 0


def _formats(said: str | None, has: Sequence[str]) -> list[str]:
    """Give the formats that were asked for, all that some document has when none was."""
    if said is None:
        return list(has)
    return [expected(word.strip(), has) for word in dict.fromkeys(said.split(","))]


def _shown(context: Context, path: Path) -> str:
    """Give a path as it is shortest to read: from the folder of the call when it is under it."""
    return str(path.relative_to(context.start) if path.is_relative_to(context.start) else path)
