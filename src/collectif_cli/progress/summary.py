"""The process in a few figures, for the screen one sees first."""

from collectif_cli.model.noun import Noun
from collectif_cli.model.phase import Phase
from collectif_cli.model.programme import Programme
from collectif_cli.progress.standing import Deadline, Overview

_WAITING = frozenset({"new", "assigned"})


class Summary(Noun):
    """The figures; ``owing`` are the ids of the groups that owe something of a phase that has begun."""

    name: str
    current: tuple[Phase, ...]
    following: Deadline | None
    groups: int
    submitted: int
    proposals: int
    without_cost: int
    waiting: int
    owing: tuple[str, ...]


def summarise(programme: Programme, overview: Overview) -> Summary:
    """Give the figures of a programme on the day of its overview."""
    live = [group for group in overview.groups if group.is_live]
    proposals = [
        one for one in programme.proposals.values() if one.status.value not in {"merged", "withdrawn"}
    ]
    authors = {one.group.value for one in proposals if one.status.value != "draft"}
    return Summary(
        name=programme.collective.name.value,
        current=overview.current,
        following=overview.following,
        groups=len(live),
        submitted=sum(group.group.id in authors for group in live),
        proposals=len(proposals),
        without_cost=sum(not one.costs for one in proposals),
        waiting=sum(
            one.answer is None and one.fate.value in _WAITING for one in programme.contributions.values()
        ),
        owing=tuple(
            group.group.id
            for group in live
            if any(phase.owed and phase.phase.starts.value <= overview.today for phase in group.phases)
        ),
    )
