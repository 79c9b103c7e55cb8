"""The work of ``collectif group new``, apart from its arguments."""

from datetime import date
from typing import NamedTuple

from collectif_cli.cli.asking import asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import day_given, expected, group_called, new_id
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import mark as _
from collectif_cli.model.message import message
from collectif_cli.model.naming import free_id
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme
from collectif_cli.model.spelling import same_words
from collectif_cli.render.language import Language, language
from collectif_cli.store.new_texts import GroupComments, NewGroup, group_text
from collectif_cli.store.places import path_of
from collectif_cli.store.readers.group import GROUP_KINDS
from collectif_cli.store.roster_edits import with_group_values


class GroupWish(NamedTuple):
    """What was asked of a new group, as it was typed."""

    id: str | None
    title: str | None
    kind: str
    levels: tuple[str, ...]
    competences: tuple[str, ...]
    formed: str | None
    facilitator: str | None
    succeeds: str | None


def new_group(context: Context, asked_for: GroupWish, wish: Wish) -> int:
    """Write ``group.yaml`` of a new group, and say what comes next."""
    programme, _faults = context.programme()
    title = asked(context, asked_for.title, "--title", message("What is the group called?"))
    _require_new_title(programme, title)
    id = new_group_id(programme, asked_for.id, title)
    new = _group(context, programme, asked_for, title)
    draft = draft_in(context)
    path = path_of("group", id)
    draft.create(path, group_text(new, group_comments(language(programme.collective.language.value))))
    if asked_for.succeeds is not None:
        before = group_called(programme, asked_for.succeeds)
        draft.edit(path, lambda text: with_group_values(text, ("succeeds", before.id)))
    if carry_out(context, draft, wish, message("new group: {title}", title=title)):
        _say_what_is_next(context, id, new)
    return 0


def _require_new_title(programme: Programme, title: str) -> None:
    for group in programme.groups.values():
        if same_words(group.name) == same_words(title):
            raise Refused(
                message("the group “{group}” already has this title", group=group.id),
                message("“collectif group show {group}” shows it", group=group.id),
            )


def new_group_id(programme: Programme, typed: str | None, title: str) -> str:
    """Give the id that was typed, or one made from the title, that no group has or had."""
    aliases = {alias.value for group in programme.groups.values() for alias in group.aliases}
    folders = {one.path.split("/")[1] for one in programme.documents if one.path.startswith("groups/")}
    taken = {*programme.groups, *aliases, *folders}
    if typed is not None:
        return new_id(typed, taken)
    id = free_id(title, taken)
    if not id:
        raise UsageError(
            message("no id can be made from “{title}”", title=title), message("give one before “--title”")
        )
    return id


def _group(context: Context, programme: Programme, asked_for: GroupWish, title: str) -> NewGroup:
    exercised = {one.id.value: one.exercised_by.value for one in programme.collective.competences}
    competences = tuple(expected(one, exercised) for one in asked_for.competences)
    known = [level.value for level in programme.collective.levels]
    levels = {expected(one, known) for one in asked_for.levels} | {exercised[one] for one in competences}
    return NewGroup(
        title=title,
        kind=expected(asked_for.kind, GROUP_KINDS),
        formed=_formed(context, asked_for),
        levels=sorted(levels, key=lambda level: known.index(level) if level in known else len(known)),
        competences=competences,
        facilitator=_facilitator(programme, asked_for.facilitator),
    )


def _formed(context: Context, asked_for: GroupWish) -> date | None:
    """Give the day of the first meeting: a group that somebody facilitates has met by today."""
    if asked_for.formed is None and asked_for.facilitator is None:
        return None
    day = day_given(asked_for.formed, context.today)
    if day > context.today:
        raise Refused(
            message("{day} is still to come", day=day),
            message("leave “--formed” out until the group has met"),
        )
    return day


def _facilitator(programme: Programme, handle: str | None) -> str:
    if handle is None or handle in programme.people:
        return handle or ""
    near = nearest(handle, sorted(programme.people))
    raise UsageError(
        message("“{person}” is not in groups/people.yaml", person=handle),
        message("did you mean “{near}”?", near=near)
        if near
        else message("start the group first; “collectif group join” adds people"),
    )


def group_comments(said: Language) -> GroupComments:
    """Give the comments of a new group, for those who open it in an editor."""
    return GroupComments(
        head=said.words(_("Who is in the group and what it works on; its meetings go into meetings/.")),
        formed=said.words(_("the day of the first meeting, once it has taken place")),
        row=said.words(_("One line per person, such as {person: tilleul, from: 2018-11-20}; “to” ends it.")),
    )


def _say_what_is_next(context: Context, id: str, new: NewGroup) -> None:
    context.tell(message("then:"))
    if not new.facilitator:
        context.tell(message("  who facilitates it?     collectif group facilitate {group} PERSON", group=id))
    context.tell(message("  who is in it?           collectif group join {group} PERSON", group=id))
    context.tell(message("  why this group?         collectif group write {group} motivations", group=id))
    if not new.competences and new.kind == "thematic":
        context.tell(
            message("  what does it work on?   fill in “competences” of groups/{group}/group.yaml", group=id)
        )
