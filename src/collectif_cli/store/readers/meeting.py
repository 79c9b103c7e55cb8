"""Reads ``groups/<group>/meetings/<date>[-slug].md`` and the free texts of a group."""

from typing import Any

from collectif_cli.model.body import Body
from collectif_cli.model.group import GroupText, Meeting
from collectif_cli.model.identifiers import GroupId, MeetingId, Target
from collectif_cli.store.fields import Field, JsonSchema, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import DATE, INTEGER, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node, Sequence

MEETING_KINDS = ("meeting", "visit", "round-table", "formation")
_HANDLES = Many(Reference(Target.PERSON))


class _Present:
    """A number of people, or their handles."""

    def read(self, node: Node, reading: Reading) -> Any:
        """Give a located number, or the handles."""
        return _HANDLES.read(node, reading) if type(node) is Sequence else INTEGER.read(node, reading)

    def json_schema(self) -> JsonSchema:
        """Give either."""
        return {"anyOf": [INTEGER.json_schema(), _HANDLES.json_schema()]}


def _meeting(present: Any = None, **values: Any) -> Meeting:
    """Put a number and a list of handles each where it belongs."""
    handles = type(present) is tuple
    return Meeting(present=None if handles else present, present_people=present if handles else (), **values)


MEETING = Table(
    _meeting,
    Field("date", DATE, required=True),
    Field("title", TEXT),
    Field("place", TEXT),
    Field("kind", Choice(*MEETING_KINDS)),
    Field("present", _Present()),
    Field("produces", Many(Reference(Target.SUBJECT))),
)


def read_meeting(root: Node, reading: Reading, group: str, stem: str, body: Body) -> Meeting | None:
    """Give the meeting whose file is ``<group>/meetings/<stem>.md``."""
    id = MeetingId(f"{group}/{stem}")
    return MEETING.read(root, reading, id=id, group=GroupId(group), span=reading.top, body=body)


def read_group_text(reading: Reading, group: str, kind: str, body: Body) -> GroupText:
    """Give a text that has no front matter."""
    return GroupText(id=f"{group}/{kind}", span=reading.top, group=GroupId(group), kind=kind, body=body)
