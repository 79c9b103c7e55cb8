"""Condorcet: an option that wins all its duels is chosen; where none does, nothing is decided.

Each ballot ranks the options; an option wins a duel against another when more ballots place it before than
after. Two options that are equal in their duel have neither won it. The smallest group whose members win
every duel against the others (Smith 1973) is shown, since the choice lies within it. What follows when no
option wins all its duels - a ``fallback`` of the rule - is for whoever holds the vote. Source: Condorcet,
*Essai sur l'application de l'analyse…* (1785).
"""

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.contest import Contest
from collectif_cli.voting.by_duels.count import FOLLOWED_BY_DUELS, Found, Way, count_duels, needed_by_duels
from collectif_cli.voting.by_duels.default_option import hurdle_of
from collectif_cli.voting.by_duels.proof import most_for_sure, tests_stay
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.duels import Matrix, condorcet_winner
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Decision, Result, Verdict
from collectif_cli.voting.ranks import read_order

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = (*FOLLOWED_BY_DUELS, "fallback")
tie_breaks = ("kept",)
read = read_order


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give what becomes of the options without a rank, and whether ranks may be equal."""
    return needed_by_duels(rule)


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option that wins all its duels, if there is one."""
    return count_duels(poll, rule, Way(_leaders, lambda contest: Found(_leaders(contest)), _least))


def _leaders(contest: Contest) -> tuple[str, ...]:
    winner = condorcet_winner(contest.matrix)
    return () if winner is None else (contest.options[winner],)


def _least(contest: Contest, decision: Decision, poll: Poll) -> int:
    """Give how many ballots it takes at the least to alter the decision.

    A changed ballot takes two at most from the lead of the winner in a duel. Where nobody wins, it gives
    an option two in a duel if it placed it after the other, one if it placed neither before: the option
    that needs the fewest for its worst duel gives the bound.
    """
    expressed, matrix = poll.figures.expressed or 0, contest.matrix
    winner = condorcet_winner(matrix)
    if decision.outcome.verdict is Verdict.ELECTED and winner is not None:
        leads = [row[winner] for at, row in enumerate(_leads(matrix)) if at != winner]
        return 1 + most_for_sure(
            lambda k: k < expressed and all(-lead > 2 * k for lead in leads) and tests_stay(contest, k),
            expressed,
        )
    if not expressed or hurdle_of(contest.rule) is not None:
        return 1
    cast = poll.figures.cast or 0
    return max(1, min(_to_win(matrix, option, cast) for option in range(len(matrix))))


def _leads(matrix: Matrix) -> list[list[int]]:
    size = range(len(matrix))
    return [[matrix[a][b] - matrix[b][a] for b in size] for a in size]


def _to_win(matrix: Matrix, option: int, cast: int) -> int:
    """Give how many of the ``cast`` ballots must change at the least for the option to win its worst duel."""
    most = 0
    for other in range(len(matrix)):
        votes, against = matrix[option][other], matrix[other][option]
        missing = 1 + against - votes
        if other != option and missing > 0:
            halved = min(-(-missing // 2), against)
            most = max(most, halved + max(missing - 2 * against, 0))
    return most
