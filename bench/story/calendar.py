"""The phases of the process, found by what they ask for, and the days that frame the story."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from bench.story.days import day_of, days
from bench.story.decisions import plenary_day
from bench.story.texts import Texts


class Phase(NamedTuple):
    """A phase of the calendar: its first and last day, and what it asks for."""

    starts: date
    ends: date
    scope: str
    evidence: tuple[Mapping[str, Any], ...]

    def asks(self, key: str, *values: object) -> bool:
        """Tell whether it asks for this evidence, with one of these values when some are given."""
        return any(key in one and (not values or one[key] in values) for one in self.evidence)


class Calendar:
    """The phases in their order; a phase that nobody wrote is the whole of the story."""

    def __init__(self, texts: Texts) -> None:
        """Read them in ``collectif.yaml``."""
        head = texts.one("collective")
        self.phases = [_phase(said) for said in head.listed("phases")] if head else []
        self.launch = min((phase.starts for phase in self.phases), default=date(2018, 10, 18))
        held = (plenary_day(text) for text in texts.of("plenary").values())
        self.end = max(held, default=date(2020, 1, 22)) + days(3)

    @property
    def construction(self) -> Phase:
        """When groups write why they are there."""
        return self._asking("document", "motivations", "call")

    @property
    def exploration(self) -> Phase:
        """When groups read, visit and listen."""
        return self._asking("exploration")

    @property
    def writing(self) -> Phase:
        """When groups write proposals."""
        return self._asking("contributions", "triaged")

    @property
    def summer(self) -> Phase:
        """When the binômes bring the texts together and every contribution gets an answer."""
        return self._asking("contributions", "answered")

    @property
    def socle(self) -> Phase:
        """When priorities and objectives are adopted."""
        return self._asking("document", "outline")

    @property
    def last(self) -> Phase:
        """The phase that begins last."""
        return max(self.phases, key=lambda phase: phase.starts, default=self._whole())

    def _asking(self, key: str, *values: object) -> Phase:
        return next((phase for phase in self.phases if phase.asks(key, *values)), self._whole())

    def _whole(self) -> Phase:
        return Phase(self.launch, self.end, "collective", ())


def _phase(said: Mapping[str, Any]) -> Phase:
    starts = day_of(said.get("starts")) or date(2018, 10, 18)
    evidence = tuple(one.get("evidence") or {} for one in said.get("objectives") or ())
    return Phase(starts, day_of(said.get("ends")) or starts, str(said.get("scope")), evidence)
