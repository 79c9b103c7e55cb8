"""Schulze: an option comes before another when the strongest path of duels won leads from it to that other.

Source: Schulze, "The Schulze Method of Voting" (arXiv 1804.02973, 2018; first in *Social Choice and Welfare*
36, 2011), section 2. The rule declares how strong a duel is: by ``winning-votes`` or by ``margins``.
Options that no other comes before are the winners; several of them are a tie, which is kept unless the rule
draws lots. With a ``default_option`` this is the count of Debian (Constitution, A.6), whose Schwartz set,
with the weakest defeats dropped, leads to the same winners.
"""

from itertools import pairwise

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.beatpaths import Strengths, shortest_route, strongest_paths
from collectif_cli.voting.by_duels.contest import Contest
from collectif_cli.voting.by_duels.count import (
    FOLLOWED_BY_DUELS,
    Found,
    Way,
    count_duels,
    measure_of,
    needed_by_duels,
)
from collectif_cli.voting.by_duels.proof import most_for_sure, winner_stays
from collectif_cli.voting.by_duels.worked import Path
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.duels import layers, strengths
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Decision, Result
from collectif_cli.voting.ranks import read_order

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = (*FOLLOWED_BY_DUELS, "strength")
tie_breaks = ("kept", "lot", "second-vote")
read = read_order


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give how strong a duel is, what becomes of the options without a rank, whether ranks may be equal."""
    return needed_by_duels(rule, "strength")


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option that no other comes before."""
    return count_duels(poll, rule, Way(_leaders, _work, _least))


def _beaten(paths: Strengths) -> list[int]:
    """Give for each option, as a set of bits, those that come before it."""
    size = range(len(paths))
    return [sum(1 << a for a in size if a != b and paths[a][b] > paths[b][a]) for b in size]


def _leaders(contest: Contest) -> tuple[str, ...]:
    beaten = _beaten(strongest_paths(strengths(contest.matrix, measure_of(contest.rule))))
    return contest.named([place for place, by in enumerate(beaten) if not by])


def _work(contest: Contest) -> Found:
    """Give the winners, the order of the options, and every strongest path."""
    links = strengths(contest.matrix, measure_of(contest.rule))
    paths = strongest_paths(links)
    order = tuple(contest.named(group) for group in layers(len(links), _beaten(paths)))
    size = range(len(links))
    found = tuple(
        _path(contest, links, shortest_route(links, a, b, paths[a][b]))
        for a in size
        for b in size
        if a != b and paths[a][b]
    )
    return Found(order[0], order, {"measure": measure_of(contest.rule), "paths": found})


def _path(contest: Contest, links: Strengths, route: tuple[int, ...]) -> Path:
    """Give a path with the two sides of its weakest duel."""
    weakest = min(pairwise(route), key=lambda step: links[step[0]][step[1]])
    votes, against = contest.matrix[weakest[0]][weakest[1]], contest.matrix[weakest[1]][weakest[0]]
    return Path(contest.named(route), votes, against)


def _least(contest: Contest, decision: Decision, poll: Poll) -> int:
    expressed = poll.figures.expressed or 0
    measure = measure_of(contest.rule)
    return 1 + most_for_sure(lambda k: winner_stays(contest, k, expressed, measure, by_duel=False), expressed)
