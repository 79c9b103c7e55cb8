"""What became of what residents sent, theme by theme: how much was read, taken up, answered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from collectif_cli.model.contribution import FATES, Contribution
from collectif_cli.model.programme import Programme


class Coverage(NamedTuple):
    """The figures of a theme, empty for those that have none.

    ``fates`` counts each fate; ``answered`` are those that have an answer of their own, or were joined with
    one that has; ``proposals`` those that draw on at least one of them.
    """

    theme: str
    sent: int
    fates: Mapping[str, int]
    answered: int
    waiting: int
    proposals: tuple[str, ...]


def coverage(programme: Programme, contributions: Iterable[Contribution]) -> tuple[Coverage, ...]:
    """Give a line for each theme, the largest first, then by their names; what has no theme comes last."""
    by_theme: dict[str, list[Contribution]] = defaultdict(list)
    for one in contributions:
        by_theme[one.theme.value if one.theme else ""].append(one)
    lines = [_line(theme, ones, programme) for theme, ones in by_theme.items()]
    return tuple(sorted(lines, key=lambda line: (not line.theme, -line.sent, line.theme)))


def whole(lines: Iterable[Coverage]) -> Coverage:
    """Give the sum of several lines."""
    every = tuple(lines)
    fates = {fate: sum(line.fates[fate] for line in every) for fate in FATES}
    proposals = tuple(sorted({id for line in every for id in line.proposals}))
    sent, answered, waiting = (
        (
            sum(numbers)
            for numbers in zip(*((one.sent, one.answered, one.waiting) for one in every), strict=True)
        )
        if every
        else (0, 0, 0)
    )
    return Coverage("", sent, fates, answered, waiting, proposals)


def unheard(programme: Programme) -> tuple[str, ...]:
    """Give the thematic groups that go on and that no contribution was handed to."""
    heard = {one.group.value for one in programme.contributions.values() if one.group}
    return tuple(
        id
        for id, group in programme.groups.items()
        if group.kind.value == "thematic" and group.dissolved is None and id not in heard
    )


def answer_of(one: Contribution, programme: Programme) -> str:
    """Give what is answered to a contribution: its own answer, or that of the one it was joined with."""
    seen = {one.id}
    while one.answer is None and one.merged_into is not None:
        further = programme.contributions.get(one.merged_into.value)
        if further is None or further.id in seen:
            return ""
        seen.add(further.id)
        one = further
    return one.answer.value if one.answer else ""


def _line(theme: str, ones: list[Contribution], programme: Programme) -> Coverage:
    fates = Counter(one.fate.value for one in ones)
    sent = {one.id for one in ones}
    drawn = {located.value for one in ones for located in one.proposals}
    citing = {
        id
        for id, proposal in programme.proposals.items()
        if proposal.origin and any(one.value in sent for one in proposal.origin.contributions)
    }
    return Coverage(
        theme=theme,
        sent=len(ones),
        fates={fate: fates[fate] for fate in FATES},
        answered=sum(bool(answer_of(one, programme)) for one in ones),
        waiting=sum(one.is_waiting for one in ones),
        proposals=tuple(sorted(drawn | citing)),
    )
