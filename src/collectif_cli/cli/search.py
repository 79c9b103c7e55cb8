"""``collectif search``: the texts that hold some words, whatever their accents and capitals."""

import json
from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.render.hits import hit_json, hits_text
from collectif_cli.store.full_text import SEARCHED, find, folded

app = verb_app()

MOST = 50  # answers shown to a person; a program is given them all

Words = Annotated[
    list[str], typer.Argument(help=_("Words that the text must hold, all of them."), metavar=_("WORDS…"))
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", help=_("Only this kind of text, such as proposal or meeting."), metavar=_("KIND")),
]


@app.command(cls=Verb, help=_("Find the texts that hold some words, whatever their accents and capitals."))
def search(ctx: typer.Context, words: Words, kind: Kind = None, json_: Json = False, at: At = None) -> int:
    """Print the answers, the best first."""
    context = here(ctx)
    if kind is not None and kind not in SEARCHED:
        near = nearest(kind, SEARCHED)
        hint = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("choose one of: {words}", words=SEARCHED)
        )
        raise UsageError(message("there is no kind of text “{kind}”", kind=kind), hint)
    asked = [part for word in words for part in word.split()]
    programme, _faults = context.programme(at)
    hits = find(programme.documents, asked, kind or "")
    if json_:
        whole = {"version": 1, "hits": [hit_json(hit) for hit in hits]}
        context.print(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        return 0
    context.print(hits_text(hits[:MOST], asked, folded, context.screen))
    if not hits or context.screen.interactive or len(hits) > MOST:
        said = messages("{n} text holds these words", "{n} texts hold these words", len(hits))
        context.tell(said if hits else message("no text holds these words"))
    return 0
