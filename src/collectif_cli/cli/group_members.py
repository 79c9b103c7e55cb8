"""The work of ``collectif group join``, ``leave`` and ``facilitate``, apart from their arguments."""

from datetime import date

from collectif_cli.cli.context import Context
from collectif_cli.cli.named import day_given, group_called, handle_of
from collectif_cli.cli.people_new import (
    add_somebody,
    name_of_somebody_new,
    require_nothing_new,
    speak_of_privacy,
)
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.group import Group, Membership
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.programme import Programme
from collectif_cli.progress.ending import still_there
from collectif_cli.progress.public_names import public_name, public_names
from collectif_cli.progress.roster import (
    Trouble,
    open_memberships,
    why_not_facilitate,
    why_not_join,
    why_not_leave,
)
from collectif_cli.store.places import path_of
from collectif_cli.store.roster_edits import (
    with_group_values,
    with_member,
    with_membership_ended,
)


def join_group(
    context: Context,
    group_id: str,
    person: str,
    since: str | None,
    name: str | None,
    hidden: bool,
    wish: Wish,
) -> int:
    """Write a membership, and the person when they are new."""
    programme, _faults = context.programme()
    group, handle = group_called(programme, group_id), handle_of(person)
    day = day_given(since, context.today)
    refuse_if(why_not_join(group, handle, programme.people.get(handle), day, context.today))
    draft = draft_in(context)
    if handle in programme.people:
        require_nothing_new(handle, name, hidden)
    else:
        name = None if hidden else name_of_somebody_new(context, programme, handle, name)
        add_somebody(draft, programme, handle, name, day)
    draft.edit(path_of("group", group.id), lambda text: with_member(text, handle, day))
    said = message("{group}: one more person", group=group.name)
    if carry_out(context, draft, wish, said) and handle not in programme.people:
        speak_of_privacy(context, handle, name)
    return 0


def leave_group(context: Context, group_id: str, person: str, until: str | None, wish: Wish) -> int:
    """Write the end of every membership of a person in a group."""
    programme, _faults = context.programme()
    group, handle = group_called(programme, group_id), handle_of(person)
    day = day_given(until, context.today)
    refuse_if(why_not_leave(group, handle, day, context.today))
    draft, path = draft_in(context), path_of("group", group.id)
    ended = open_memberships(group, handle, day)
    for membership in ended:
        draft.edit(path, lambda text, one=membership: with_membership_ended(text, group, one, day))  # type: ignore[misc]
    if carry_out(context, draft, wish, message("{group}: one person fewer", group=group.name)):
        led = [one for one in ended if one in group.facilitators]
        if led:
            _say_who_facilitates(context, programme, group, led, day)
        _remind_of_mandates(context, group, handle, day)
    return 0


def facilitate_group(
    context: Context, group_id: str, person: str, since: str | None, until: str | None, wish: Wish
) -> int:
    """Write who facilitates a group and until when, and the day it was formed when it had none."""
    programme, _faults = context.programme()
    group, handle = group_called(programme, group_id), handle_of(person)
    day = day_given(since, context.today)
    require_known(programme, group, handle)
    refuse_if(why_not_facilitate(group, handle, programme.people[handle], day, context.today))
    last = day_given(until, day) if until else None
    if last is not None and last < day:
        raise UsageError(message("this ends before it begins, on {start}", start=day))
    draft, path = draft_in(context), path_of("group", group.id)
    draft.edit(path, lambda text: with_member(text, handle, day, role="facilitators", until=last))
    first = min([day, *(one.since.value for one in group.roster)])
    if group.formed is None:
        draft.edit(path, lambda text: with_group_values(text, ("formed", first)))
    name = public_name(handle, programme.people) or message("somebody who is not named")
    said = message("{group}: {person} facilitates", group=group.name, person=name)
    if carry_out(context, draft, wish, said) and group.formed is None:
        context.tell(message("the group had no first day: it is now formed on {day}", day=first))
    return 0


def refuse_if(trouble: Trouble | None) -> None:
    """Raise Refused when something is against it."""
    if trouble is not None:
        raise Refused(trouble.said, trouble.advice)


def require_known(programme: Programme, group: Group, handle: str) -> None:
    """Raise UsageError, with the nearest, for somebody who is not in ``people.yaml``."""
    if handle in programme.people:
        return
    near = nearest(handle, sorted(programme.people))
    raise UsageError(
        message("“{person}” is not in groups/people.yaml", person=handle),
        message("did you mean “{near}”?", near=near)
        if near
        else message("they join first: collectif group join {group} {person}", group=group.id, person=handle),
    )


def _say_who_facilitates(
    context: Context, programme: Programme, group: Group, led: list[Membership], day: date
) -> None:
    """Say what the departure of a facilitator leaves: a commitment cut short, who goes on, who could."""
    gone = led[0].person.value
    committed = [one.until.value for one in led if one.until]
    if committed:
        context.tell(message("the commitment was until {day}", day=max(committed)))
    left = still_there(group, day)
    others = [one.person.value for one in left if one.person.value != gone]
    leading = [one.person.value for one in left if one in group.facilitators and one.person.value != gone]
    if leading:
        names = public_names(leading, programme.people).names or (message("somebody who is not named"),)
        context.tell(message("still facilitating: {people}", people=names))
        return
    context.tell(message("nobody facilitates this group any more"))
    names = public_names(others, programme.people).names
    if names:
        context.tell(message("  who is in it: {people}", people=names))
    context.tell(message("  collectif group facilitate {group} PERSON", group=group.id))


def _remind_of_mandates(context: Context, group: Group, handle: str, day: date) -> None:
    for mandate in group.mandates:
        if mandate.person.value == handle and (mandate.until is None or mandate.until.value > day):
            context.tell(
                message("“{person}” still holds a mandate of this group, which a plenary gave", person=handle)
            )
