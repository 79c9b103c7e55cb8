"""How close a vote by grades was: few ballots that are enough, and a number that is proved not to be.

For the least number, let every changed ballot do the worst to the winner and the best for a rival, as if
their judgments could be picked apart: the ``k`` best grades of the winner become the worst, the ``k`` worst
of the rival become the best. No change of ``k`` ballots does more: it touches one judgment of each, no set
of ``k`` judgments lowered leaves lower ones, and taking a judgment away, or adding a bad one, weighs less
than making a good one bad. While the winner still leads then, ``k`` ballots are not enough.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TypeAlias

from collectif_cli.voting.close_look import is_close
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Margin, Outcome, Verdict
from collectif_cli.voting.profile import Profile
from collectif_cli.voting.swings import Swing, between, least_swing

Leads = Callable[[Profile, Profile], bool]


def grade_margin(
    poll: Poll,
    profiles: dict[str, Profile],
    outcome: Outcome,
    outcome_of: Callable[[Poll], Outcome],
    leads: Leads,
    bounded: bool = True,
) -> Margin:
    """Give the margin of an outcome; ``leads`` tells whether a profile is strictly better than another.

    The proofs are about one winner and its rivals: where more decides (several seats, a threshold), they are
    not ``bounded``, and no least number above one is claimed.
    """
    if not any(map(sum, profiles.values())):
        return Margin(because="not-found", at_least=1)
    judged = {option: _judged(profile) for option, profile in profiles.items()}
    chosen = outcome.options[0] if outcome.verdict is Verdict.ELECTED and len(outcome.options) == 1 else ""
    rivals = [option for option in judged if option != chosen]
    least = 1
    if chosen and bounded:
        numbers = [_least(judged[chosen], judged[rival], leads) for rival in rivals]
        least = min([*numbers, poll.marked])
    if poll.by_hand or not is_close(poll.figures):
        return between(_by_profiles(profiles, chosen, leads) if bounded else None, least)
    swings = _swings(poll, chosen, rivals, len(judged[rivals[0]]) - 1 if rivals else 0)
    return between(least_swing(poll, swings, outcome, outcome_of), least)


def _judged(profile: Profile) -> Profile:
    """Give the profile; of an option that nobody judged, what one ballot that likes it best would make it."""
    return profile if sum(profile) else (*profile[:-1], 1)


def _least(winner: Profile, rival: Profile, leads: Leads) -> int:
    """Give the fewest changes after which the winner might not lead any more."""
    return _smallest(sum(winner), lambda number: not leads(_lowered(winner, number), _raised(rival, number)))


def _by_profiles(profiles: dict[str, Profile], chosen: str, leads: Leads) -> Margin | None:
    """Give a number of changes that is enough, whichever ballots hold which grades; None when none is proved.

    Every changed ballot gives a rival the best grade, and all the others the worst, which raises none of
    them. Change those that grade the rival worst: it rises as in the bound. Or change those that grade the
    winner best: the winner falls as in the bound, and the rival does not. It is chosen once what it has at
    least leads all that the others can have.
    """
    found: Margin | None = None
    for rival in profiles:
        number = _enough(profiles, chosen, rival, leads) if rival != chosen else None
        if number is not None and (found is None or found.ballots is None or number < found.ballots):
            found = Margin(number, Outcome(Verdict.ELECTED, (rival,)))
    return found


def _enough(profiles: dict[str, Profile], chosen: str, rival: str, leads: Leads) -> int | None:
    mine = _judged(profiles[rival])
    others = {option: _at_worst(profile) for option, profile in profiles.items() if option != rival}

    def risen(number: int) -> bool:
        return all(leads(_raised(mine, number), other) for other in others.values())

    def fallen(number: int) -> bool:
        return all(
            leads(mine, _lowered(other, number) if option == chosen else other)
            for option, other in others.items()
        )

    most = [(risen, sum(mine))] + ([(fallen, sum(others[chosen]))] if chosen else [])
    return min((_smallest(number, holds) for holds, number in most if holds(number)), default=None)


def _at_worst(profile: Profile) -> Profile:
    """Give the profile; of an option nobody judged, what one ballot that likes it least would make it."""
    return profile if sum(profile) else (1, *profile[1:])


def _swings(poll: Poll, chosen: str, rivals: list[str], top: int) -> Iterator[Swing]:
    """Yield ways worth trying: toward each rival, the ballots that help it most first; and into silence."""
    for rival in rivals:
        into = tuple((option, top if option == rival else 0) for option in poll.options)
        for key in _KEYS:
            yield Swing(_ordered(poll, chosen, rival, key), into)
    yield Swing(poll.marks, ())


def _ordered(poll: Poll, chosen: str, rival: str, key: "_Key") -> list[tuple[Mark, int]]:
    return sorted(poll.marks, key=lambda one: key(_grades(one[0], chosen, rival)))


_Key: TypeAlias = Callable[[tuple[int, int]], tuple[int, ...]]
# Ballots by what they give the winner (first) and the rival (second): the widest gap first, or either one.
_KEYS: tuple[_Key, ...] = (
    lambda grades: (grades[1] - grades[0], -grades[0]),
    lambda grades: (-grades[0], grades[1]),
    lambda grades: (grades[1], -grades[0]),
)


def _grades(mark: Mark, chosen: str, rival: str) -> tuple[int, int]:
    given = dict(mark)
    return given.get(chosen, 0), given.get(rival, 0)


def _lowered(profile: Profile, number: int) -> Profile:
    """Give the profile with its best ``number`` grades made the worst."""
    left, counts = number, list(profile)
    for grade in reversed(range(1, len(counts))):
        taken = min(left, counts[grade])
        counts[grade] -= taken
        counts[0] += taken
        left -= taken
    return tuple(counts)


def _raised(profile: Profile, number: int) -> Profile:
    """Give the profile with its worst ``number`` grades made the best."""
    return _lowered(profile[::-1], number)[::-1]


def _smallest(most: int, holds: Callable[[int], bool]) -> int:
    """Give the smallest number from 1 for which it holds; what holds for one does for all above it."""
    return 1 + bisect_left(range(1, max(most, 1)), True, key=holds)
