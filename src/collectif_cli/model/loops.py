"""The loops of a graph: things that lead back to themselves."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]


def loops(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield one loop for each knot of things that all lead to one another, in alphabetical order.

    The loop is a shortest one through the first thing of its knot, which it starts with. A thing that
    leads to itself and to no other loop is left out, as is an edge to a thing that is not in the graph.
    The knots are the strongly connected components, by the algorithm of Kosaraju and Sharir; the time
    is linear in the size of the graph.
    """
    backward: dict[str, list[str]] = {id: [] for id in graph}
    for id, others in graph.items():
        for other in others:
            if other in backward:
                backward[other].append(id)
    knots: list[list[str]] = []
    seen: set[str] = set()
    for id in reversed(_finished(graph)):
        knot = _reach(id, backward, seen)
        if len(knot) > 1:
            knots.append(knot)
    for knot in sorted(knots, key=min):
        yield _shortest(min(knot), graph, frozenset(knot))


def _finished(graph: Graph) -> list[str]:
    """Give everything in the order in which a walk in depth leaves it, without recursion."""
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        path = [] if start in seen else [(start, iter(graph[start]))]
        seen.add(start)
        while path:
            id, rest = path[-1]
            onward = next((other for other in rest if other in graph and other not in seen), None)
            if onward is None:
                order.append(id)
                path.pop()
            else:
                seen.add(onward)
                path.append((onward, iter(graph[onward])))
    return order


def _reach(start: str, graph: Graph, seen: set[str]) -> list[str]:
    """Give what can be reached from ``start`` and was not seen, and see it."""
    found = [start] if start not in seen else []
    seen.add(start)
    for id in found:
        for other in graph[id]:
            if other not in seen:
                seen.add(other)
                found.append(other)
    return found


def _shortest(start: str, graph: Graph, knot: frozenset[str]) -> tuple[str, ...]:
    """Give a shortest loop from ``start`` within its knot."""
    before: dict[str, str] = {}
    queue = deque([start])
    while start not in before:
        id = queue.popleft()
        for other in sorted(set(graph[id]) & knot - {id}):
            if other not in before:
                before[other] = id
                queue.append(other)
    loop = [before[start]]
    while loop[-1] != start:
        loop.append(before[loop[-1]])
    return tuple(reversed(loop))
