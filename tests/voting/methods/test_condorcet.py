"""Condorcet: the option that wins all its duels, or none and the smallest group that beats the rest."""

from hypothesis import given

from collectif_cli.model.noun import replace
from collectif_cli.render.language import language
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.explain import explain
from collectif_cli.voting.method import Poll
from collectif_cli.voting.methods import condorcet
from collectif_cli.voting.outcome import Verdict
from tests.voting import by_definition
from tests.voting.elections import at
from tests.voting.rankings import orders, polls_by_rank, ranked_rule
from tests.voting.texts import result, tallied

RULE = ranked_rule("condorcet")
# rangevoting.org/Burlington.html: the mayor of Burlington, 2009, the three who had most first places.
BURLINGTON = {
    "m>k>w": 1332,
    "m>w>k": 767,
    "m": 455,
    "k>m>w": 2043,
    "k>w>m": 371,
    "k": 568,
    "w>m>k": 1513,
    "w>k>m": 495,
    "w": 1289,
}
CIRCLE = {"a>b>c": 4, "b>c>a": 3, "c>a>b": 2}


def test_mayor_of_burlington() -> None:
    counted = condorcet.count(orders(BURLINGTON, "kmw"), RULE)
    assert counted.outcome == (Verdict.ELECTED, ("m",), "")
    assert isinstance(counted.working, Duels)
    assert (counted.working.winner, counted.working.smith) == ("m", ("m",))


def test_circle_decides_nothing_and_shows_who_is_in_it() -> None:
    counted = condorcet.count(orders({f"{text}>d": n for text, n in CIRCLE.items()}, "abcd"), RULE)
    assert counted.outcome == (Verdict.UNDECIDED, (), "no-condorcet-winner")
    assert isinstance(counted.working, Duels)
    assert (counted.working.winner, counted.working.smith) == ("", ("a", "b", "c"))


def test_equal_duels_are_won_by_neither() -> None:
    counted = condorcet.count(orders({"a>b>c": 1, "b>a>c": 1}, "abc"), RULE)
    assert counted.outcome.because == "no-condorcet-winner"
    assert isinstance(counted.working, Duels)
    assert counted.working.smith == ("a", "b")


def test_nobody_ranks_anything() -> None:
    counted = condorcet.count(orders({}, "abc", blank=2), RULE)
    assert counted.outcome == (Verdict.UNDECIDED, (), "nothing-expressed")
    assert counted.margin == (1, (Verdict.ELECTED, ("a",), ""), "", 0, None)
    never = condorcet.count(orders({}, "abc"), RULE)
    assert never.margin is not None
    assert never.margin.because == "never"


def test_one_option_and_one_ballot() -> None:
    counted = condorcet.count(orders({"a": 1}, "a"), RULE)
    assert counted.outcome == (Verdict.ELECTED, ("a",), "")
    assert counted.margin == (1, (Verdict.UNDECIDED, (), "nothing-expressed"), "", 0, None)


@given(of=polls_by_rank("abcd"))
def test_winner_is_that_of_the_definition(of: Poll) -> None:
    for unranked in ("last", "ignored"):
        matrix = by_definition.duels(of.marks, of.options, unranked)
        expected = {"abcd"[place] for place in by_definition.condorcet(matrix)} if of.marks else set()
        found = condorcet.count(of, ranked_rule("condorcet", unranked=unranked)).outcome.options
        assert set(found) == expected


def test_other_conventions_are_tried_on_the_ballots_they_touch() -> None:
    """Three leave b and c without a rank; one of them would be set aside if all had to be ranked."""
    of = orders({"a": 3, "b>c>a": 2, "c=b>a": 2}, "abc")
    counted = condorcet.count(of, RULE)
    assert {(one.convention, one.value): one.outcome.options for one in counted.sensitivity} == {
        ("unranked", "ignored"): ("b",),
        ("unranked", "refused"): ("b",),
        ("equal_ranks", "refused"): ("a",),
    }
    assert counted.outcome.options == ("b",)
    whole = condorcet.count(orders({"a>b": 2}, "ab"), RULE)
    assert whole.sensitivity == ()


def test_rule_that_takes_over_is_named() -> None:
    counted, findings = tallied(VOTE)
    assert counted is not None, findings
    steps = explain(counted, counted.questions[0], counted.results[0])
    (details,) = (
        [language("en").say(line) for line in step.details]
        for step in steps
        if step.said.text.startswith("The outcome")
    )
    assert details == ["No option wins all its duels.", "The rule “suite” then takes over."]


VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: condorcet, unranked: last, equal_ranks: refused, fallback: suite}
electorate: {kind: roll, registered: 9}
ballots: anonymous
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]
== programme/votes/v/ballots.csv ==
ballot,q.a,q.b,q.c
1,1,2,3
2,3,1,2
3,2,3,1
4,1,1,2
5,x,1,2
6,,,
7,1 2,,
"""


def test_ballots_set_aside_say_why() -> None:
    found = result(VOTE)
    assert [(one.ballot, one.reason) for one in found.set_aside] == [
        ("4", "equal-ranks"),
        ("5", "not-a-rank"),
        ("7", "several-ranks"),
    ]
    assert (found.figures.expressed, found.figures.blank, found.figures.invalid) == (3, 1, 3)
    # If equal ranks were allowed the fourth would count again, and the circle would stay one.
    (allowed,) = (one for one in found.sensitivity if one.convention == "equal_ranks")
    assert (allowed.value, allowed.outcome.because) == ("allowed", "no-condorcet-winner")


def test_ties_can_only_be_kept() -> None:
    assert condorcet.tie_breaks == ("kept",)
    counted = condorcet.count(orders({"a>b": 1}, "ab"), replace(RULE, ties=at("kept")))
    assert counted.outcome.options == ("a",)
