"""``collectif search``: the texts that hold some words, the best first."""

from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.named import expected
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message

app = verb_app()

Wanted = Annotated[
    list[str],
    typer.Argument(help=_("The words, in any order; a text must hold them all."), metavar=_("WORD…")),
]
OfKind = Annotated[
    list[str] | None,
    typer.Option("--kind", help=_("Only the things of this kind, such as proposal."), metavar=_("KIND")),
]

Most = Annotated[
    int, typer.Option(help=_("How many to show, the best ones; 0 shows all."), metavar=_("NUMBER"), min=0)
]


@app.command(cls=Verb, help=_("Look for words in all texts, whatever their case and accents."))
def search(
    ctx: typer.Context,
    words: Wanted,
    kind: OfKind = None,
    most: Most = 20,
    json_: Json = False,
    at: At = None,
) -> int:
    """Print what holds every word, or give 1 when nothing does."""
    from collectif_cli.model.search import search as look_for
    from collectif_cli.model.searched import KINDS, searched
    from collectif_cli.render.search import hits_json, hits_text

    context = here(ctx)
    kinds = tuple(expected(one, KINDS) for one in kind) if kind else KINDS
    programme, _faults = context.programme(at)
    asked = [one for word in words for one in word.split()]
    hits, count = look_for(asked, searched(programme, kinds), most)
    if json_:
        context.print(hits_json(hits, count))
    elif hits:
        context.print(hits_text(hits, count, context.language, context.screen))
    else:
        said = message("no text holds “{words}”", words=" ".join(words))
        context.remark(said)
    return 0 if hits else 1
