"""The work of ``collectif group mandate``, apart from its arguments."""

from datetime import date
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.decided import decision_called
from collectif_cli.cli.group_members import require_known
from collectif_cli.cli.named import day_given, expected, group_called, handle_of
from collectif_cli.cli.remarks import remark_on
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.group import PAIR_ROLES, Group, Mandate
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.progress.ending import mandate_held, open_mandates, purpose_of
from collectif_cli.progress.public_names import public_name
from collectif_cli.store.edit_words import pairs
from collectif_cli.store.places import path_of
from collectif_cli.store.readers.group import MANDATE_ROLES
from collectif_cli.store.roster_edits import with_mandate, with_mandate_ended


class MandateWish(NamedTuple):
    """What was asked of a mandate, as it was typed."""

    role: str | None
    person: str
    purpose: str | None
    given_by: str | None
    since: str | None
    until: str | None


def mandate_person(context: Context, group_id: str, wanted: MandateWish, wish: Wish) -> int:
    """Write a mandate, or the end of the one that is held when only a last day is given."""
    programme, _faults = context.programme()
    group, handle = group_called(programme, group_id), handle_of(wanted.person)
    require_known(programme, group, handle)
    purpose = group_called(programme, wanted.purpose).id if wanted.purpose else ""
    if wanted.until is not None and wanted.since is None and wanted.given_by is None:
        return _end(context, programme, group, handle, purpose, wanted, wish)
    return _give(context, programme, group, handle, purpose, wanted, wish)


def _give(
    context: Context,
    programme: Programme,
    group: Group,
    handle: str,
    purpose: str,
    wanted: MandateWish,
    wish: Wish,
) -> int:
    given = decision_called(programme, wanted.given_by)
    since = day_given(wanted.since, given.day if given else context.today)
    until = day_given(wanted.until, since) if wanted.until else None
    role = _role(group, wanted.role, purpose, since)
    held = mandate_held(group, role, handle, purpose, since)
    if held is not None:
        raise Refused(
            message(
                "“{person}” already holds this mandate, since {day}", person=handle, day=held.since.value
            ),
            message("to end it, give its last day with “--to” alone"),
        )
    if until is not None and until < since:
        raise UsageError(message("this ends before it begins, on {start}", start=since))
    row = pairs(
        ("role", role),
        ("person", handle),
        ("for", purpose or None),
        ("given_by", given.id if given else None),
        ("from", since),
        ("to", until),
    )
    draft = draft_in(context)
    draft.edit(path_of("group", group.id), lambda text: with_mandate(text, row))
    name = public_name(handle, programme.people) or message("somebody who is not named")
    said = message("{group}: mandate given to {person}", group=group.name, person=name)
    remark_on(context, draft.changes(), "group")
    if carry_out(context, draft, wish, said):
        context.tell(message("“{person}” is “{role}” from {day} on", person=handle, role=role, day=since))
    return 0


def _role(group: Group, typed: str | None, purpose: str, day: date) -> str:
    """Give the role that was typed, else the one of the binôme that nobody holds."""
    if typed is not None:
        return expected(typed, MANDATE_ROLES)
    held = {one.role.value for one in open_mandates(group, day) if purpose_of(one) == purpose}
    return next((role for role in PAIR_ROLES if role not in held), "other")


def _end(
    context: Context,
    programme: Programme,
    group: Group,
    handle: str,
    purpose: str,
    wanted: MandateWish,
    wish: Wish,
) -> int:
    day = day_given(wanted.until, context.today)
    role = expected(wanted.role, MANDATE_ROLES) if wanted.role else ""
    found = [one for one in open_mandates(group, day) if _is_meant(one, handle, role, purpose)]
    if not found:
        raise Refused(
            message("“{person}” holds no mandate of this group after {day}", person=handle, day=day),
            message("to give one, say from which day with “--from”, or by which decision with “--given-by”"),
        )
    if len(found) > 1:
        raise UsageError(
            message("“{person}” holds several mandates of this group", person=handle),
            message("say which with “--role” and “--for”"),
        )
    if found[0].since.value > day:
        raise UsageError(message("this ends before it begins, on {start}", start=found[0].since.value))
    draft = draft_in(context)
    draft.edit(path_of("group", group.id), lambda text: with_mandate_ended(text, found[0], day))
    remark_on(context, draft.changes(), "group")
    carry_out(context, draft, wish, _ended(group, handle, programme))
    return 0


def _is_meant(one: Mandate, handle: str, role: str, purpose: str) -> bool:
    return (
        one.person.value == handle
        and (not role or one.role.value == role)
        and (not purpose or purpose_of(one) == purpose)
    )


def _ended(group: Group, handle: str, programme: Programme) -> Message:
    name = public_name(handle, programme.people) or message("somebody who is not named")
    return message("{group}: the mandate of {person} ends", group=group.name, person=name)
