"""The work of ``collectif group split``, apart from its arguments."""

from datetime import date

from collectif_cli.cli.context import Context
from collectif_cli.cli.decided import Decided, decision_called
from collectif_cli.cli.group_end import end, ending_day, tell_what_is_left
from collectif_cli.cli.group_members import refuse_if
from collectif_cli.cli.group_new import group_comments, new_group_id
from collectif_cli.cli.named import group_called
from collectif_cli.cli.remarks import remark_on
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.group import Group
from collectif_cli.model.identifiers import is_id
from collectif_cli.model.message import message
from collectif_cli.model.programme import Programme
from collectif_cli.progress.ending import why_not_end, why_not_receive
from collectif_cli.render.language import language
from collectif_cli.store.draft import Draft
from collectif_cli.store.new_texts import NewGroup, group_text
from collectif_cli.store.places import path_of
from collectif_cli.store.roster_edits import with_group_values


def split_group(
    context: Context,
    group_id: str,
    into: tuple[str, ...],
    keep: bool,
    on: str | None,
    decision: str | None,
    wish: Wish,
) -> int:
    """Write where groups come from; the group that is split ends, unless it is kept."""
    programme, _faults = context.programme()
    group = group_called(programme, group_id)
    names = tuple(dict.fromkeys(name.strip() for word in into for name in word.split(",") if name.strip()))
    if not keep and len(names) < 2:
        raise UsageError(
            message("a group is split into two others at least"),
            message("name them with commas; “--keep” when the group itself goes on"),
        )
    decided = decision_called(programme, decision)
    day = ending_day(context, on, decided)
    refuse_if(why_not_end(group, day, context.today))
    draft = draft_in(context)
    heirs = [_heir(draft, programme, group, name, day, decided) for name in names]
    if not keep:
        end(draft, group, day, decided)
    remark_on(context, draft.changes(), "proposal")
    titles = tuple(title for _, title in heirs)
    said = message("{groups} come out of {group}", groups=titles, group=group.name)
    if carry_out(context, draft, wish, said):
        context.tell(message("then:"))
        for id, _title in heirs:
            context.tell(message("  who goes there?         collectif group join {group} PERSON", group=id))
            context.tell(
                message("  who facilitates it?     collectif group facilitate {group} PERSON", group=id)
            )
        if not keep:
            tell_what_is_left(context, programme, group, day, decided)
    return 0


def _heir(
    draft: Draft, programme: Programme, group: Group, name: str, day: date, decided: Decided | None
) -> tuple[str, str]:
    """Write where a group comes from, starting it when it is new; give its id and its title."""
    known = name in programme.groups or is_id(name)
    heir = group_called(programme, name) if known else None
    if heir is None:
        return _new(draft, programme, group, name, day, decided)
    refuse_if(why_not_receive(heir, group, day))
    if heir.split_from is not None:
        raise Refused(
            message("“{group}” came out of “{other}” already", group=heir.id, other=heir.split_from.value)
        )
    origin = (("formed", None if heir.formed else day), ("split_from", group.id))
    draft.edit(path_of("group", heir.id), lambda text: with_group_values(text, *origin))
    return heir.id, heir.name


def _new(
    draft: Draft, programme: Programme, group: Group, title: str, day: date, decided: Decided | None
) -> tuple[str, str]:
    """Start a group under a title, with the kind, the levels and the competences of the one it comes from."""
    id = new_group_id(programme, None, title)
    new = NewGroup(
        title=title,
        kind=group.kind.value,
        formed=day,
        levels=tuple(one.value for one in group.levels),
        competences=tuple(one.value for one in group.competences),
    )
    path = path_of("group", id)
    draft.create(path, group_text(new, group_comments(language(programme.collective.language.value))))
    origin = (("formed_by", decided.id if decided else None), ("split_from", group.id))
    draft.edit(path, lambda text: with_group_values(text, *origin))
    return id, title
