"""The option that the others must beat: who is dropped, by which majority, at which quorum."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.outcome import Result, Verdict
from tests.voting.rankings import orders, ranked_rule
from tests.voting.texts import findings, result

DUELS = ("condorcet", "schulze", "ranked-pairs")


def dropped(counted: Result) -> dict[str, str]:
    assert isinstance(counted.working, Duels)
    return {one.option: one.because for one in counted.working.against if one.because}


@pytest.mark.parametrize("slug", DUELS)
def test_option_that_does_not_beat_the_default_one_is_dropped(slug: str) -> None:
    """a beats b 5 to 4 and “nota” 5 to 4, which is no majority of two thirds; all place b before “nota”."""
    of = orders({"a>b>nota": 5, "b>nota>a": 4}, ("a", "b", "nota"))
    assert METHODS[slug].count(of, ranked_rule(slug)).outcome.options == ("a",)
    counted = METHODS[slug].count(of, ranked_rule(slug, default_option="nota", beats="> 2/3"))
    assert dropped(counted) == {"a": "beats"}
    assert counted.outcome == (Verdict.ELECTED, ("b",), "")
    assert ("default_option", "none", ("a",)) in [
        (one.convention, one.value, one.outcome.options) for one in counted.sensitivity
    ]


@pytest.mark.parametrize(
    ("before", "after", "beats", "stays"),
    [
        (3, 3, "> 1/2", False),
        (4, 3, "> 1/2", True),
        (3, 3, ">= 1/2", True),
        (9, 3, "> 3/4", False),  # A.6.3: strictly more than 3 times as many
        (10, 3, "> 3/4", True),
        (9, 3, ">= 3/4", True),
        (0, 0, ">= 1/2", False),
    ],
)
def test_majority_over_the_default_one(before: int, after: int, beats: str, *, stays: bool) -> None:
    of = orders({"a>z": before, "z>a": after, "a=z": 1}, "az")
    counted = METHODS["schulze"].count(of, ranked_rule("schulze", default_option="z", beats=beats))
    assert dropped(counted) == ({} if stays else {"a": "beats"})
    assert ("a" in counted.outcome.options) == stays


@given(st.integers(0, 12), st.integers(0, 12), st.integers(1, 5))
def test_ratio_of_the_constitution_is_a_share(before: int, after: int, ratio: int) -> None:
    """A.6.3: A defeats D by a majority ratio N if V(A,D) is strictly greater than N times V(D,A)."""
    of = orders({"a>z": before, "z>a": after, "a=z": 1}, "az")
    beats = f"> {Fraction(ratio, ratio + 1)}"
    counted = METHODS["condorcet"].count(of, ranked_rule("condorcet", default_option="z", beats=beats))
    assert dropped(counted) == ({} if before > ratio * after else {"a": "beats"})


def test_quorum_in_a_number_is_asked_of_each_option() -> None:
    """A.6.2: five put b before “nota” and three after it; it takes six."""
    of = orders({"a>b>nota": 5, "a>nota>b": 3}, ("a", "b", "nota"))
    rule = ranked_rule("schulze", default_option="nota", beats="> 1/2", quorum=Fraction(6))
    counted = METHODS["schulze"].count(of, rule)
    assert dropped(counted) == {"b": "quorum"}
    assert counted.outcome.options == ("a",)
    share = ranked_rule("schulze", default_option="nota", beats="> 1/2", quorum=Fraction(1, 2))
    assert dropped(METHODS["schulze"].count(of, share)) == {}


def test_quorum_that_fails_comes_before_all() -> None:
    of = orders({"a>b": 2}, "ab", absent=9)
    counted = METHODS["schulze"].count(of, ranked_rule("schulze", quorum=Fraction(6)))
    assert counted.outcome.verdict is Verdict.NO_QUORUM
    assert counted.margin is not None
    assert (counted.margin.because, counted.margin.missing) == ("quorum", 4)
    assert [(one.convention, one.outcome.options) for one in counted.sensitivity if one.value == "none"] == [
        ("quorum", ("a",))
    ]


def test_none_is_no_option() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: V
    rule: {method: condorcet, unranked: last, equal_ranks: allowed, default_option: none}
    electorate: {kind: roll, registered: 9}
    ballots: anonymous
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: none, title: Aucune}]}]
    == programme/votes/v/ballots.csv ==
    ballot,q.a,q.none
    1,1,2
    """
    text = test_none_is_no_option.__doc__ or ""
    assert findings(test_none_is_no_option) == [
        "vote.yaml:2:81 “none” says that no option has to be beaten, and an option has that id"
    ]
    assert result(text.replace("none, title", "b, title").replace("q.none", "q.b")).outcome.options == ("a",)


def test_default_option_is_one_of_the_question() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: V
    rule: {method: schulze, strength: margins, unranked: last, equal_ranks: allowed, default_option: rouvri}
    electorate: {kind: roll, registered: 9}
    ballots: anonymous
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: rouvrir, title: Rouvrir le débat}]}]
    == programme/votes/v/ballots.csv ==
    ballot,q.a,q.rouvrir
    1,1,2
    """
    assert findings(test_default_option_is_one_of_the_question) == [
        "vote.yaml:2:7 the rule does not say by how much an option must beat the default one",
        "vote.yaml:2:98 “rouvri”, which the others must beat, is not an option of “q”",
    ]
