"""Paths of duels won, from an option to another: how strong the strongest is, and which one it is."""

from collections.abc import Sequence

from collectif_cli.voting.duels import Strength

Strengths = Sequence[Sequence[Strength]]


def strongest_paths(links: Strengths) -> list[list[Strength]]:
    """Give how strong the strongest path from each place to each other is; empty where there is none.

    A path is as strong as its weakest duel. This is the algorithm of Floyd and Warshall, as Schulze gives
    it (2018, arXiv 1804.02973, section 2.3.1).
    """
    size = range(len(links))
    paths = [list(row) for row in links]
    for middle in size:
        onward = paths[middle]
        for start in size:
            reach = paths[start][middle]
            if not reach or start == middle:
                continue
            row = paths[start]
            for end in size:
                weakest = min(reach, onward[end])
                if end != start and weakest > row[end]:
                    row[end] = weakest
    return paths


def shortest_route(links: Strengths, start: int, end: int, least: Strength) -> tuple[int, ...]:
    """Give the places on a path from ``start`` to ``end`` with the fewest duels, all worth ``least`` or more.

    Among several, the one through the first places. There must be one.
    """
    came_from = {start: start}
    front = [start]
    while end not in came_from:
        reached = []
        for here in front:
            for there, worth in enumerate(links[here]):
                if worth >= least and there not in came_from:
                    came_from[there] = here
                    reached.append(there)
        front = reached
    route = [end]
    while route[-1] != start:
        route.append(came_from[route[-1]])
    return tuple(reversed(route))
