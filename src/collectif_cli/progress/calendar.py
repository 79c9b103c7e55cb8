"""The calendar as values: the phases, the plenaries, the meetings to come, from the first day to the last."""

from collections.abc import Iterator
from datetime import date

from collectif_cli.model.group import Group, Meeting
from collectif_cli.model.noun import Noun
from collectif_cli.model.phase import Phase
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.source import Located


class Calendar(Noun):
    """Everything that has a day, in the order of days; ``meetings`` are those of ``today`` and after it."""

    today: date
    name: str
    phases: tuple[Phase, ...]
    plenaries: tuple[Plenary, ...]
    meetings: tuple[tuple[Meeting, Group], ...]

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of all that is drawn; None when there is nothing."""
        days = sorted(self._days())
        return (days[0], days[-1]) if days else None

    def _days(self) -> Iterator[date]:
        for phase in self.phases:
            edges = (phase.starts, phase.ends, phase.planned_starts, phase.planned_ends)
            yield from (edge.value for edge in edges if edge)
        yield from (plenary.date.value for plenary in self.plenaries)


def calendar_of(programme: Programme, today: date) -> Calendar:
    """Give the calendar of a programme; a meeting of a group that is not known is left out."""
    meetings = [
        (meeting, programme.groups[meeting.group])
        for meeting in programme.meetings.values()
        if meeting.date.value >= today and meeting.group in programme.groups
    ]
    return Calendar(
        today=today,
        name=programme.collective.name.value,
        phases=tuple(sorted(programme.collective.phases, key=lambda one: one.starts.value)),
        plenaries=tuple(sorted(programme.plenaries.values(), key=lambda one: (one.date.value, one.id))),
        meetings=tuple(sorted(meetings, key=lambda pair: (pair[0].date.value, pair[0].id))),
    )


def was_moved(phase: Phase) -> bool:
    """Tell whether the phase has other days than those that were planned."""
    return _moved(phase.planned_starts, phase.starts) or _moved(phase.planned_ends, phase.ends)


def _moved(planned: Located[date] | None, actual: Located[date]) -> bool:
    return planned is not None and planned.value != actual.value
