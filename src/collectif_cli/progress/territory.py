"""Who decides what, and who works on it: the map of the public competences of a territory."""

from typing import NamedTuple

from collectif_cli.model.collective import Competence
from collectif_cli.model.group import CompetenceFinding, Group
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import TERMINAL, Proposal


class Field(NamedTuple):
    """A competence, the groups that work on it, the texts that fall under it and may still be adopted."""

    competence: Competence
    ours: bool
    groups: tuple[Group, ...]
    proposals: tuple[Proposal, ...]


class Territory(NamedTuple):
    """The competences by level, in the order of ``levels``, and what groups found out while exploring."""

    fields: tuple[Field, ...]
    findings: tuple[tuple[Group, CompetenceFinding], ...]


def territory(programme: Programme) -> Territory:
    """Give the map: our levels first, as the collective lists them."""
    order = {level.value: rank for rank, level in enumerate(programme.collective.levels)}
    held = sorted(
        programme.collective.competences, key=lambda one: order.get(one.exercised_by.value, len(order))
    )
    findings = tuple(
        (programme.groups[id], finding)
        for id, exploration in programme.explorations.items()
        if id in programme.groups
        for finding in exploration.competences
    )
    return Territory(tuple(field_of(one, programme) for one in held), findings)


def field_of(competence: Competence, programme: Programme) -> Field:
    """Give a competence with who works on it."""
    id = competence.id.value
    return Field(
        competence=competence,
        ours=competence.exercised_by.value in programme.collective.own_levels,
        groups=tuple(
            one for one in programme.groups.values() if any(own.value == id for own in one.competences)
        ),
        proposals=tuple(
            one
            for one in programme.proposals.values()
            if one.status.value not in TERMINAL and any(own.value == id for own in one.competences)
        ),
    )
