"""``collectif show``: one thing, whatever its kind: its facts, its story, its text."""

from collections.abc import Mapping
from typing import Annotated

import typer

from collectif_cli.cli.context import here
from collectif_cli.cli.options import At, Json
from collectif_cli.cli.verbs import Verb, verb_app
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme

app = verb_app()

Id = Annotated[
    str,
    typer.Argument(
        help=_("The id of any thing, such as bus-nuit; or its kind first: group:eau."), metavar="ID"
    ),
]


@app.command(cls=Verb, help=_("Show one thing: its facts, what happened to it, its text."))
def show(ctx: typer.Context, id: Id, json_: Json = False, at: At = None) -> int:
    """Print the thing of that id; other things of the same id are named after it."""
    from collectif_cli.render.things.all_things import THINGS
    from collectif_cli.render.things.thing import About

    context = here(ctx)
    programme, faults = context.programme(at)
    found = _found(id, programme)
    kind, found_id = next(iter(found.items()))
    about = About(programme, faults, context.day(at))
    if json_:
        context.print(THINGS[kind].json(found_id, about, context.language))
    else:
        context.print(THINGS[kind].text(found_id, about, context.language, context.screen))
    others = tuple(f"{other}:{other_id}" for other, other_id in found.items() if other != kind)
    if others:
        said = message("other things have that id: {ids}", ids=others)
        context.remark(said)
    return 0


def _found(word: str, programme: Programme) -> Mapping[str, str]:
    """Give the id that a word leads to in each kind that has it; raise UsageError, with the nearest."""
    from collectif_cli.render.things.all_things import THINGS

    kind, colon, rest = word.partition(":")
    kinds = [kind] if colon and kind in THINGS else list(THINGS)
    wanted = rest if colon and kind in THINGS else word
    known = {one: THINGS[one].ids(programme) for one in kinds}
    found = {one: ids[wanted] for one, ids in known.items() if wanted in ids}
    if found:
        return found
    for document in programme.documents:
        if document.value is None and document.kind in kinds and document.id == wanted:
            raise Refused(
                message("{path} cannot be read", path=document.path),
                message("see what “collectif check” says of it"),
            )
    words = sorted({id for ids in known.values() for id in ids})
    near = nearest(wanted.lower(), words) or next(
        (id for id in words if wanted and id.startswith(wanted)), None
    )
    said = message("nothing is called “{id}”", id=wanted)
    if near is None:
        raise UsageError(said, message("“collectif search” looks for words in all texts"))
    raise UsageError(said, message("did you mean “{near}”?", near=near))
