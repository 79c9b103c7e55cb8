"""Who takes part, in totals that groups declare: parity, renewal, ages; against targets, and over time.

Whoever is in several groups is counted in each of them, since nothing is known per person. Groups of fewer
people than ``privacy`` asks are left out of every figure.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.collective import Collective
from collectif_cli.model.group import Composition, Group
from collectif_cli.model.programme import Programme
from collectif_cli.model.threshold import Threshold
from collectif_cli.progress.disclosure import Part, far_enough, kept, part_told
from collectif_cli.progress.suppression import PARTS, told

# What is told when ``privacy`` does not say.
LEAST = 5
MEASURES = (*PARTS, "first_engagement", "under_30")


class Figure(NamedTuple):
    """A count among so many people; ``people`` is None when it would speak of too few."""

    people: int | None
    total: int

    @property
    def share(self) -> Fraction | None:
        """The share of the whole."""
        return None if self.people is None else Fraction(self.people, self.total)


class Portrait(NamedTuple):
    """People on a day, by measure; a measure that nobody declared is not there."""

    day: date
    total: int
    figures: Mapping[str, Figure]


class GroupPortrait(NamedTuple):
    """A group, and the people of its last declaration.

    No portrait when it declared nothing, or when it is ``small``: about too few people.
    """

    group: Group
    portrait: Portrait | None
    small: bool


class Representativity(NamedTuple):
    """All groups at work, the whole of them, the same whole on earlier days, and the targets."""

    least: int
    groups: tuple[GroupPortrait, ...]
    whole: Portrait | None
    past: tuple[Portrait, ...]
    targets: Mapping[str, Threshold]


def representativity(programme: Programme, day: date) -> Representativity:
    """Give who takes part on a day."""
    least = least_of(programme.collective)
    groups = [one for one in programme.groups.values() if one.lives_on(day)]
    declared = {one.id: _last(one, day) for one in groups}
    known = _known(groups, day, least)
    shown = told({id: (one.total or 0, counts_of(one)) for id, one in known.items()}, least)
    portraits = {id: _portrait(one, shown[id]) for id, one in known.items()}
    return Representativity(
        least=least,
        groups=tuple(
            GroupPortrait(one, portraits.get(one.id), declared[one.id] is not None and one.id not in known)
            for one in groups
        ),
        whole=_whole(known, day, least),
        past=tuple(_past(programme, day, least)),
        targets=_targets(programme),
    )


def least_of(collective: Collective) -> int:
    """Give the least number of people that a figure may be about."""
    privacy = collective.privacy
    return max(privacy.minimum_cell.value, 1) if privacy and privacy.minimum_cell else LEAST


def _targets(programme: Programme) -> dict[str, Threshold]:
    asked = programme.collective.representativity
    found = ((measure, getattr(asked, measure, None)) for measure in MEASURES)
    return {measure: threshold.value for measure, threshold in found if threshold is not None}


def _last(group: Group, day: date) -> Composition | None:
    """Give the last composition that a group declared by a day, of those that say how many people it is."""
    said = [one for one in group.composition if one.date.value <= day and one.total]
    return max(said, key=lambda one: one.date.value, default=None)


def _known(groups: list[Group], day: date, least: int) -> dict[str, Composition]:
    """Give the last composition of each group that is about enough people."""
    found = ((str(one.id), _last(one, day)) for one in groups)
    return {id: one for id, one in found if one is not None and (one.total or 0) >= least}


def counts_of(composition: Composition) -> dict[str, int]:
    """Give the counts that a group declared, by measure."""
    found = ((measure, getattr(composition, measure)) for measure in MEASURES)
    return {measure: count.value for measure, count in found if count is not None}


def _portrait(composition: Composition, shown: frozenset[str]) -> Portrait:
    total = composition.total or 0
    figures = {
        measure: Figure(count if measure in shown else None, total)
        for measure, count in counts_of(composition).items()
    }
    return Portrait(composition.date.value, total, figures)


def _totals(known: Mapping[str, Composition]) -> dict[str, Part]:
    """Give for each measure how many, among how many people of the groups that declared it."""
    found: dict[str, Part] = {}
    for one in known.values():
        for measure, count in counts_of(one).items():
            before = found.get(measure, Part(0, 0))
            found[measure] = Part(before.people + count, before.whole + (one.total or 0))
    return found


def _whole(known: Mapping[str, Composition], day: date, least: int) -> Portrait | None:
    """Give the people of all groups together; None when no group declared anything."""
    if not known:
        return None
    totals = _totals(known)
    shown = frozenset(measure for measure, part in totals.items() if part_told(part, least))
    parts = kept({part: Part(totals[part].people, totals[part].people) for part in PARTS}, shown, least)
    shown = parts | shown.difference(PARTS)
    figures = {
        measure: Figure(part.people if measure in shown else None, part.whole)
        for measure, part in totals.items()
    }
    return Portrait(day, totals[PARTS[0]].whole, figures)


def _past(programme: Programme, day: date, least: int) -> Iterator[Portrait]:
    """Yield the whole on earlier days on which something was declared, oldest first.

    A day is left out when the change from it to another that is told would be about a few people.
    """
    everyone = programme.groups.values()
    days = {one.date.value for group in everyone for one in group.composition if one.date.value < day}
    now = _known_on(programme, day, least)
    seen = [_flat(now)]
    found: list[Portrait] = []
    for one in sorted(days, reverse=True):
        known = _known_on(programme, one, least)
        flat, portrait = _flat(known), _whole(known, one, least)
        if portrait and flat not in seen and all(far_enough(flat, other, least) for other in seen):
            found.append(portrait)
            seen.append(flat)
    yield from reversed(found)


def _known_on(programme: Programme, day: date, least: int) -> dict[str, Composition]:
    return _known([one for one in programme.groups.values() if one.lives_on(day)], day, least)


def _flat(known: Mapping[str, Composition]) -> dict[tuple[str, bool], int]:
    """Give the counts, and what each leaves of the whole, as one set of figures."""
    totals = _totals(known)
    counts = {(measure, True): part.people for measure, part in totals.items()}
    return counts | {(measure, False): part.whole - part.people for measure, part in totals.items()}
