"""The decisions of the plenaries, in the order in which they were taken."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from bench.story.days import day_of
from bench.story.texts import Text, Texts


class Decision(NamedTuple):
    """A decision: its id (``plenary/d1``), the day it was taken, what its line says."""

    id: str
    day: date
    said: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """The kind of the decision: adopt, reword, split…"""
        return str(self.said.get("kind"))

    @property
    def plenary(self) -> str:
        """The id of its plenary."""
        return self.id.partition("/")[0]

    def named(self, key: str) -> tuple[str, ...]:
        """Give the ids under ``on`` or ``into``, one or several."""
        found = self.said.get(key)
        return tuple(found) if isinstance(found, list) else (found,) if found else ()


def decisions_of(texts: Texts) -> tuple[Decision, ...]:
    """Give the decisions of all plenaries, by day and then in the order of the minutes."""
    plenaries = sorted(texts.of("plenary").items(), key=lambda one: (plenary_day(one[1]), one[0]))
    return tuple(decision for id, text in plenaries for decision in _decisions(id, text))


def plenary_day(text: Text) -> date:
    """Give the day on which a plenary was held."""
    return day_of(text.said.get("date")) or date.max


def _decisions(id: str, text: Text) -> Iterator[Decision]:
    for said in text.listed("decisions"):
        yield Decision(f"{id}/{said.get('id')}", plenary_day(text), said)
