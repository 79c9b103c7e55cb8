"""The groups for programs; people only under their public names."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from collectif_cli.model.source import Located
from collectif_cli.progress.group_story import GroupStory
from collectif_cli.progress.public_names import PublicNames
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language


def groups_json(stories: Sequence[GroupStory], language: Language) -> str:
    """Give all groups."""
    return _written({"version": 1, "groups": [_summary(one, language) for one in stories]})


def group_json(one: GroupStory, language: Language) -> str:
    """Give one group with everything about it."""
    group = one.group
    return _written(
        {
            "version": 1,
            **_summary(one, language),
            "levels": [level.value for level in group.levels],
            "competences": [competence.value for competence in group.competences],
            "listed": _people(one.members),
            "story": [
                {"date": event.day.isoformat(), "event": language.say(event.said)} for event in one.events
            ],
            "meeting_ids": [meeting.id for meeting in one.meetings],
            "proposals": [
                {"id": proposal.id, "title": proposal.name, "status": proposal.status.value}
                for proposal in one.proposals
            ],
        }
    )


def _summary(one: GroupStory, language: Language) -> dict[str, Any]:
    group = one.group
    return {
        "id": group.id,
        "title": group.name,
        "kind": group.kind.value,
        "formed": _day(group.formed),
        "dissolved": _day(group.dissolved),
        "merged_into": group.merged_into.value if group.merged_into else None,
        "at_work": one.ended is None,
        "state": language.say(one.ended) if one.ended else None,
        "facilitators": _people(one.facilitators),
        "members": one.active,
        "meetings": len(one.meetings),
        "last_meeting": one.last_meeting.isoformat() if one.last_meeting else None,
    }


def _people(people: PublicNames) -> dict[str, Any]:
    return {"names": list(people.names), "unnamed": people.unnamed}


def _day(day: Located[date] | None) -> str | None:
    return day.value.isoformat() if day else None


def _written(value: dict[str, Any]) -> str:
    return for_programs(value)
