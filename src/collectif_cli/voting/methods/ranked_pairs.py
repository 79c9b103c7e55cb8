"""Ranked pairs: duels are kept from the strongest to the weakest, unless they would close a circle.

Source: Tideman, "Independence of clones as a criterion for voting rules", *Social Choice and Welfare* 4
(1987). The rule declares how strong a duel is (Tideman's own measure is ``margins``) and what becomes of
ties, for equal duels can be taken in any order:

- ``ties: lot``: a lot from the seed puts each level of equal duels in order, the smallest SHA-256 of
  ``<seed>/<question>/<winner>/<loser>`` first; where several options are still beaten by none, it draws
  between them;
- ``ties: kept`` or ``second-vote``: every order is tried, and the options that win under one or another are
  a tie. Where the orders are too many for that, the tie is between all options that no duel surely beats,
  which are those and perhaps more; the result says so.
"""

from itertools import groupby

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.beatpaths import shortest_route, strongest_paths
from collectif_cli.voting.by_duels.contest import Contest
from collectif_cli.voting.by_duels.count import (
    FOLLOWED_BY_DUELS,
    Found,
    Way,
    count_duels,
    measure_of,
    needed_by_duels,
)
from collectif_cli.voting.by_duels.locked import Kept, Tried, Won, keep_in_every_order, keep_in_order
from collectif_cli.voting.by_duels.proof import most_for_sure, winner_stays
from collectif_cli.voting.by_duels.worked import Pair
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.duels import Strength, layers, strengths
from collectif_cli.voting.leaders import tie_rule
from collectif_cli.voting.lot import draw
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Decision, Result
from collectif_cli.voting.ranks import read_order

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = (*FOLLOWED_BY_DUELS, "strength")
tie_breaks = ("kept", "lot", "second-vote")
read = read_order


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give how strong a duel is, what becomes of unranked options, of equal ranks and of ties."""
    return needed_by_duels(rule, "strength", "ties")


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option that no duel beats among those that are kept."""
    return count_duels(poll, rule, Way(_leaders, _work, _least))


def _leaders(contest: Contest) -> tuple[str, ...]:
    return contest.named(_unbeaten(contest, _tried(contest)))


def _levels(contest: Contest) -> list[list[Won]]:
    """Give the duels that are won, the strongest level first, equal ones in the order of the paper."""
    links = strengths(contest.matrix, measure_of(contest.rule))
    won = [(a, b) for a, row in enumerate(links) for b, worth in enumerate(row) if worth]

    def worth(duel: Won) -> Strength:
        return links[duel[0]][duel[1]]

    won.sort(key=worth, reverse=True)
    return [list(level) for _, level in groupby(won, key=worth)]


def _drawn(contest: Contest) -> dict[Won, str]:
    """Give the SHA-256 of each duel of a level of several, where the rule draws lots."""
    rule = contest.rule
    if tie_rule(rule) != "lot" or rule.seed is None:
        return {}
    found: dict[Won, str] = {}
    for level in _levels(contest):
        if len(level) > 1:
            names = {"/".join(contest.named(duel)): duel for duel in level}
            drawn = draw(rule.seed.value, contest.question, names)
            found.update((names[name], digest) for name, digest in drawn)
    return found


def _tried(contest: Contest) -> Tried:
    """Give what the duels lead to: in the order of the lot, or in every order."""
    size, levels = len(contest.options), _levels(contest)
    if tie_rule(contest.rule) != "lot":
        return keep_in_every_order(size, levels)
    drawn = _drawn(contest)
    order = [duel for level in levels for duel in sorted(level, key=lambda duel: drawn.get(duel, ""))]
    return Tried(frozenset([keep_in_order(size, order)]))


def _unbeaten(contest: Contest, tried: Tried) -> list[int]:
    """Give the places of the options that win in one of the ways."""
    size = range(len(contest.options))
    if not tried.complete:
        links = strengths(contest.matrix, measure_of(contest.rule))
        paths = strongest_paths(links)
        return [a for a in size if not any(links[b][a] > paths[a][b] for b in size if b != a)]
    return [a for a in size if any(not any(reach >> a & 1 for reach in end) for end in tried.ends)]


def _work(contest: Contest) -> Found:
    """Give the winners, the order where there is but one way, and each duel with what became of it."""
    tried = _tried(contest)
    ends = sorted(tried.ends)
    size = range(len(contest.options))
    order: tuple[tuple[str, ...], ...] = ()
    if len(ends) == 1:
        beaten = [sum(1 << a for a in size if ends[0][a] >> b & 1) for b in size]
        order = tuple(contest.named(group) for group in layers(len(size), beaten))
    rule, drawn = contest.rule, _drawn(contest)
    lot = f"{rule.seed.value}/{contest.question}/<id>/<id>" if drawn and rule.seed else ""
    return Found(
        contest.named(_unbeaten(contest, tried)),
        order,
        {
            "measure": measure_of(rule),
            "pairs": _pairs(contest, ends, drawn),
            "lot": lot,
            "complete": tried.complete,
        },
    )


def _pairs(contest: Contest, ends: list[Kept], drawn: dict[Won, str]) -> tuple[Pair, ...]:
    """Give each duel that is won, in the order in which it is taken."""
    links = strengths(contest.matrix, measure_of(contest.rule))
    found = []
    for level in _levels(contest):
        for duel in sorted(level, key=lambda duel: drawn.get(duel, "")):
            winner, loser = duel
            times = sum(1 for end in ends if end[winner] >> loser & 1)
            kept = "yes" if ends and times == len(ends) else "depends" if times or not ends else "no"
            circle: tuple[str, ...] = ()
            if kept == "no" and len(ends) == 1:
                stay = _only(links, ends[0])
                circle = contest.named(shortest_route(stay, loser, winner, links[winner][loser]))
            votes, against = contest.matrix[winner][loser], contest.matrix[loser][winner]
            one, other = contest.options[winner], contest.options[loser]
            found.append(Pair(one, other, votes, against, kept, circle, drawn.get(duel, "")))
    return tuple(found)


def _only(links: tuple[tuple[Strength, ...], ...], end: Kept) -> list[list[Strength]]:
    """Give what the duels that were kept are worth, and nothing for the others."""
    return [[worth if end[a] >> b & 1 else () for b, worth in enumerate(row)] for a, row in enumerate(links)]


def _least(contest: Contest, decision: Decision, poll: Poll) -> int:
    expressed, measure = poll.figures.expressed or 0, measure_of(contest.rule)
    return 1 + most_for_sure(lambda k: winner_stays(contest, k, expressed, measure, by_duel=True), expressed)
