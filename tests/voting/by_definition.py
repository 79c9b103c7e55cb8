"""The winners of each ranked method as its definition says them, slowly: what the counts must find."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, permutations, product

from collectif_cli.voting.method import Mark

Matrix = tuple[tuple[int, ...], ...]
Papers = Sequence[tuple[Mark, int]]
# Preferences from the first to the last, and how many ballots say the same.
Orders = tuple[tuple[tuple[str, ...], int], ...]


def duels(papers: Papers, options: Sequence[str], unranked: str = "last") -> Matrix:
    """Give the ballots that place each option before each other, pair by pair and ballot by ballot."""

    def before(mark: Mark, one: str, other: str) -> bool:
        rank = dict(mark)
        if one not in rank or (other not in rank and unranked == "ignored"):
            return False
        return other not in rank or rank[one] < rank[other]

    return tuple(
        tuple(sum(number for mark, number in papers if before(mark, one, other)) for other in options)
        for one in options
    )


def stronger(matrix: Matrix, measure: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether a duel is stronger than another, by the six cases of Schulze (2018, section 2.1)."""
    ef, fe = matrix[one[0]][one[1]], matrix[one[1]][one[0]]
    gh, hg = matrix[other[0]][other[1]], matrix[other[1]][other[0]]
    if measure == "margins":
        return ef - fe > gh - hg
    return (
        (ef > fe and gh <= hg)
        or (ef >= fe and gh < hg)
        or (ef > fe and gh > hg and (ef > gh or (ef == gh and fe < hg)))
        or (ef < fe and gh < hg and (fe < hg or (fe == hg and ef > gh)))
    )


@cache
def schulze(matrix: Matrix, measure: str) -> frozenset[int]:
    """Give the options to which no other has a stronger path than they have to it, all paths listed."""
    size = range(len(matrix))

    def paths(start: int, end: int) -> Iterator[list[tuple[int, int]]]:
        between = [place for place in size if place not in {start, end}]
        for length in range(len(between) + 1):
            for middle in permutations(between, length):
                yield list(zip((start, *middle), (*middle, end), strict=True))

    def weaker_path(mine: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> bool:
        """Tell whether some duel of ``mine`` is weaker than every duel of ``theirs``."""
        return any(all(stronger(matrix, measure, their, my) for their in theirs) for my in mine)

    def beaten(option: int, by: int) -> bool:
        back = list(paths(option, by))
        return any(all(weaker_path(mine, theirs) for mine in back) for theirs in paths(by, option))

    return frozenset(a for a in size if not any(beaten(a, b) for b in size if b != a))


@cache
def ranked_pairs(matrix: Matrix, measure: str) -> frozenset[int]:
    """Give the options that win in some order of the equal duels, every order tried."""
    size = range(len(matrix))
    won = [(a, b) for a in size for b in size if matrix[a][b] > matrix[b][a]]

    def key(duel: tuple[int, int]) -> tuple[int, int]:
        votes, against = matrix[duel[0]][duel[1]], matrix[duel[1]][duel[0]]
        return (votes - against, 0) if measure == "margins" else (votes, -against)

    won.sort(key=key, reverse=True)
    levels = [list(permutations(level)) for _, level in groupby(won, key=key)]
    found: set[int] = set()
    for choice in product(*levels):
        kept: set[tuple[int, int]] = set()
        for winner, loser in (duel for level in choice for duel in level):
            if not _leads(kept, loser, winner):
                kept.add((winner, loser))
        found |= {a for a in size if not any(loser == a for _, loser in kept)}
    return frozenset(found)


def _leads(kept: set[tuple[int, int]], start: int, end: int) -> bool:
    reached = {start}
    while True:
        more = {loser for winner, loser in kept if winner in reached} - reached
        if end in reached or not more:
            return end in reached
        reached |= more


def condorcet(matrix: Matrix) -> frozenset[int]:
    """Give the option that wins all its duels, if there is one."""
    size = range(len(matrix))
    return frozenset(a for a in size if all(matrix[a][b] > matrix[b][a] for b in size if b != a))


def smith(matrix: Matrix) -> frozenset[int]:
    """Give the smallest group whose members win every duel against the others, all groups tried."""
    size = len(matrix)
    groups = [frozenset(a for a in range(size) if bits >> a & 1) for bits in range(1, 1 << size)]
    dominating = [
        group
        for group in groups
        if all(matrix[a][b] > matrix[b][a] for a in group for b in range(size) if b not in group)
    ]
    return min(dominating, key=len)


def as_orders(papers: Papers) -> Orders:
    """Give the preferences of ballots that have no defect."""
    return tuple(
        (tuple(option for option, _ in sorted(mark, key=lambda pair: pair[1])), number)
        for mark, number in papers
    )


def instant_runoff(orders: Orders, options: tuple[str, ...]) -> frozenset[str]:
    """Give the options that win when the last leaves one at a time to the end, whoever of equals leaves."""
    if len(options) == 1 or not any(order for order, _ in orders):
        return frozenset(options if any(order for order, _ in orders) else ())
    votes = dict.fromkeys(options, 0)
    for order, number in orders:
        for option in order:
            if option in votes:
                votes[option] += number
                break
    least = min(votes.values())
    last = [option for option in options if votes[option] == least]
    if len(last) == len(options) and least == 0:
        return frozenset(options)
    return frozenset().union(
        *(instant_runoff(orders, tuple(one for one in options if one != out)) for out in last)
    )


def scottish(orders: Orders, options: tuple[str, ...], seats: int) -> set[frozenset[str]]:
    """Give every set that SSI 2007/42 can elect, ballot by ballot, whoever a lot would take."""
    papers = [list(order) for order, number in orders for _ in range(number) if order]
    if not papers:
        return set()
    quota = (len(papers) // (seats + 1) + 1) * 100_000
    worth = [100_000] * len(papers)
    holder = [paper[0] for paper in papers]
    start = {option: 100_000 * holder.count(option) for option in options}
    return _scottish(papers, worth, holder, [start], list(options), [], [], seats, quota)


def _scottish(
    papers: list[list[str]],
    worth: list[int],
    holder: list[str],
    stages: list[dict[str, int]],
    still: list[str],
    elected: list[str],
    pending: list[str],
    seats: int,
    quota: int,
) -> set[frozenset[str]]:
    votes = dict(stages[-1])
    reached = [option for option in still if votes[option] >= quota]
    still = [option for option in still if option not in reached]
    elected, pending = elected + reached, pending + [one for one in reached if votes[one] > quota]
    if len(elected) == seats:
        return {frozenset(elected)}
    if len(still) <= seats - len(elected):
        return {frozenset(elected + still)}
    best = max if pending else min
    group = pending or still
    tied = [one for one in group if votes[one] == best(votes[other] for other in group)]
    for earlier in reversed(stages[:-1]):
        level = best(earlier[one] for one in tied)
        tied = [one for one in tied if earlier[one] == level]
    found: set[frozenset[str]] = set()
    for option in tied:
        after, values, holders = dict(votes), list(worth), list(holder)
        rest = still if pending else [one for one in still if one != option]
        for number, paper in enumerate(papers):
            if holder[number] != option:
                continue
            if pending:
                values[number] = (votes[option] - quota) * worth[number] // votes[option]
            place = paper.index(option)
            holders[number] = next((one for one in paper[place + 1 :] if one in rest), "")
            if holders[number]:
                after[holders[number]] += values[number]
        after[option] = quota if pending else 0
        left = [one for one in pending if one != option]
        found |= _scottish(papers, values, holders, [*stages, after], rest, elected, left, seats, quota)
    return found
