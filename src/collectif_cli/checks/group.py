"""Family ``group``: the life of a group, what it works on, where it went."""

from collections.abc import Iterator
from datetime import date

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.group import Group
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.register import Register
from collectif_cli.model.source import Span

# The kinds of group that are open all year, and so need someone who answers for them.
_FACILITATED = frozenset({"thematic", "transversal", "campaign"})


def no_facilitator(group: Group, register: Register) -> Iterator[Finding]:
    """An open group that is alive has somebody who facilitates it today."""
    if group.kind.value not in _FACILITATED or not group.lives_on(register.today):
        return
    if any(one.covers(register.today) for one in group.facilitators):
        return
    ends = [one.until for one in group.facilitators if one.until and one.until.value < register.today]
    yield Finding(
        max(ends, key=lambda end: end.value).span if ends else group.title.span,
        message("nobody facilitates this group today"),
        message("add someone to “facilitators”, or say when the group ended"),
    )


def dates_reversed(group: Group, register: Register) -> Iterator[Finding]:
    """A group, a membership or a mandate ends after it begins."""
    for start, end in (
        (group.formed, group.dissolved),
        *((one.since, one.until) for one in group.roster),
        *((one.since, one.until) for one in group.mandates),
    ):
        if start and end and end.value < start.value:
            yield Finding(
                end.span,
                message("this ends before it begins, on {start}", start=start.value),
                message("correct one of the two dates"),
            )


def related_to_itself(group: Group, register: Register) -> Iterator[Finding]:
    """A group does not come from itself, and its mergers do not lead back to it."""
    for other in (group.merged_into, group.split_from, group.succeeds):
        if other and other.value == group.id:
            yield Finding(
                other.span,
                message("a group can neither come from itself nor merge into itself"),
                message("name the other group"),
            )
    if group.merged_into and group.merged_into.value != group.id and group.id in _heirs(group, register):
        yield Finding(
            group.merged_into.span,
            message("from merger to merger, this leads back to “{group}”", group=group.id),
            message("the group that still meets has no “merged_into”"),
        )


def _heirs(group: Group, register: Register) -> set[str]:
    """Give the groups into which this one merged, from one to the next."""
    heirs: set[str] = set()
    step: Group | None = group
    while step and step.merged_into and step.merged_into.value not in heirs:
        heirs.add(step.merged_into.value)
        step = register.groups.get(step.merged_into.value)
    return heirs


def merged_not_dissolved(group: Group, register: Register) -> Iterator[Finding]:
    """A group that merged into another says on what day it ended."""
    if group.merged_into and group.dissolved is None:
        yield Finding(
            group.merged_into.span,
            message("this group merged and has no end date"),
            message("add “dissolved” with the day of the merger"),
        )


def merged_into_ended(group: Group, register: Register) -> Iterator[Finding]:
    """A group merges into one that is still alive."""
    heir = register.groups.get(group.merged_into.value) if group.merged_into else None
    if group.merged_into is None or heir is None or heir.id == group.id or heir.dissolved is None:
        return
    if group.dissolved and heir.dissolved.value < group.dissolved.value:
        yield Finding(
            group.merged_into.span,
            message("“{group}” had already ended, on {day}", group=heir.id, day=heir.dissolved.value),
            message("name the group that took over, or correct the dates"),
        )


def alias_taken(group: Group, register: Register) -> Iterator[Finding]:
    """A former id of a group leads to it and to nothing else."""
    for alias in group.aliases:
        other = register.aliases.get(alias.value, group.id)
        if alias.value != group.id and alias.value in register.groups:
            said = message("“{alias}” is the id of another group", alias=alias.value)
        elif other != group.id:
            said = message("“{alias}” already leads to “{other}”", alias=alias.value, other=other)
        else:
            continue
        yield Finding(alias.span, said, message("remove it from one of the two: an id is never used twice"))


def no_competence(group: Group, register: Register) -> Iterator[Finding]:
    """A thematic group that is alive says which public competences it works on."""
    if _works(group, register.today) and register.collective.competences and not group.competences:
        yield Finding(
            group.title.span,
            message("this group names no competence"),
            message("add “competences”, with ids of collectif.yaml, so that people know who decides"),
        )


def no_level(group: Group, register: Register) -> Iterator[Finding]:
    """A thematic group that is alive says at which levels its subject is decided."""
    if _works(group, register.today) and register.collective.levels and not group.levels:
        yield Finding(
            group.title.span,
            message("this group names no level"),
            message("add “levels”, with ids of collectif.yaml, so that people know who decides"),
        )


def _works(group: Group, today: date) -> bool:
    return group.kind.value == "thematic" and group.lives_on(today)


def competence_level(group: Group, register: Register) -> Iterator[Finding]:
    """The levels of a group hold those that exercise its competences."""
    if not group.levels or not group.competences:
        return
    levels = {level.value for level in group.levels}
    holders = {one.id.value: one.exercised_by.value for one in register.collective.competences}
    for competence in group.competences:
        holder = holders.get(competence.value)
        if holder is not None and holder not in levels:
            yield Finding(
                competence.span,
                message(
                    "“{competence}” is exercised by “{level}”, which is not among the levels of the group",
                    competence=competence.value,
                    level=holder,
                ),
                message("add “{level}” to “levels”, or remove the competence", level=holder),
            )


def folder_without_group(whole: Register, register: Register) -> Iterator[Finding]:
    """A folder of ``groups/`` with texts in it has its ``group.yaml``."""
    told: set[str] = set()
    for path in sorted(path for path in register.paths if path.startswith("groups/") and path.count("/") > 1):
        folder = path.split("/", 2)[1]
        if folder in told or f"groups/{folder}/group.yaml" in register.paths:
            continue
        told.add(folder)
        near = nearest(folder, register.groups)
        yield Finding(
            Span(path),
            message("the folder “{folder}” has texts and no group.yaml", folder=folder),
            message("did you mean “{near}”?", near=near)
            if near
            else message("write groups/{folder}/group.yaml", folder=folder),
        )
