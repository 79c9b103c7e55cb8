"""The first words of a text of a group, from a template that the collective may replace by its own."""

from collections.abc import Mapping
from typing import Any

from collectif_cli.cli.context import Context
from collectif_cli.model.programme import Programme
from collectif_cli.render.documents.templates import Templates
from collectif_cli.render.language import language
from collectif_cli.store.new_texts import typed
from collectif_cli.store.templates import read_templates


def first_words(context: Context, programme: Programme, name: str, view: Mapping[str, Any]) -> str:
    """Give what ``templates/<name>.jinja`` makes of a view, in the language of the collective.

    Sentences of the tool are written with the signs of a keyboard: people go on from there in an editor.
    Raises Refused, with the file and the line, when a template cannot be used.
    """
    said = language(programme.collective.language.value)
    found = {one.name: (one.path, one.text) for one in read_templates(context.root)}
    own = {"_": lambda text: typed(said.words(text))}
    return Templates(found, said).fill(f"{name}.jinja", {**view, **own})
