"""Sortition: lots anyone can redo, places of women, men and strata, what keeps a lot from being drawn."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import Option
from collectif_cli.voting.explain import explain
from collectif_cli.voting.method import Poll
from collectif_cli.voting.methods import sortition
from collectif_cli.voting.outcome import Figures, Outcome, Verdict
from collectif_cli.voting.workings.drawn import Drawn
from tests.voting.elections import at, rule
from tests.voting.texts import result, tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: sortition, RULE, declined: DECLINED, seed_from: the lottery of 12 October}
electorate: {kind: present}
ballots: none
questions:
  - id: q
    title: Q
    options:
      - {id: ada, title: Ada, sex: F, stratum: north}
      - {id: bob, title: Bob, sex: M, stratum: north}
      - {id: eve, title: Eve, sex: F, stratum: south}
      - {id: dan, title: Dan, sex: M, stratum: south}
      - {id: zoe, title: Zoe, sex: F, stratum: north}
"""
OPEN = """drawn: 3-14-22
frozen:
  date: 2019-10-10
  rule: {method: sortition, RULE, declined: DECLINED, seed_from: the lottery of 12 October}
  electorate: {}
  digest: "sha256:aa"
"""


def vote(said: str, declined: str = "next", *, opened: bool = True) -> str:
    return (VOTE + OPEN * opened).replace("RULE", said).replace("DECLINED", declined)


def lot(id: str) -> str:
    return sha256(f"sha256:aa/3-14-22/q/{id}".encode()).hexdigest()


def in_order(*ids: str) -> list[str]:
    return sorted(ids, key=lot)


def test_the_smallest_lots_take_the_places() -> None:
    counted = result(vote("seats: 2"))
    drawn = in_order("ada", "bob", "eve", "dan", "zoe")[:2]
    assert counted.outcome.verdict is Verdict.ELECTED
    assert set(counted.outcome.options) == set(drawn)
    assert isinstance(counted.working, Drawn)
    (group,) = counted.working.groups
    assert group.lots == tuple((id, lot(id)) for id in in_order("ada", "bob", "eve", "dan", "zoe"))
    assert counted.margin is None


def test_places_of_women_and_men() -> None:
    chosen = set(result(vote("women: 1, men: 2")).outcome.options)
    assert chosen == {in_order("ada", "eve", "zoe")[0], "bob", "dan"}


def test_places_of_strata() -> None:
    chosen = set(result(vote("strata: {north: 2, south: 1}")).outcome.options)
    assert chosen == {*in_order("ada", "bob", "zoe")[:2], in_order("eve", "dan")[0]}


@pytest.mark.parametrize("declined", ["next", "empty"])
def test_the_next_lot_comes_up_or_the_place_stays_empty(declined: str) -> None:
    first, second, *_ = in_order("ada", "bob", "eve", "dan", "zoe")
    gone = f"""== programme/votes/v/rounds.yaml ==
rounds: [{{id: answers, kind: acceptance, moves: [{{kind: decline, name: {first}}}]}}]
"""
    counted = result(vote("seats: 1", declined) + gone)
    if declined == "next":
        assert counted.outcome == Outcome(Verdict.ELECTED, (second,))
    else:
        assert counted.outcome == Outcome(Verdict.UNDECIDED, because="all-declined")
    (other,) = counted.sensitivity
    assert other.outcome.differs_from(counted.outcome)


def test_the_sheet_says_how_to_redo_a_lot_by_hand() -> None:
    counted, _ = tallied(vote("seats: 2"))
    assert counted is not None
    first = in_order("ada", "bob", "eve", "dan", "zoe")[0]
    said = [step.typed for step in explain(counted, counted.questions[0], counted.results[0])]
    assert f"printf %s sha256:aa/3-14-22/q/{first} | sha256sum" in said


def fault(text: str) -> list[str]:
    counted, found = tallied(text)
    assert counted is None
    return [one.message.text for one in found]


def test_what_keeps_a_lot_from_being_drawn() -> None:
    never = vote("seats: 2", opened=False)
    assert fault(never) == ["this vote never opened: a lot is drawn from what its opening fixes"]
    waiting = vote("seats: 2").replace("drawn: 3-14-22\n", "")
    assert fault(waiting) == ["the draw that was announced is not written yet"]
    ballots = vote("seats: 2") + "== programme/votes/v/ballots.csv ==\nballot,q\n1,ada\n"
    assert fault(ballots) == ["lots are drawn among the options: there is nothing to count"]
    seed = vote('seats: 2, seed: "7"')
    assert fault(seed) == ["a seed that stands in the rule could be foreseen when the options are listed"]
    hidden = vote("seats: 2, disclose: outcome")
    assert fault(hidden) == ["a lot hides nothing: anyone may draw it again"]


def test_a_lot_is_not_sealed_and_breaks_no_ties() -> None:
    sealed = vote("seats: 2").replace("ballots: none", "ballots: sealed")
    assert fault(sealed) == ["a lot hides nothing: anyone may draw it again"]
    _, found = tallied(vote("seats: 2, ties: kept"))
    assert [one.hint.text for one in found if one.hint] == ["remove “ties”"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("women: 4, men: 1", "{n} person is listed where {places} are drawn ({group})"),
        ("strata: {north: 1}", "“{option}” is of none of the strata of the rule"),
        (
            "strata: {north: 1, south: 1}, women: 1, men: 1",
            "places are kept for each sex and for strata at once",
        ),
        (
            "strata: {north: 1, south: 1}, seats: 3",
            "{seats} are chosen in all, and places are kept for {kept}",
        ),
        ("women: 1", "the rule does not say how many men are chosen"),
        ("base: cast, seats: 1", "“{method}” makes nothing of “{key}”"),
    ],
)
def test_rules_that_cannot_be_followed(said: str, expected: str) -> None:
    assert expected in fault(vote(said))


@given(st.permutations(("ada", "bob", "eve", "dan")), st.integers(1, 4))
def test_neither_the_order_of_the_list_nor_the_others_change_a_lot(order: list[str], seats: int) -> None:
    """More places keep those drawn for fewer; the outcome stands in the order of the paper."""

    def drawn(ids: list[str], many: int) -> tuple[str, ...]:
        under = replace(rule("sortition"), seats=at(many), declined=at("next"), seed_from=at("s"))
        listed = tuple(Option(id=at(id), title=at(id)) for id in ids)
        of = Poll(
            question="q", options=tuple(ids), figures=Figures(), listed=listed, drawn_from="sha256:aa/1"
        )
        return sortition.count(of, under).outcome.options

    mine = drawn(order, seats)
    assert set(mine) == set(drawn(sorted(order), seats))
    assert mine == tuple(id for id in order if id in mine)
    assert set(drawn(order, max(seats - 1, 1))) <= set(mine)


@pytest.mark.parametrize(
    "said", ["quorum: {of: registered, at_least: 1/2}", "second_call: {after: 15 days, quorum: none}"]
)
def test_lots_have_no_quorum(said: str) -> None:
    assert fault(vote(f"seats: 2, {said}")) == ["lots have no quorum: nobody votes"]
