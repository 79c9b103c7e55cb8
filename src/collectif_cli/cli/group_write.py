"""The work of ``collectif group write`` and ``methods``, apart from their arguments."""

from collectif_cli.cli.context import Context
from collectif_cli.cli.first_words import first_words
from collectif_cli.cli.named import expected, group_called
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.store.edit_words import inline
from collectif_cli.store.places import path_of
from collectif_cli.store.roster_edits import with_methods

_TITLES = {
    "motivations": message("motivations"),
    "call": message("call for contributions"),
    "review": message("review of the exploration"),
    "exploration": message("exploration"),
}


def write_text(context: Context, group_id: str, kind: str, wish: Wish) -> int:
    """Write the first words of a text of a group."""
    programme, _faults = context.programme()
    group, kind = group_called(programme, group_id), expected(kind, _TITLES)
    path, name = _place(group.id, kind)
    draft = draft_in(context)
    if draft.text(path) is not None:
        raise Refused(message("{path} is there already", path=path), message("open it and go on writing"))
    view = {
        "group": group.name,
        "day": context.today.isoformat(),
        "competences": _topics(programme, group_id),
    }
    draft.create(path, first_words(context, programme, name, view))
    said = message("{group}: {text}", group=group.name, text=_TITLES[kind])
    if carry_out(context, draft, wish, said):
        context.tell(message("it counts as written once there is something under its titles"))
    return 0


def _place(group: str, kind: str) -> tuple[str, str]:
    """Give the path of a text and the name of its template."""
    if kind == "exploration":
        return path_of("exploration", group), "exploration.yaml"
    return path_of("group-text", group, kind), f"{kind}.md"


def _topics(programme: Programme, group_id: str) -> tuple[tuple[str, str], ...]:
    """Give what the group works on and who decides it, as they are written in YAML."""
    own = {one.value for one in group_called(programme, group_id).competences}
    return tuple(
        (inline(one.title.value), inline(one.exercised_by.value))
        for one in programme.collective.competences
        if one.id.value in own
    )


def set_methods(
    context: Context,
    group_id: str,
    rhythm: str | None,
    places: tuple[str, ...],
    tools: tuple[str, ...],
    wish: Wish,
) -> int:
    """Write how a group works: what is given is added to what is there, and the rhythm replaced."""
    programme, _faults = context.programme()
    group = group_called(programme, group_id)
    if not rhythm and not places and not tools:
        raise UsageError(
            message("nothing says how the group works"),
            message("give its rhythm, its places or its tools: “--rhythm”, “--place”, “--tool”"),
        )
    methods = group.working_methods
    known = {one.value for one in (*methods.places, *methods.tools)} if methods else set()
    draft = draft_in(context)
    draft.edit(
        path_of("group", group.id),
        lambda text: with_methods(
            text,
            rhythm,
            tuple(one for one in places if one not in known),
            tuple(one for one in tools if one not in known),
        ),
    )
    said: Message = message("{group}: working methods", group=group.name)
    carry_out(context, draft, wish, said)
    return 0
