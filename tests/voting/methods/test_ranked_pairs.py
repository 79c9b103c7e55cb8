"""Ranked pairs: which duels are kept, equal ones in every order or in that of a lot, the definition, laws."""

from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from collectif_cli.voting.by_duels import locked
from collectif_cli.voting.by_duels.worked import Duels, Pair
from collectif_cli.voting.method import Poll
from collectif_cli.voting.methods import ranked_pairs
from collectif_cli.voting.outcome import Verdict
from tests.voting import by_definition
from tests.voting.rankings import orders, poll_of, polls_by_rank, ranked_rule, with_twins

RULE = ranked_rule("ranked-pairs")
# en.wikipedia.org/wiki/Ranked_pairs: the capital of Tennessee; and a circle of three whose weakest duel goes.
TENNESSEE = {"m>n>c>k": 42, "n>c>k>m": 26, "c>k>n>m": 15, "k>c>n>m": 17}
CIRCLE = {"a>b>c": 7, "b>c>a": 6, "c>a>b": 4}


def pairs(poll: Poll) -> list[Pair]:
    working = ranked_pairs.count(poll, RULE).working
    assert isinstance(working, Duels)
    return list(working.pairs)


def test_capital_of_tennessee() -> None:
    counted = ranked_pairs.count(orders(TENNESSEE, "mnck"), RULE)
    assert counted.outcome == (Verdict.ELECTED, ("n",), "")
    assert counted.ranking == (("n",), ("c",), ("k",), ("m",))
    assert {one.kept for one in pairs(orders(TENNESSEE, "mnck"))} == {"yes"}


def test_duel_that_closes_a_circle_is_left_aside() -> None:
    """a beats b 11 to 6 and b beats c 13 to 4; c beats a 10 to 7 only."""
    found = pairs(orders(CIRCLE, "abc"))
    assert [(one.winner, one.loser, one.votes, one.against, one.kept) for one in found] == [
        ("b", "c", 13, 4, "yes"),
        ("a", "b", 11, 6, "yes"),
        ("c", "a", 10, 7, "no"),
    ]
    assert found[2].route == ("a", "b", "c")
    assert ranked_pairs.count(orders(CIRCLE, "abc"), RULE).outcome.options == ("a",)


def test_strength_can_choose_the_winner() -> None:
    """a beats b 7 to 6, b beats c 6 to 4, c beats a 8 to 3: by margins the first duel is the weakest."""
    of = orders({"a": 3, "b": 2, "c>a": 4, "b>c": 4}, "abc")
    assert ranked_pairs.count(of, RULE).outcome.options == ("b",)
    by_votes = ranked_pairs.count(of, ranked_rule("ranked-pairs", strength="winning-votes"))
    assert by_votes.outcome.options == ("c",)
    assert {(one.convention, one.value): one.outcome.options for one in by_votes.sensitivity} == {
        ("strength", "margins"): ("b",),
        ("unranked", "ignored"): ("b",),
        ("unranked", "refused"): (),
    }


@pytest.mark.parametrize("measure", ["winning-votes", "margins"])
@given(of=polls_by_rank("abcd", most=6))
def test_winners_are_those_of_every_order(measure: str, of: Poll) -> None:
    matrix = by_definition.duels(of.marks, of.options)
    assume(of.marks)
    counted = ranked_pairs.count(of, ranked_rule("ranked-pairs", strength=measure))
    expected = by_definition.ranked_pairs(matrix, measure)
    assert counted.outcome.options == tuple("abcd"[place] for place in sorted(expected))
    assert isinstance(counted.working, Duels)
    assert counted.working.complete
    if counted.ranking:
        assert counted.ranking[0] == counted.outcome.options
    else:
        assert "depends" in {one.kept for one in counted.working.pairs}


def test_equal_duels_whose_order_matters_make_a_tie() -> None:
    of = orders({"a>b>c": 1, "b>c>a": 1, "c>a>b": 1}, "abc")
    counted = ranked_pairs.count(of, RULE)
    assert counted.outcome == (Verdict.TIE, ("a", "b", "c"), "")
    assert counted.ranking == ()
    assert [one.kept for one in pairs(of)] == ["depends"] * 3


def test_lot_puts_equal_duels_in_an_order_that_anyone_can_draw_again() -> None:
    of = orders({"a>b>c": 1, "b>c>a": 1, "c>a>b": 1}, "abc")
    counted = ranked_pairs.count(of, ranked_rule("ranked-pairs", ties="lot", seed="7-12-31"))
    digests = sorted(
        (sha256(f"7-12-31/q/{one}/{other}".encode()).hexdigest(), one, other)
        for one, other in ("ab", "bc", "ca")
    )
    assert isinstance(counted.working, Duels)
    assert [(one.digest, one.winner, one.loser) for one in counted.working.pairs] == digests
    assert [one.kept for one in counted.working.pairs] == ["yes", "yes", "no"]
    # The duel taken last would close the circle: the option that it would have beaten wins.
    assert counted.outcome == (Verdict.ELECTED, (digests[2][2],), "")
    (kept,) = (one.outcome for one in counted.sensitivity if one.convention == "ties")
    assert kept == (Verdict.TIE, ("a", "b", "c"), "")


@given(of=polls_by_rank("abcd", most=6), seed=st.text("0123456789", min_size=1, max_size=6))
def test_lot_takes_one_of_those_who_can_win(of: Poll, seed: str) -> None:
    assume(of.marks)
    kept = ranked_pairs.count(of, RULE).outcome
    drawn = ranked_pairs.count(of, ranked_rule("ranked-pairs", ties="lot", seed=seed)).outcome
    assert drawn.verdict is Verdict.ELECTED
    assert set(drawn.options) <= set(kept.options)


@given(of=polls_by_rank("abc", most=8, strict=True, whole=True), copies=with_twins)
def test_a_twin_takes_nothing_from_the_others(of: Poll, copies: list[str]) -> None:
    """Clones (Tideman 1987): with a twin of c beside it, the winners among the others stay."""
    assume(of.marks)
    twins = [
        (tuple((option, 1 + text.index(option)) for option in "abce"), number)
        for (mark, number), copy in zip(of.marks, copies, strict=False)
        for text in ["".join(option for option, _ in sorted(mark, key=lambda one: one[1])).replace("c", copy)]
    ]
    without = ranked_pairs.count(poll_of(of.marks[: len(twins)], "abc"), RULE).outcome.options
    having = ranked_pairs.count(poll_of(twins, "abce"), RULE).outcome.options
    assert set(without) - {"c"} == set(having) - {"c", "e"}
    assert ("c" in without) == bool({"c", "e"} & set(having))


def test_too_many_orders_are_said_to_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tie is then between all options that no stronger duel surely beats, and the working says so."""
    monkeypatch.setattr(locked, "_MOST_STATES", 3)
    of = orders({"a>b>c>d>e": 1, "b>c>d>e>a": 1, "c>d>e>a>b": 1, "d>e>a>b>c": 1, "e>a>b>c>d": 1}, "abcde")
    counted = ranked_pairs.count(of, RULE)
    assert counted.outcome == (Verdict.TIE, tuple("abcde"), "")
    assert isinstance(counted.working, Duels)
    assert not counted.working.complete
    assert {one.kept for one in counted.working.pairs} == {"depends"}


def test_what_the_rule_must_declare() -> None:
    assert ranked_pairs.needs(RULE) == ("strength", "ties", "unranked", "equal_ranks")
    lot = ranked_rule("ranked-pairs", ties="lot")
    assert ranked_pairs.needs(lot) == ("strength", "ties", "unranked", "equal_ranks", "seed")
