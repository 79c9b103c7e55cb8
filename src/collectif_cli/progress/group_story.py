"""What a group is and what happened to it, until a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from collectif_cli.model.group import Group, Mandate, Meeting
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.progress.life import life_of
from collectif_cli.progress.membership import active_members
from collectif_cli.progress.public_names import PublicNames, public_name, public_names


class Event(NamedTuple):
    """Something that happened to a group on a day."""

    day: date
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStory:
    """A group on a day: who is in it under public names, its meetings, its proposals, what happened to it.

    ``ended`` says in a few words why it is not at work, if it is not. ``active`` is the number of people at
    work; ``members`` are those listed who do not facilitate.
    """

    group: Group
    ended: Message | None
    facilitators: PublicNames
    members: PublicNames
    active: int
    meetings: tuple[Meeting, ...]
    proposals: tuple[Proposal, ...]
    events: tuple[Event, ...]

    @property
    def last_meeting(self) -> date | None:
        """The day of the last meeting."""
        return self.meetings[-1].date.value if self.meetings else None


def stories(programme: Programme, day: date) -> tuple[GroupStory, ...]:
    """Give all groups: those at work, then those that are not, each in the order of their ids."""
    found = [story(group, programme, day) for group in programme.groups.values()]
    return tuple(sorted(found, key=lambda one: one.ended is not None))


def story(group: Group, programme: Programme, day: date) -> GroupStory:
    """Give one group."""
    people = programme.people
    leading = [one.person.value for one in group.facilitators if one.covers(day)]
    listed = [one.person.value for one in group.members if one.covers(day)]
    meetings = [one for one in programme.meetings.values() if one.group == group.id and one.date.value <= day]
    return GroupStory(
        group=group,
        ended=life_of(group, programme, day).story,
        facilitators=public_names(leading, people),
        members=public_names((one for one in listed if one not in leading), people),
        active=active_members(group, day),
        meetings=tuple(sorted(meetings, key=lambda one: one.date.value)),
        proposals=tuple(one for one in programme.proposals.values() if one.group.value == group.id),
        events=tuple(sorted(_events(group, programme, day), key=lambda event: event.day)),
    )


def _events(group: Group, programme: Programme, day: date) -> Iterator[Event]:
    """Yield what happened until ``day``."""
    told = (_life, _facilitation, _arrivals, _departures, _mandates)
    for tell in told:
        yield from (event for event in tell(group, programme) if event.day <= day)


def _life(group: Group, programme: Programme) -> Iterator[Event]:
    if group.formed:
        yield Event(group.formed.value, _beginning(group, programme))
    if group.dissolved:
        yield Event(group.dissolved.value, _end(group, programme))


def _end(group: Group, programme: Programme) -> Message:
    by = group.dissolved_by.value if group.dissolved_by else ""
    into = _title(group.merged_into.value, programme) if group.merged_into else ""
    if into and by:
        return message("merged into {group}, by the decision {decision}", group=into, decision=by)
    if into:
        return message("merged into {group}", group=into)
    return message("dissolved, by the decision {decision}", decision=by) if by else message("dissolved")


def _beginning(group: Group, programme: Programme) -> Message:
    if group.split_from:
        return message("formed out of {group}", group=_title(group.split_from.value, programme))
    if group.succeeds:
        return message("formed after {group}", group=_title(group.succeeds.value, programme))
    late = _phase_missed(group, programme)
    return message("formed, once “{phase}” was over", phase=late) if late else message("formed")


def _phase_missed(group: Group, programme: Programme) -> str:
    """Give the title of the first phase of groups, when a group was formed after its end."""
    phases = [one for one in programme.collective.phases if one.scope.value == "group"]
    first = min(phases, key=lambda one: one.starts.value, default=None)
    if first is None or group.formed is None or group.kind.value != "thematic":
        return ""
    return first.title.value if group.formed.value > first.ends.value else ""


def _facilitation(group: Group, programme: Programme) -> Iterator[Event]:
    """Yield who began to facilitate the group, and who stopped while it went on."""
    ended = group.dissolved.value if group.dissolved else date.max
    for one in group.facilitators:
        name = public_name(one.person.value, programme.people) or message("somebody who is not named")
        yield Event(one.since.value, message("{person} facilitates", person=name))
        if one.until and one.until.value < ended:
            yield Event(one.until.value, message("{person} no longer facilitates", person=name))


def _arrivals(group: Group, programme: Programme) -> Iterator[Event]:
    """Yield the groups that merged into this one."""
    for other in programme.groups.values():
        if other.merged_into and other.merged_into.value == group.id and other.dissolved:
            yield Event(other.dissolved.value, message("{group} joins it", group=other.name))


def _departures(group: Group, programme: Programme) -> Iterator[Event]:
    """Yield the groups that came out of this one, and the one that came after it."""
    for other in programme.groups.values():
        if other.formed and other.split_from and other.split_from.value == group.id:
            yield Event(other.formed.value, message("{group} comes out of it", group=other.name))
        if other.formed and other.succeeds and other.succeeds.value == group.id:
            yield Event(other.formed.value, message("{group} follows it", group=other.name))


def _mandates(group: Group, programme: Programme) -> Iterator[Event]:
    for mandate in group.mandates:
        name = public_name(mandate.person.value, programme.people) or message("somebody who is not named")
        yield Event(mandate.since.value, _mandate(mandate, name, programme))


def _mandate(mandate: Mandate, name: str | Message, programme: Programme) -> Message:
    role = _ROLES.get(mandate.role.value, message("another role"))
    body = _title(mandate.purpose.value, programme) if mandate.purpose else ""
    if body and mandate.until:
        end = mandate.until.value
        return message(
            "{person}: {role}, for {group}, until {day}", person=name, role=role, group=body, day=end
        )
    if body:
        return message("{person}: {role}, for {group}", person=name, role=role, group=body)
    return message("{person}: {role}", person=name, role=role)


_ROLES = {
    "titulaire": message("holder of the mandate"),
    "suppleant": message("deputy of the mandate"),
}


def _title(id: str, programme: Programme) -> str:
    group = programme.groups.get(id)
    return group.name if group else id
