"""Duels: the ballots for each side, who wins them all, the smallest group that beats the rest, the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.voting.duels import box_of, closure, condorcet_winner, layers, smith_set, strength
from collectif_cli.voting.method import Poll
from tests.voting import by_definition
from tests.voting.rankings import order, polls_by_rank

ABCD = "abcd"


@pytest.mark.parametrize("unranked", ["last", "ignored"])
@given(of=polls_by_rank(ABCD))
def test_each_ballot_is_in_each_duel_once(unranked: str, of: Poll) -> None:
    box = box_of(of.options, of.marks, of.figures.cast or 0, unranked)
    assert box.matrix() == by_definition.duels(of.marks, of.options, unranked)


def test_unranked_options_lose_or_fight_no_duel() -> None:
    papers = [(order("a>b", ABCD), 3), (order("c", ABCD), 2)]
    last = box_of(ABCD, papers, 5, "last").matrix()
    assert last == ((0, 3, 3, 3), (0, 0, 3, 3), (2, 2, 0, 2), (0, 0, 0, 0))
    ignored = box_of(ABCD, papers, 5, "ignored").matrix()
    assert ignored == ((0, 3, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0))


def test_ballots_taken_out_leave_no_trace() -> None:
    box = box_of(ABCD, [(order("a>b>c>d", ABCD), 7)], 7, "last")
    other = box.copy()
    other.add(order("a>b>c>d", ABCD), -7)
    other.add(order("d=c", ABCD), 7)
    assert other.matrix() == by_definition.duels([(order("c=d", ABCD), 7)], ABCD)
    assert box.matrix() == by_definition.duels([(order("a>b>c>d", ABCD), 7)], ABCD)


def test_ten_thousand_million_ballots_are_counted_exactly() -> None:
    papers = [(order("a>b", "ab"), 10**10), (order("b>a", "ab"), 10**10 - 1)]
    assert box_of("ab", papers, 2 * 10**10, "last").matrix() == ((0, 10**10), (10**10 - 1, 0))


@given(polls_by_rank(ABCD))
def test_winner_of_all_and_smallest_group_are_those_of_the_definition(of: Poll) -> None:
    matrix = by_definition.duels(of.marks, of.options)
    winner = condorcet_winner(matrix)
    assert by_definition.condorcet(matrix) == ({winner} if winner is not None else set())
    assert frozenset(smith_set(matrix)) == by_definition.smith(matrix)


def test_alone_an_option_wins_all_its_duels() -> None:
    assert condorcet_winner(((0,),)) == 0
    assert smith_set(((0,),)) == (0,)
    assert condorcet_winner(()) is None


@pytest.mark.parametrize(
    ("weaker", "other", "measure"),
    [
        ((5, 4), (6, 5), "winning-votes"),  # more votes for
        ((6, 5), (6, 4), "winning-votes"),  # as many for, fewer against
        ((9, 7), (6, 3), "margins"),
        ((4, 5), (5, 4), "margins"),  # a duel that is lost is worth less than any that is won
        ((4, 4), (5, 4), "winning-votes"),
    ],
)
def test_strength_of_a_duel(weaker: tuple[int, int], other: tuple[int, int], measure: str) -> None:
    assert strength(*weaker, measure) < strength(*other, measure)


def test_duels_that_are_not_won_are_worth_nothing() -> None:
    assert strength(4, 4, "margins") == strength(3, 9, "winning-votes") == ()


@given(st.lists(st.sets(st.integers(0, 4)), min_size=5, max_size=5))
def test_closure_is_who_can_be_reached_in_steps(links: list[set[int]]) -> None:
    found = closure([sum(1 << end for end in ends) for ends in links])
    for start in range(5):
        reached = set(links[start])
        for _ in range(5):
            reached |= {end for middle in reached for end in links[middle]}
        assert found[start] == sum(1 << end for end in reached)


def test_layers_group_what_nothing_separates() -> None:
    # 0 and 3 beat 1, which beats 2.
    assert layers(4, [0, 0b1001, 0b0010, 0]) == ((0, 3), (1,), (2,))
