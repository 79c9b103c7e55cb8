"""Every knot of a graph gives one loop, a shortest one from its first thing."""

from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.loops import loops

NAMES = "abcdefg"
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "z"), max_size=4))


def reachable(start: str, graph: dict[str, list[str]]) -> set[str]:
    """Give what a walk of at least one step from ``start`` can meet."""
    found: set[str] = set()
    left = [start]
    while left:
        for other in graph[left.pop()]:
            if other in graph and other not in found:
                found.add(other)
                left.append(other)
    return found


@given(GRAPHS)
def test_one_loop_a_knot(graph: dict[str, list[str]]) -> None:
    reach = {id: reachable(id, graph) for id in graph}
    knots = {frozenset(b for b in reach[a] if a in reach[b]) for a in graph if a in reach[a]}
    expected = sorted((knot for knot in knots if len(knot) > 1), key=min)
    found = list(loops(graph))
    assert [loop[0] for loop in found] == [min(knot) for knot in expected]
    for loop, knot in zip(found, expected, strict=True):
        assert set(loop) <= knot
        assert len(set(loop)) == len(loop)
        assert all(other in graph[id] for id, other in zip(loop, (*loop[1:], loop[0]), strict=True))


def test_shortest_loop_of_the_knot() -> None:
    assert list(loops({"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": ["e"], "e": ["a"]})) == [("a", "b", "c")]


def test_a_long_chain_is_no_recursion() -> None:
    ids = [f"t{number:05}" for number in range(20_000)]
    graph = {id: [other] for id, other in zip(ids, [*ids[1:], ids[0]], strict=True)}
    assert list(loops(graph)) == [tuple(ids)]
