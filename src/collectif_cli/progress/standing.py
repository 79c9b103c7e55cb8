"""Where an objective, a phase and a group stand, as values."""

from datetime import date

from collectif_cli.model.group import Group
from collectif_cli.model.message import Message
from collectif_cli.model.noun import Noun
from collectif_cli.model.phase import Objective, Phase


class ObjectiveStanding(Noun):
    """An objective and what is missing for it; nothing missing, or a waiver, and it is met."""

    objective: Objective
    missing: tuple[Message, ...] = ()
    waived_by: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether nothing more is owed."""
        return bool(self.waived_by) or not self.missing


class PhaseStanding(Noun):
    """A phase and its objectives, asked of one group or of the collective.

    ``asked`` is False when the phase was never asked of the group: it had ended before the group was
    formed, began after the group was dissolved, or the group never started.
    """

    phase: Phase
    objectives: tuple[ObjectiveStanding, ...]
    asked: bool = True

    @property
    def met(self) -> int:
        """The number of objectives that are met."""
        return sum(one.is_met for one in self.objectives)

    @property
    def owed(self) -> tuple[ObjectiveStanding, ...]:
        """The objectives that are not met."""
        return tuple(one for one in self.objectives if self.asked and not one.is_met)


class GroupStanding(Noun):
    """A group through the phases; ``story`` says in a few words why it is not like the others."""

    group: Group
    phases: tuple[PhaseStanding, ...]
    story: Message | None = None
    members: int = 0

    @property
    def is_live(self) -> bool:
        """Tell whether the group is at work: formed, and neither dissolved nor merged."""
        return self.story is None


class Deadline(Noun):
    """A day of the calendar on which something begins or ends."""

    day: date
    phase: Phase
    is_end: bool


class Overview(Noun):
    """The whole process on a day."""

    today: date
    current: tuple[Phase, ...]
    groups: tuple[GroupStanding, ...]
    collective: tuple[PhaseStanding, ...]
    late: tuple[tuple[GroupStanding | None, PhaseStanding], ...]
    following: Deadline | None

    def title_of(self, id: str) -> str:
        """Give the title of a group; its id when it is not one of those asked something."""
        return next((group.group.name for group in self.groups if group.group.id == id), id)
