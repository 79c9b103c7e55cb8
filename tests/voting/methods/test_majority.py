"""Majority: thresholds at the edge, every base, blank ballots and abstentions, laws, votelib."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from votelib.evaluate.threshold import RelativeThreshold

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.method import Poll
from collectif_cli.voting.methods import majority
from tests.voting.elections import TWO, majority_rules, poll, polls, recast, rule
from tests.voting.texts import result, tallied

numbers = st.integers(0, 40)


def verdict(votes: tuple[int, int], base: str, threshold: str, **others: int) -> str:
    return majority.count(
        poll(votes, options=TWO, **others), rule("majority", base=base, threshold=threshold)
    ).outcome.verdict


@pytest.mark.parametrize(
    ("votes", "threshold", "expected"),
    [
        ((10, 10), "> 1/2", "rejected"),
        ((10, 10), ">= 1/2", "adopted"),
        ((11, 10), "> 1/2", "adopted"),
        ((20, 10), "> 2/3", "rejected"),
        ((20, 10), ">= 2/3", "adopted"),
        ((19, 10), ">= 2/3", "rejected"),
        ((1, 0), "> 1/2", "adopted"),
        ((0, 1), "> 1/2", "rejected"),
        ((0, 0), "> 1/2", "undecided"),
        ((3, 0), "> 1/1", "rejected"),
        ((3, 0), ">= 1/1", "adopted"),
    ],
)
def test_threshold_at_its_edge(votes: tuple[int, int], threshold: str, expected: str) -> None:
    assert verdict(votes, "expressed", threshold) == expected


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("expressed", "adopted"),  # 11 of 20
        ("cast", "adopted"),  # 11 of 21
        ("present", "rejected"),  # 11 of 22
        ("present-and-represented", "rejected"),  # 11 of 23
        ("registered", "rejected"),  # 11 of 24
    ],
)
def test_base_decides(base: str, expected: str) -> None:
    assert verdict((11, 9), base, "> 1/2", blank=1, absent=1) == expected


def test_all_blank_is_undecided_where_only_votes_expressed_count() -> None:
    assert verdict((0, 0), "expressed", "> 1/2", blank=9) == "undecided"
    assert verdict((0, 0), "cast", "> 1/2", blank=9) == "rejected"


def test_other_conventions_are_told_when_they_are_others() -> None:
    counted = majority.count(
        poll((11, 10), options=TWO, blank=2, absent=1), rule("majority", base="expressed", threshold="> 1/2")
    )
    assert [(one.convention, one.value, one.outcome.verdict.value) for one in counted.sensitivity] == [
        ("base", "cast", "rejected"),  # 11 of 23
        ("base", "present", "rejected"),
        ("base", "present-and-represented", "rejected"),
        ("base", "registered", "rejected"),
        ("threshold", ">= 1/2", "adopted"),
    ]


def test_quorum_not_reached_leads_to_the_second_call() -> None:
    """
    == programme/votes/statuts/vote.yaml ==
    title: Statuts
    rule:
      method: majority
      base: present-and-represented
      threshold: ">= 2/3"
      quorum: {of: registered, at_least: "1/2"}
      second_call: {after: 15 days, quorum: none}
    electorate: {kind: present, present: 40, represented: 9, registered: 100}
    ballots: counts
    questions: [{id: statuts, title: "Adopter les statuts ?"}]
    == programme/votes/statuts/counts.yaml ==
    cast: 49
    questions: {statuts: {options: {pour: 40, contre: 9}}}
    """
    counted = result(test_quorum_not_reached_leads_to_the_second_call.__doc__ or "")
    assert counted.outcome.verdict == "no-quorum"
    assert counted.decision.follows == "second-call"
    assert counted.decision.quorum is not None
    assert (counted.decision.quorum.part, counted.decision.quorum.needed) == (49, 50)
    assert ("quorum", "none", "adopted") in [
        (one.convention, one.value, one.outcome.verdict.value) for one in counted.sensitivity
    ]


def test_ballots_are_read_in_both_languages() -> None:
    """
    == programme/votes/bus/vote.yaml ==
    title: Bus
    rule: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
    electorate: {kind: roll, registered: 10}
    ballots: anonymous
    expected_ballots: 8
    questions: [{id: bus, title: "Des bus le soir ?"}]
    == programme/votes/bus/ballots.csv ==
    ballot;bus
    1;for
    2;Pour
    3;POUR
    4;contre
    5;abstention
    6;
    7;pour contre
    8;peut-être
    """
    counted = result(test_ballots_are_read_in_both_languages.__doc__ or "")
    figures = counted.figures
    assert [one.votes for one in counted.totals] == [3, 1]
    assert (figures.cast, figures.expressed, figures.abstain, figures.blank, figures.invalid) == (
        8,
        4,
        1,
        1,
        2,
    )
    assert [(one.ballot, one.reason) for one in counted.set_aside] == [
        ("7", "several-options"),
        ("8", "unknown-option"),
    ]
    assert counted.set_aside[1].span == ("programme/votes/bus/ballots.csv", 9, 3, 9)


def test_abstention_is_only_for_papers_that_offer_it() -> None:
    """
    == programme/votes/bus/vote.yaml ==
    title: Bus
    rule: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
    electorate: {kind: present, present: 3, represented: 0}
    ballots: anonymous
    questions:
      - {id: bus, title: "Des bus le soir ?", options: [{id: pour, title: Oui}, {id: contre, title: Non}]}
    == programme/votes/bus/ballots.csv ==
    ballot,bus
    1,pour
    2,abstention
    """
    counted = result(test_abstention_is_only_for_papers_that_offer_it.__doc__ or "")
    assert (counted.figures.abstain, counted.figures.invalid) == (0, 1)
    assert counted.outcome.verdict == "adopted"


@pytest.mark.parametrize(
    ("votes", "expected"), [((6, 3, 2), "elected"), ((5, 3, 2), "undecided"), ((0, 0, 0), "undecided")]
)
def test_other_options_ask_for_an_absolute_majority(votes: tuple[int, ...], expected: str) -> None:
    counted = majority.count(poll(votes), rule("majority", base="expressed", threshold="> 1/2"))
    assert counted.outcome.verdict == expected


def test_several_texts_on_one_paper_are_several_questions() -> None:
    """
    == programme/votes/bus/vote.yaml ==
    title: Bus
    rule: {method: majority, base: expressed, threshold: "> 1/2", quorum: none}
    electorate: {kind: present, present: 3, represented: 0}
    ballots: anonymous
    questions: [{id: soir, title: "Le soir ?"}, {id: nuit, title: "La nuit ?"}]
    == programme/votes/bus/ballots.csv ==
    ballot,nuit,soir
    1,contre,pour
    2,pour,pour
    3,contre,
    """
    counted, _ = tallied(test_several_texts_on_one_paper_are_several_questions.__doc__ or "")
    assert counted is not None
    assert [(one.question, one.outcome.verdict.value) for one in counted.results] == [
        ("soir", "adopted"),
        ("nuit", "rejected"),
    ]


@given(numbers, numbers, st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(2, 3)]))
def test_votelib_finds_the_same(votes_for: int, against: int, share: Fraction) -> None:
    if votes_for + against == 0:
        return  # votelib divides by it
    votes = {"for": votes_for, "against": against}
    strictly = RelativeThreshold(share, accept_equal=False).evaluate(votes)
    assert (verdict((votes_for, against), "expressed", f"> {share}") == "adopted") == ("for" in strictly)
    # At least so much for is not more than the rest against.
    against_too_many = RelativeThreshold(1 - share, accept_equal=False).evaluate(votes)
    at_least = verdict((votes_for, against), "expressed", f">= {share}")
    assert (at_least == "adopted") == ("against" not in against_too_many)


@given(polls(options=TWO), majority_rules)
def test_a_vote_against_that_turns_for_never_harms(of: Poll, under: DecisionRule) -> None:
    votes = [one.votes for one in majority.count(of, under).totals]
    if votes[1] and majority.count(of, under).outcome.verdict == "adopted":
        turned = recast(of, (votes[0] + 1, votes[1] - 1))
        assert majority.count(turned, under).outcome.verdict == "adopted"


@given(numbers, numbers)
def test_half_and_its_mirror_never_both_win(one: int, other: int) -> None:
    """Neutrality: for and against exchanged, at most one of the two texts is adopted by more than half."""
    both = {verdict((one, other), "expressed", "> 1/2"), verdict((other, one), "expressed", "> 1/2")}
    if one == other:
        assert both == ({"rejected"} if one else {"undecided"})
    else:
        assert both == {"adopted", "rejected"}
