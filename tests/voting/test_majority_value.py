"""The majority value: against removing grades one by one, on huge numbers, and on published tallies."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.voting.majority_value import Parting, majority_grade, ordered, parting
from collectif_cli.voting.profile import Profile
from tests.voting.data import shared

GRADES = 4
numbers = st.integers(1, 12)


def by_hand(profile: Profile) -> list[int]:
    """Give the grades in the order in which they stand in the middle when it is removed again and again."""
    grades = [grade for grade, count in enumerate(profile) for _ in range(count)]
    return [grades.pop((len(grades) + 1) // 2 - 1) for _ in range(len(grades))]


@st.composite
def profiles(draw: st.DrawFn, judged: st.SearchStrategy[int] = numbers) -> Profile:
    given = draw(st.lists(st.integers(0, GRADES - 1), min_size=(n := draw(judged)), max_size=n))
    return tuple(given.count(grade) for grade in range(GRADES))


@given(numbers, st.data())
def test_parting_is_found_without_removing_anything(number: int, data: st.DataObject) -> None:
    one, other = (data.draw(profiles(st.just(number))) for _ in range(2))
    mine, theirs = by_hand(one), by_hand(other)
    at = next((at for at in range(number) if mine[at] != theirs[at]), None)
    expected = Parting(number, max(mine), max(mine)) if at is None else Parting(at, mine[at], theirs[at])
    found = parting(one, other)
    assert found == expected if at is not None else found.removals == number and found.one == found.other


@given(profiles(), profiles(), st.integers(2, 5))
def test_proportions_are_all_that_counts(one: Profile, other: Profile, factor: int) -> None:
    scaled = tuple(count * factor for count in one)
    assert ordered([one, other]) == ordered([scaled, other])


@given(st.lists(profiles(), min_size=1, max_size=5))
def test_order_is_one_of_all_options(given_: list[Profile]) -> None:
    groups = ordered(given_)
    assert sorted(place for group in groups for place in group) == list(range(len(given_)))
    for better, worse in pairwise(groups):
        assert all(parting(given_[one], given_[other]).one > parting(given_[one], given_[other]).other
                   for one in better for other in worse)  # fmt: skip


@given(profiles())
def test_majority_grade_is_the_lower_middle(profile: Profile) -> None:
    assert majority_grade(profile) == by_hand(profile)[0]


def test_nobody_judged() -> None:
    with pytest.raises(ValueError, match="without judgments"):
        majority_grade((0, 0))
    assert ordered([(0, 0), (1, 0), (0, 0)]) == ((1,), (0, 2))


def test_ten_billion_people_are_counted_to_the_last_one() -> None:
    many = 10**10
    close = (many // 2, many // 2 - 1, 1)
    closer = (many // 2, many // 2, 0)
    assert ordered([closer, close]) == ((1,), (0,))
    assert parting(closer, close) == (many - 1, 1, 2)


@pytest.mark.parametrize("number", range(5))
def test_published_tallies(number: int) -> None:
    """Mieux Voter's own assertions: large numbers, a default grade, unequal numbers of judgments."""
    tally = json.loads(shared("majority_judgment/mieuxvoter_assertions.json").read_text())[number]
    given_ = [tuple(one) for one in tally["tallies"]]
    if tally.get("mode") == "StaticDefault":
        given_ = [_filled(one, tally["participants"], tally["default"]) for one in given_]
    assert _ranks(given_) == tally["ranks"]


def test_published_tallies_of_unequal_numbers() -> None:
    """The fifth of them, which stands on its own: the same shares are equal, whatever the numbers."""
    assert _ranks([(2, 2, 2, 2, 2), (1, 1, 1, 1, 1), (0, 0, 5, 0, 0), (0, 2, 0, 2, 0), (1, 0, 0, 1, 1)]) == [
        3, 3, 2, 5, 1,
    ]  # fmt: skip


def _filled(profile: Profile, people: int, grade: int) -> Profile:
    return tuple(count + (people - sum(profile)) * (place == grade) for place, count in enumerate(profile))


def _ranks(given_: list[Profile]) -> list[int]:
    ranks, rank = [0] * len(given_), 1
    for group in ordered(given_):
        for place in group:
            ranks[place] = rank
        rank += len(group)
    return ranks
