"""The work of ``collectif group meet``: a meeting prepared before it is held, counted after."""

from datetime import date
from typing import NamedTuple

from collectif_cli.cli.context import Context
from collectif_cli.cli.first_words import first_words
from collectif_cli.cli.group_members import refuse_if
from collectif_cli.cli.named import day_given, expected, group_called
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.group import Group, Meeting
from collectif_cli.model.message import message
from collectif_cli.model.naming import id_from
from collectif_cli.model.programme import Programme
from collectif_cli.progress.meeting import why_not_meet
from collectif_cli.store.draft import Draft
from collectif_cli.store.meeting_edits import with_meeting_values
from collectif_cli.store.new_texts import NewMeeting, meeting_front
from collectif_cli.store.places import path_of
from collectif_cli.store.readers.meeting import MEETING_KINDS
from collectif_cli.store.roster_edits import with_group_values


class MeetingWish(NamedTuple):
    """What was asked of a meeting, as it was typed."""

    day: str | None
    title: str | None
    place: str | None
    kind: str | None
    present: int | None
    agenda: tuple[str, ...]


def meet(context: Context, group_id: str, wanted: MeetingWish, wish: Wish) -> int:
    """Write the file of a meeting, or complete the one that was prepared."""
    programme, _faults = context.programme()
    group = group_called(programme, group_id)
    day = day_given(wanted.day, context.today)
    refuse_if(why_not_meet(group, day, wanted.present, context.today))
    kind = expected(wanted.kind, MEETING_KINDS) if wanted.kind else None
    new = NewMeeting(day=day, title=wanted.title, place=wanted.place, kind=kind, present=wanted.present)
    draft = draft_in(context)
    known = _known(programme, group, day, wanted.title)
    if known is not None:
        _complete(draft, known, new, wanted)
    else:
        body = first_words(context, programme, "meeting.md", {"agenda": wanted.agenda, "kind": kind or ""})
        draft.create(_path(group, day, wanted.title), f"{meeting_front(new)}{body}")
    met = group.formed is None and day <= context.today
    if met:
        draft.edit(path_of("group", group.id), lambda text: with_group_values(text, ("formed", day)))
    if carry_out(context, draft, wish, message("{group}: meeting of {day}", group=group.name, day=day)):
        if met:
            context.tell(message("the group had no first day: it is now formed on {day}", day=day))
        if new.present is None and day <= context.today and (known is None or not _counted(known)):
            context.tell(message("how many came? the same command with “--present NUMBER” writes it"))
    return 0


def _path(group: Group, day: date, title: str | None) -> str:
    slug = id_from(title)[:40].strip("-") if title else ""
    return path_of("meeting", group.id, f"{day.isoformat()}-{slug}" if slug else day.isoformat())


def _known(programme: Programme, group: Group, day: date, title: str | None) -> Meeting | None:
    """Give the meeting that was prepared for that day, if there is one."""
    there = [one for one in programme.meetings.values() if one.group == group.id and one.date.value == day]
    if title is not None:
        path = _path(group, day, title)
        return next((one for one in there if one.span.path == path), None)
    if len(there) > 1:
        raise UsageError(
            message("the group has several meetings on {day}", day=day),
            message("say which with “--title”: {titles}", titles=tuple(_title(one) for one in there)),
        )
    return there[0] if there else None


def _title(meeting: Meeting) -> str:
    return meeting.title.value if meeting.title else meeting.id


def _complete(draft: Draft, known: Meeting, new: NewMeeting, wanted: MeetingWish) -> None:
    """Write the values that were given into the minutes that are there."""
    path = known.span.path
    if wanted.agenda:
        raise Refused(message("{path} is there already", path=path), message("write its agenda there"))
    if known.present_people and new.present is not None:
        raise Refused(
            message("{path} says who was there", path=path),
            message("to keep a number only, replace the list in that file"),
        )
    values = (("place", new.place), ("kind", new.kind), ("present", new.present))
    draft.edit(path, lambda text: with_meeting_values(text, *values))


def _counted(meeting: Meeting) -> bool:
    return meeting.present is not None or bool(meeting.present_people)
