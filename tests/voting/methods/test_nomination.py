"""Nomination: papers with defects, places of each sex, ties, those who decline, sums, margins tried out."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Option
from collectif_cli.voting.explain import explain
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import nomination
from collectif_cli.voting.names_written import names_refusal
from collectif_cli.voting.outcome import Figures, Margin, Outcome, Verdict
from collectif_cli.voting.sealing import sealed
from collectif_cli.voting.workings.named import Named
from tests.voting.changes import assert_margin_is_true
from tests.voting.elections import at, rule
from tests.voting.texts import findings, result, tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: nomination, women: 1, men: 1, most_names: 3, RULE}
electorate: {kind: roll, registered: 20}
ballots: anonymous
questions:
  - id: q
    title: Q
    options:
      - {id: zoe, title: Épine, sex: F}
      - {id: ada, title: Érable, sex: F}
      - {id: bob, title: Aulne, sex: M}
      - {id: dan, title: Bouleau, sex: M}
== programme/votes/v/ballots.csv ==
ballot,q.zoe,q.ada,q.bob,q.dan,q.*
"""
PAPERS = "1,1,,1,,\n2,x,,,1,\n3,1,1,,1,\n4,,,,,\n"
RULE = "defects: skip, declined: next"
DECLINE = """== programme/votes/v/rounds.yaml ==
rounds:
  - {id: answers, kind: acceptance, moves: [{kind: accept, name: dan}, {kind: decline, name: WHO}]}
"""


def test_each_sex_has_its_places_told_in_alphabetical_order() -> None:
    """Bouleau before Épine, though she was named more often: the order says nothing."""
    counted = result(VOTE.replace("RULE", RULE) + PAPERS)
    assert counted.outcome == Outcome(Verdict.ELECTED, ("dan", "zoe"))
    assert isinstance(counted.working, Named)
    women, men = counted.working.groups
    assert women.named == (("zoe", 3), ("ada", 1))
    assert men.named == (("dan", 2), ("bob", 1))
    assert (counted.figures.expressed, counted.figures.blank) == (3, 1)


@pytest.mark.parametrize(
    ("paper", "under", "reason"),
    [
        ("1,1,1,1,1,", "skip", "too-many-names"),
        ("1,1,1,1,,1", "skip", "too-many-names"),
        ("1,2,1,1,,", "skip", ""),
        ("1,2,,,,", "invalid", "name-twice"),
        ("1,1,,,,1", "skip", ""),
        ("1,1,,,,1", "invalid", "unlisted-name"),
        ("1,1,,,,?", "skip", "not-a-number"),
    ],
)
def test_what_a_paper_may_hold(paper: str, under: str, reason: str) -> None:
    counted = result(VOTE.replace("RULE", f"defects: {under}, declined: next") + paper + "\n2,1,,1,,\n")
    assert [one.reason for one in counted.set_aside] == ([reason] if reason else [])


def test_the_other_convention_on_defects_is_told() -> None:
    papers = "1,,2,1,,\n2,,1,1,,1\n3,1,,1,,\n"
    for under, other, theirs in (("skip", "invalid", "zoe"), ("invalid", "skip", "ada")):
        counted = result(VOTE.replace("RULE", f"defects: {under}, declined: next") + papers)
        (one,) = counted.sensitivity
        assert (one.convention, one.value) == ("defects", other)
        assert one.outcome.options == ("bob", theirs)


def test_a_tie_is_of_one_sex_and_is_kept_or_drawn() -> None:
    papers = "1,1,,1,,\n2,,1,1,,\n"
    kept = result(VOTE.replace("RULE", RULE) + papers)
    assert kept.outcome == Outcome(Verdict.TIE, ("zoe", "ada"))
    assert kept.margin is not None
    assert kept.margin.ballots == 1
    (tie,) = kept.decision.ties
    assert (tie.options, tie.by) == (("zoe", "ada"), "kept")
    again = result(VOTE.replace("RULE", f"{RULE}, ties: second-vote") + papers)
    assert again.decision.follows == "second-vote"
    drawn = result(VOTE.replace("RULE", f'{RULE}, ties: lot, seed: "3-5"') + papers)
    (tie,) = drawn.decision.ties
    assert tie.chosen == (tie.draws[0][0],)
    assert set(drawn.outcome.options) == {"bob", *tie.chosen}
    assert [(one.convention, one.value) for one in drawn.sensitivity] == [("ties", "kept")]


@pytest.mark.parametrize(("declined", "expected"), [("next", ("dan", "ada")), ("empty", ("dan",))])
def test_somebody_declines(declined: str, expected: tuple[str, ...]) -> None:
    text = VOTE.replace("RULE", f"defects: skip, declined: {declined}") + PAPERS
    counted = result(text + DECLINE.replace("WHO", "zoe"))
    assert counted.outcome == Outcome(Verdict.ELECTED, expected)
    assert [(one.convention, one.outcome.options) for one in counted.sensitivity] == [
        ("declined", ("dan",) if declined == "next" else ("dan", "ada"))
    ]


TWO = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: nomination, seats: 1, most_names: 1, defects: skip, declined: next}
electorate: {kind: roll, registered: 20}
ballots: anonymous
questions:
  - {id: chair, title: Chair, options: [{id: ada, title: Ada}, {id: bob, title: Bob}]}
  - {id: purse, title: Purse, options: [{id: ada, title: Ada}, {id: eve, title: Eve}]}
== programme/votes/v/ballots.csv ==
ballot,chair.ada,chair.bob,chair.*,purse.ada,purse.eve,purse.*
1,1,,,1,,
2,,1,,1,,
3,1,,,,1,
== programme/votes/v/rounds.yaml ==
rounds: [{id: answers, kind: acceptance, QUESTION moves: [{kind: decline, name: ada}]}]
"""


def test_somebody_who_declines_one_place_keeps_the_other() -> None:
    counted, found = tallied(TWO.replace("QUESTION", "question: chair,"))
    assert counted is not None, found
    assert [one.outcome.options for one in counted.results] == [("bob",), ("ada",)]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "the round “{round}” does not say which question it is about"),
        ("question: chiar,", "the vote has no question “{id}”"),
    ],
)
def test_which_place_is_declined_must_be_known(question: str, said: str) -> None:
    counted, (one,) = tallied(TWO.replace("QUESTION", question))
    assert (counted, one.message.text) == (None, said)


def test_nobody_is_designated_for_want_of_a_quorum() -> None:
    quorum = "quorum: {of: registered, at_least: 1/1}, "
    counted, _ = tallied(VOTE.replace("RULE", quorum + RULE) + PAPERS)
    assert counted is not None
    (only,) = counted.results
    assert isinstance(only.working, Named)
    assert [one.chosen for one in only.working.groups] == [(), ()]
    told = [step.said.text for step in explain(counted, counted.questions[0], only)]
    assert not any("are designated" in one for one in told)


def test_who_declines_is_on_the_list() -> None:
    counted, found = tallied(VOTE.replace("RULE", RULE) + PAPERS + DECLINE.replace("WHO", "zo"))
    assert counted is None
    assert [one.message.text for one in found] == ["“{cell}” is none of the options"]


def test_what_must_be_declared() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: V
    rule: {method: nomination, women: 1, seats: 2}
    electorate: {kind: roll, registered: 20}
    ballots: anonymous
    questions: [{id: q, title: Q, options: [{id: a, title: Aulne}]}]
    == programme/votes/v/ballots.csv ==
    ballot,q.a,q.*
    1,1,
    """
    assert findings(test_what_must_be_declared) == [
        "vote.yaml:2:7 the rule does not say how many men are chosen",
        "vote.yaml:2:7 the rule does not say how many names one may write",
        "vote.yaml:2:7 the rule does not say what becomes of a defect of the paper: "
        "a skipped rank, a name twice…",
        "vote.yaml:2:7 the rule does not say what becomes of the place of somebody who declines",
        "vote.yaml:2:45 2 are chosen in all, and places are kept for 1",
        "vote.yaml:5:46 nothing says whether “Aulne” is a woman or a man",
    ]


def test_counts_of_papers_that_are_not_kept() -> None:
    head = (
        VOTE.replace("RULE", RULE).replace("anonymous", "counts").partition("== programme/votes/v/ballots")[0]
    )
    hands = "cast: 9\nquestions: {q: {options: {zoe: 7, ada: 2, bob: 5, dan: 4}, blank: 0, invalid: 0}}\n"
    counted = result(f"{head}== programme/votes/v/counts.yaml ==\n{hands}")
    assert counted.outcome.options == ("bob", "zoe")
    assert counted.margin == Margin(because="sums", at_least=1)
    far = result(f"{head}== programme/votes/v/counts.yaml ==\n{hands.replace('dan: 4', 'dan: 1')}")
    assert far.margin == Margin(because="sums", at_least=2)
    many, found = tallied(f"{head}== programme/votes/v/counts.yaml ==\n{hands.replace('cast: 9', 'cast: 5')}")
    assert many is None
    assert "“{option}” has more than all who voted could give" in [one.message.text for one in found]
    names = head.replace("most_names: 3", "most_names: 1")
    many, found = tallied(f"{names}== programme/votes/v/counts.yaml ==\n{hands}")
    assert many is None
    assert [one.message.text for one in found] == [
        "{n} name is counted in all, where {most} could be written"
    ]


def test_a_rule_that_keeps_no_place() -> None:
    none = VOTE.replace("women: 1, men: 1", "women: 0, men: 0").replace("RULE", RULE) + PAPERS
    counted, found = tallied(none)
    assert counted is None
    assert [one.message.text for one in found] == ["at least one is chosen"]


def test_sealed_only_the_names_are_told() -> None:
    counted, _ = tallied(VOTE.replace("RULE", f"{RULE}, disclose: outcome") + PAPERS)
    assert counted is not None
    (shown,) = sealed(counted, "salt").results
    assert shown.outcome.options == ("dan", "zoe")
    assert (shown.working, shown.margin, shown.sensitivity, shown.figures.cast) == (None, None, (), None)


LISTED = tuple(Option(id=at(id), title=at(id), sex=at(sex)) for id, sex in zip("abcd", "FFFM", strict=True))
EVERY: list[Mark] = [
    tuple((name, 1) for name in names) for size in (1, 2) for names in combinations("abcd", size)
]
DEFECTS: list[Mark] = [(("a", 2),), (("*", 1),), (("*", 1), ("b", 1)), (("b", 2), ("d", 1))]


def ruled(**said: int | str) -> DecisionRule:
    usual: dict[str, int | str] = {
        "women": 1,
        "men": 1,
        "most_names": 2,
        "defects": "skip",
        "declined": "next",
    }
    ties, seed = str(said.pop("ties", "")), str(said.pop("seed", ""))
    declared = {name: at(value) for name, value in {**usual, **said}.items() if value != ""}
    return replace(rule("nomination", ties=ties, seed=seed), **declared)


def poll_of(papers: list[Mark], under: DecisionRule, blank: int = 0, declined: tuple[str, ...] = ()) -> Poll:
    good = [mark for mark in papers if names_refusal(mark, under, 5) is None]
    bad = [mark for mark in papers if names_refusal(mark, under, 5) is not None]
    cast = len(papers) + blank
    return Poll(
        question="q",
        options=tuple("abcd"),
        marks=tuple(sorted((mark, good.count(mark)) for mark in set(good))),
        refused=tuple(sorted((mark, bad.count(mark)) for mark in set(bad))),
        figures=Figures(cast=cast, blank=blank, invalid=len(bad), expressed=len(good)),
        listed=LISTED,
        declined=declined,
    )


RULES = [
    ruled(),
    ruled(women=2),
    ruled(women=3, men=0),
    ruled(women="", men="", seats=2),
    ruled(ties="lot", seed="5"),
    ruled(women=2, ties="lot", seed="8", defects="invalid"),
    ruled(declined="empty"),
    ruled(women=2, men=1, declined="empty"),
]


@pytest.mark.parametrize("under", RULES)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_margin_is_exact_when_every_change_is_tried(under: DecisionRule, data: st.DataObject) -> None:
    papers = data.draw(st.lists(st.sampled_from(EVERY + DEFECTS), max_size=6))
    declined = data.draw(st.sampled_from([(), ("a",), ("d",)]))
    of = poll_of(papers, under, data.draw(st.integers(0, 1)), declined)
    assert_margin_is_true(nomination, of, under, EVERY, 2)
    margin = nomination.count(of, under).margin
    assert margin is not None
    assert margin.at_least is None


@pytest.mark.parametrize("under", RULES)
@settings(max_examples=100, deadline=None)
@given(papers=st.lists(st.sampled_from(EVERY), max_size=9))
def test_what_sums_prove_holds_for_the_papers(under: DecisionRule, papers: list[Mark]) -> None:
    of = poll_of(papers, under)
    exact = nomination.count(of, under).margin
    times = {name: sum(name in dict(mark) for mark in papers) for name in "abcd"}
    sums = replace(
        of, marks=tuple((((name, 1),), many) for name, many in times.items() if many), by_hand=True
    )
    least = nomination.count(sums, under).margin
    assert exact is not None
    assert least is not None
    assert nomination.count(sums, under).outcome == nomination.count(of, under).outcome
    if exact.ballots is not None and least.at_least is not None:
        assert least.at_least <= exact.ballots
