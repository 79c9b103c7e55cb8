"""``collectif explain``: the page of a rule, a counting method, a word of the process."""

import unicodedata
from collections.abc import Sequence
from typing import Annotated

import typer

from collectif_cli.cli.context import Context, here
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import UsageError
from collectif_cli.model.identifiers import is_id
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.render.explained import explained_text
from collectif_cli.render.page import page_text
from collectif_cli.store.own_pages import explained_words, page_of, shelf, word_called

app = verb_app()


Word = Annotated[
    str | None,
    typer.Argument(
        help=_("The code of a finding, a counting method or a word of the process; none lists them."),
        metavar=_("[WORD]"),
    ),
]


@app.command(cls=Verb, help=_("Explain a rule, a counting method or a word of the process."))
def explain(ctx: typer.Context, word: Word = None) -> int:
    """Print the page, or the words that have one."""
    context = here(ctx)
    words = explained_words()
    if word is None:
        context.print(_listed(words, context))
        return 0
    slug = _folded(word)
    known = slug if slug in words else word_called(word) or slug
    page = page_of(known, context.language.code) if is_id(known) else None
    if page is None:
        near = nearest(slug, words)
        hint = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("“collectif explain” lists them")
        )
        raise UsageError(message("there is no page about “{word}”", word=word), hint)
    context.print(page_text(page, context.screen))
    return 0


def _listed(words: Sequence[str], context: Context) -> str:
    """Give everything that has a page: by kind and with what it is to a person, one a line in a pipe."""
    if not context.screen.interactive:
        return "".join(f"{one}\n" for one in words)
    shelves = {name: shelf(name, context.language.code) for name in ("words", "methods", "checks")}
    return explained_text(
        {name: page.title for name, page in shelves["words"].items()},
        {name: page.says for name, page in shelves["methods"].items()},
        sorted({name.partition("-")[0] for name in shelves["checks"]}),
        context.language,
        context.screen,
    )


def _folded(word: str) -> str:
    """Give a word as its page is called: no accent, no capital, hyphens for spaces."""
    plain = unicodedata.normalize("NFKD", word.strip().lower())
    return "-".join("".join(c for c in plain if not unicodedata.combining(c)).split())
