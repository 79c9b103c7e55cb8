"""How many changed ballots are proved not to alter the winner of a vote by duels.

A changed ballot moves each side of each duel by one at most, so the difference between them by two at
most. After ``k`` of them a duel won by more than ``2k`` is still won, by at least its votes less ``k``, and
one lost by ``2k`` or more is not won; a path can be bounded link by link. From that:

- under Schulze an option does not win if another has a path to it that is surely stronger than any path
  back (Schulze 2018, arXiv 1804.02973, section 2.2);
- under ranked pairs it does not win if another beats it by a duel that is surely stronger than any path
  back: when that duel is taken, nothing kept before can lead back, so it is kept (Tideman 1987);
- an option that surely wins all its duels leaves the others no path back at all.

Where all options but one surely do not win, that one does. The proof asks besides that no option passes,
or fails, the test against the default one by those changes, and that some ballot still expresses a choice.
"""

from bisect import bisect_left
from collections.abc import Callable

from collectif_cli.voting.by_duels.beatpaths import Strengths, strongest_paths
from collectif_cli.voting.by_duels.contest import Contest
from collectif_cli.voting.by_duels.default_option import hurdle_of
from collectif_cli.voting.duels import Matrix, strength


def most_for_sure(holds: Callable[[int], bool], most: int) -> int:
    """Give the largest number up to ``most`` that holds, or 0; a number that holds does so with all below."""
    return bisect_left(range(1, most + 1), True, key=lambda number: not holds(number))


def winner_stays(contest: Contest, changed: int, expressed: int, measure: str, *, by_duel: bool) -> bool:
    """Tell whether one option surely still wins after so many changed ballots.

    ``by_duel``: an option must be beaten by a duel, and not by a path alone (ranked pairs).
    """
    if changed >= expressed or not tests_stay(contest, changed):
        return False
    size = range(len(contest.options))
    least = _links(contest.matrix, -changed, measure)
    paths = strongest_paths(_links(contest.matrix, changed, measure))
    sure = least if by_duel else strongest_paths(least)
    unbeaten = [a for a in size if not any(sure[b][a] > paths[a][b] for b in size if b != a)]
    return len(unbeaten) == 1


def tests_stay(contest: Contest, changed: int) -> bool:
    """Tell whether so many changed ballots surely leave each option on its side of the default one."""
    hurdle = hurdle_of(contest.rule)
    if hurdle is None:
        return True
    for one in contest.against:
        sign = 1 if one.because else -1
        votes, against = max(one.votes + sign * changed, 0), max(one.against - sign * changed, 0)
        if bool(hurdle.fails(votes, against)) != bool(one.because):
            return False
    return True


def _links(matrix: Matrix, shift: int, measure: str) -> Strengths:
    """Give the most that each duel can be worth after ``shift`` changed ballots, or the least if negative."""
    size = range(len(matrix))
    return tuple(
        tuple(strength(matrix[a][b] + shift, matrix[b][a] - shift, measure) if a != b else () for b in size)
        for a in size
    )
