"""Where an objective, a phase and a group stand, as values."""

from datetime import date

from collectif_cli.model.group import Group
from collectif_cli.model.message import Message
from collectif_cli.model.noun import Noun
from collectif_cli.model.phase import Objective, Phase
from collectif_cli.model.plenary import Plenary
from collectif_cli.progress.life import Life
from collectif_cli.progress.missing import Actor, Missing


class ObjectiveStanding(Noun):
    """An objective and what is missing for it; nothing missing, or a waiver, and it is met.

    ``found`` is what is there of it; ``waived_by`` is the decision of a plenary that does without it,
    ``<plenary>/<decision>``.
    """

    objective: Objective
    found: tuple[Message, ...] = ()
    missing: tuple[Missing, ...] = ()
    waived_by: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether nothing more is owed."""
        return bool(self.waived_by) or not self.missing


class PhaseStanding(Noun):
    """A phase and its objectives on a day, asked of one group or of the collective.

    ``asked`` is False when the phase was never asked of the group: it had ended before the group was
    formed, began after the group was dissolved, or the group never started.
    """

    today: date
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

    @property
    def has_begun(self) -> bool:
        """Tell whether the phase has begun."""
        return self.phase.starts.value <= self.today

    @property
    def is_late(self) -> bool:
        """Tell whether the phase is over and something is still owed."""
        return self.phase.ends.value < self.today and bool(self.owed)


class GroupStanding(Noun):
    """A group through the phases, what it is on the day, who facilitates it, how many are at work."""

    group: Group
    phases: tuple[PhaseStanding, ...]
    life: Life
    facilitators: Actor
    members: int = 0

    @property
    def story(self) -> Message | None:
        """In a few words, why the group is not like the others."""
        return self.life.story

    @property
    def is_live(self) -> bool:
        """Tell whether the group is at work: formed, and neither dissolved nor merged."""
        return self.life.state == "at-work"


class Deadline(Noun):
    """A day to come: a phase begins or ends, or a plenary is held."""

    day: date
    phase: Phase | None = None
    is_end: bool = False
    plenary: Plenary | None = None


class Overview(Noun):
    """The whole process on a day; ``coming`` are the next phases that begin or end, and the next plenary.

    ``groups`` are the thematic ones, of which phases are asked; ``others`` those that have no phase.
    """

    today: date
    current: tuple[Phase, ...]
    groups: tuple[GroupStanding, ...]
    others: tuple[GroupStanding, ...]
    collective: tuple[PhaseStanding, ...]
    late: tuple[tuple[GroupStanding | None, PhaseStanding], ...]
    coming: tuple[Deadline, ...]

    def title_of(self, id: str) -> str:
        """Give the title of a group; its id when it is none."""
        return next((one.group.name for one in (*self.groups, *self.others) if one.group.id == id), id)
