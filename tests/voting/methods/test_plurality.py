"""Plurality: the wordings vote of plenary 11, ties and what the rule makes of them, laws, votelib."""

import hashlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from votelib.evaluate.core import Plurality, Tie

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.method import Poll
from collectif_cli.voting.methods import plurality
from tests.voting.elections import IDS, plurality_rules, poll, polls, recast, rule
from tests.voting.texts import result

MOST = rule("plurality")


def test_wordings_of_the_eleventh_plenary() -> None:
    """
    == programme/votes/alimentation/vote.yaml ==
    title: Formulation
    rule: {method: plurality}
    electorate: {kind: present, present: 35, represented: 0}
    ballots: counts
    expected_ballots: 35
    questions:
      - id: formulation
        title: Quelle formulation ?
        options:
          - {id: soutenir, title: Soutenir la production alimentaire locale accessible à tous}
          - {id: autonomie, title: Autonomie}
          - {id: developper, title: Développer}
          - {id: relocaliser, title: Relocaliser}
          - {id: souverainete, title: Souveraineté}
    == programme/votes/alimentation/counts.yaml ==
    questions:
      formulation:
        options: {soutenir: 22, autonomie: 10, developper: 3, relocaliser: 0, souverainete: 0}
        blank: 0
        abstain: 0
        invalid: 0
    """
    counted = result(test_wordings_of_the_eleventh_plenary.__doc__ or "")
    assert counted.outcome == ("elected", ("soutenir",), "")
    assert [one.votes for one in counted.totals] == [22, 10, 3, 0, 0]
    assert counted.figures.cast == counted.figures.expressed == 35
    assert counted.margin is not None
    assert counted.margin.ballots == 6
    assert counted.margin.leads_to == ("tie", ("soutenir", "autonomie"), "")
    assert [(one.convention, one.value, one.outcome.options) for one in counted.sensitivity] == [
        ("absolute-majority", "expressed", ("soutenir",))
    ]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((1,), ("elected", ("a",))),
        ((0,), ("undecided", ())),
        ((0, 0, 0), ("undecided", ())),
        ((0, 1), ("elected", ("b",))),
        ((2, 1, 2), ("tie", ("a", "c"))),
        ((1, 1, 1, 1), ("tie", IDS)),
    ],
)
def test_most_votes(votes: tuple[int, ...], expected: tuple[str, tuple[str, ...]]) -> None:
    assert plurality.count(poll(votes), MOST).outcome[:2] == expected


def test_no_ballot_at_all_has_no_margin() -> None:
    counted = plurality.count(poll((0, 0)), MOST)
    assert counted.outcome == ("undecided", (), "nothing-expressed")
    assert counted.margin is not None
    assert (counted.margin.ballots, counted.margin.because) == (None, "never")


def test_threshold_not_met_leaves_it_undecided() -> None:
    counted = plurality.count(poll((5, 3, 2)), rule("plurality", base="expressed", threshold="> 1/2"))
    assert counted.outcome == ("undecided", (), "threshold")
    assert counted.margin is not None
    assert (counted.margin.ballots, counted.margin.leads_to) == (1, ("elected", ("a",), ""))


def test_tie_is_a_result_and_a_second_vote_follows_when_the_rule_says_so() -> None:
    kept = plurality.count(poll((4, 4, 1)), MOST)
    assert (kept.decision.ties[0].by, kept.decision.follows) == ("kept", "")
    again = plurality.count(poll((4, 4, 1)), rule("plurality", ties="second-vote"))
    assert again.outcome == kept.outcome == ("tie", ("a", "b"), "")
    assert again.decision.follows == "second-vote"


def test_lot_can_be_drawn_again_by_anyone() -> None:
    counted = plurality.count(poll((4, 4, 4)), rule("plurality", ties="lot", seed="7-12-31-40-44"))
    (tie,) = counted.decision.ties
    digests = {id: hashlib.sha256(f"7-12-31-40-44/q/{id}".encode()).hexdigest() for id in "abc"}
    assert tie.draws == tuple(sorted(digests.items(), key=lambda pair: pair[1]))
    assert counted.outcome.options == tie.chosen == (min(digests, key=digests.__getitem__),)


def test_seed_is_all_that_the_lot_hangs_on() -> None:
    """Over many seeds each of the tied is drawn about as often, and never one that is not tied."""
    drawn = [
        plurality.count(poll((3, 3, 1)), rule("plurality", ties="lot", seed=str(seed))).outcome.options[0]
        for seed in range(400)
    ]
    assert set(drawn) == {"a", "b"}
    assert 150 < drawn.count("a") < 250


@given(st.lists(st.integers(0, 30), min_size=1, max_size=4))
def test_votelib_finds_the_same(votes: list[int]) -> None:
    if not any(votes):
        return  # votelib elects somebody whom nobody voted for
    (found,) = Plurality().evaluate(dict(zip(IDS, votes, strict=False)), 1)
    expected = tuple(sorted(found)) if isinstance(found, Tie) else (found,)
    outcome = plurality.count(poll(votes), MOST).outcome
    assert outcome.options == expected
    assert outcome.verdict == ("tie" if isinstance(found, Tie) else "elected")


@given(polls(), plurality_rules)
def test_a_ballot_for_the_winner_keeps_it(of: Poll, under: DecisionRule) -> None:
    counted = plurality.count(of, under)
    silent = (of.figures.cast or 0) - (of.figures.expressed or 0)
    if counted.outcome.verdict != "elected" or silent == 0:
        return
    votes = [one.votes + (one.option in counted.outcome.options) for one in counted.totals]
    assert not plurality.count(recast(of, votes), under).outcome.differs_from(counted.outcome)


@given(polls(), st.permutations(range(3)))
def test_names_of_the_options_do_not_matter(of: Poll, order: list[int]) -> None:
    """Neutrality: the options exchanged, the outcome is exchanged with them."""
    votes = [one.votes for one in plurality.count(of, MOST).totals]
    order = [place for place in order if place < len(votes)]
    exchanged = poll([votes[place] for place in order])
    new_name = {IDS[place]: IDS[at] for at, place in enumerate(order)}
    before, after = plurality.count(of, MOST).outcome, plurality.count(exchanged, MOST).outcome
    assert after.verdict == before.verdict
    assert set(after.options) == {new_name[option] for option in before.options}


def test_quorum_is_asked_before_anything_else() -> None:
    under = rule("plurality", quorum=("present", Fraction(1, 2)))
    assert plurality.count(poll((2, 1), absent=4), under).outcome.verdict == "no-quorum"
    assert plurality.count(poll((2, 1), absent=2), under).outcome.verdict == "elected"
