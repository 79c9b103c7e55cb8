"""The index of the kinds of working: how each is written in a result, and told on a counting sheet.

The module of a kind (``voting/workings/<kind>.py``) has these two functions; the noun, a subclass of
``Working``, is there too, or in the sub-room of the methods that share it.
"""

from typing import Any, Protocol

from collectif_cli.model.record import Node
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.by_rounds.worked import Rounds
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles
from collectif_cli.voting.workings import drawn, duels, gauges, named, objections, places, points, rounds


class Kind(Protocol):
    """What the module of a kind of working offers; ``working`` is of its own noun."""

    def record(self, working: Any) -> tuple[tuple[str, Node | None], ...]:
        """Give its keys and values for ``result.yaml``, in their order."""

    def steps(self, working: Any, result: Result, titles: Titles) -> tuple[Step, ...]:
        """Give the steps of the counting sheet, with their figures, as a person would do them by hand."""


WORKINGS: dict[type[Working], Kind] = {
    gauges.Gauges: gauges,
    points.Points: points,
    objections.Objections: objections,
    places.Places: places,
    named.Named: named,
    drawn.Drawn: drawn,
    Duels: duels,
    Rounds: rounds,
}
