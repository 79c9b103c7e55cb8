"""Finds a gate from the words that people use for it: an id, a month, a plenary's number, part of a title."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from collectif_cli.model.naming import id_from
from collectif_cli.model.register import Register
from collectif_cli.progress.gates import KINDS, Gate, all_gates
from collectif_cli.progress.group_names import begins_one

MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_MONTH_OF = {id_from(name): n + 1 for names in MONTHS.values() for n, name in enumerate(names)}
_PLENARY = frozenset({"plenary", "pleniere", "plenieres"})
_SMALL = frozenset(
    {"a", "au", "d", "de", "des", "du", "l", "la", "le", "les", "n", "no", "numero", "phase", "prochaine"}
    | {"number", "next", "of", "the", "objectif", "objective"}
)


class Asked(NamedTuple):
    """The words typed, as ids are written, without the small ones; whether a plenary was named."""

    text: str
    words: tuple[str, ...]
    of_plenary: bool


def find_gate(text: str, register: Register) -> Gate | None:
    """Give the gate that is meant; None when nothing answers to that name.

    The first reading that gives something is taken: an id, the number of a plenary, a day or a month, words
    of a title. When it gives several gates, the next that comes, or the last that went by.
    """
    gates = list(all_gates(register))
    asked = _asked(text)
    for reading in _READINGS:
        found = reading(asked, gates)
        if found:
            return min(found, key=lambda gate: _distance(gate, register.today))
    return None


def word_for(gate: Gate, register: Register, language: str) -> str:
    """Give the shortest word that leads to a gate: the month of a plenary if that is enough, else its id."""
    if gate.plenary:
        month = MONTHS[language][gate.day.month - 1]
        if find_gate(month, register) == gate:
            return month
    return gate.id


def _asked(text: str) -> Asked:
    words = [word for part in text.split("/") for word in id_from(part).split("-") if word]
    kept = tuple(word for word in words if word not in _SMALL | _PLENARY)
    return Asked(text.strip().casefold(), kept, any(word in _PLENARY for word in words))


def _distance(gate: Gate, today: date) -> tuple[bool, int, int]:
    """Put what is to come before what went by, the nearest first; a phase before its objectives."""
    away = (gate.day - today).days
    return away < 0, abs(away), KINDS.index(gate.kind)


def _by_id(asked: Asked, gates: Sequence[Gate]) -> Sequence[Gate]:
    """Give the gates of that id; an objective goes by its own alone when no phase has it."""
    if not asked.text:
        return ()
    whole = [gate for gate in gates if gate.id == asked.text]
    return whole or [gate for gate in gates if gate.id.partition("/")[2] == asked.text]


def _by_number(asked: Asked, gates: Sequence[Gate]) -> Sequence[Gate]:
    """Give the plenary of a number, else the objective that asks for it."""
    if len(asked.words) != 1 or not asked.words[0].isdecimal() or len(asked.words[0]) > 3:
        return ()
    number = int(asked.words[0])
    held = [gate for gate in _plenaries(gates) if gate.plenary and _value(gate.plenary.number) == number]
    return held or [gate for gate in gates if _asks_for(gate, number)]


def _asks_for(gate: Gate, number: int) -> bool:
    evidence = gate.objective.evidence if gate.objective else None
    return bool(evidence and evidence.plenary and _value(evidence.plenary.number) == number)


def _by_day(asked: Asked, gates: Sequence[Gate]) -> Sequence[Gate]:
    """Give the plenaries of a day or a month, else the days then on which phases end."""
    fits = _day_test(asked.words)
    if fits is None:
        return ()
    held = [gate for gate in _plenaries(gates) if fits(gate.day)]
    ends = [Gate(gate.day) for gate in gates if gate.kind == "phase" and fits(gate.day)]
    return held or ([] if asked.of_plenary else ends)


def _day_test(words: Sequence[str]) -> Callable[[date], bool] | None:
    """Give what tells whether a day is meant: of a year, a month and a day, each when it was said."""
    months = [_MONTH_OF[word] for word in words if word in _MONTH_OF]
    numbers = [1 if word == "1er" else int(word) for word in words if word == "1er" or word.isdecimal()]
    years = [number for number in numbers if 999 < number < 10_000]
    days = [number for number in numbers if 0 < number < 32]
    if len(months) + len(years) + len(days) != len(words):
        return None
    if years and not months:  # as ISO 8601 has it: the year, the month, the day
        months, days = days[:1], days[1:]
    if len(months) != 1 or len(years) > 1 or len(days) > 1:
        return None
    said = (years and years[0], months[0], days and days[0])
    return lambda day: all(
        not one or one == there for one, there in zip(said, (day.year, day.month, day.day), strict=True)
    )


def _by_words(asked: Asked, gates: Sequence[Gate]) -> Sequence[Gate]:
    """Give the gates whose title or id has each of the words, or begins one so; the phases before others."""
    named = [gate for gate in gates if all(begins_one(word, _words_of(gate)) for word in asked.words)]
    if asked.of_plenary:
        return _plenaries(named)
    if not asked.words:
        return ()
    phases = [gate for gate in named if gate.kind == "phase"]
    return phases or named


def _words_of(gate: Gate) -> list[str]:
    said = [gate.id]
    if gate.objective:
        said = [gate.objective.id.value, gate.objective.title.value]
    elif gate.phase:
        said.append(gate.phase.title.value)
    elif gate.plenary and gate.plenary.title:
        said.append(gate.plenary.title.value)
    return [word for one in said for word in id_from(one.replace("/", " ")).split("-")]


def _plenaries(gates: Iterable[Gate]) -> list[Gate]:
    return [gate for gate in gates if gate.plenary]


def _value(number: object) -> object:
    return getattr(number, "value", None)


_READINGS: tuple[Callable[[Asked, Sequence[Gate]], Sequence[Gate]], ...] = (
    _by_id,
    _by_number,
    _by_day,
    _by_words,
)
