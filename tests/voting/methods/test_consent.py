"""Consent: what stops a proposal, what does not, what follows, and how close it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import consent
from collectif_cli.voting.objections import Objection
from collectif_cli.voting.outcome import Alternative, Figures, Margin, Outcome, Verdict
from tests.voting.changes import assert_margin_is_true
from tests.voting.elections import at, rule
from tests.voting.texts import result, tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: present, present: 9, represented: 0}
ballots: anonymous
questions: [{id: q, title: Q}]
"""
ADOPTED, REJECTED = Outcome(Verdict.ADOPTED), Outcome(Verdict.REJECTED)
OPEN = Outcome(Verdict.UNDECIDED, because="objections-open")
WORDS = ("consent", "concern", "objection")
RAISE = "- {kind: objection, objection: a}\n"


def text(ballots: str = "", moves: str = "", said: str = "method: consent") -> str:
    papers = "".join(f"{number},{cell}\n" for number, cell in enumerate(ballots.split(), 1))
    box = f"== programme/votes/v/ballots.csv ==\nballot,q\n{papers}" if ballots else ""
    told = "".join(f"      {line}\n" for line in moves.splitlines())
    rounds = f"rounds:\n  - id: one\n    kind: objections\n    moves:\n{told}" if moves else ""
    return (
        VOTE.replace("RULE", said) + box + (f"== programme/votes/v/rounds.yaml ==\n{rounds}" if moves else "")
    )


@pytest.mark.parametrize(
    ("ballots", "outcome"),
    [
        ("consent consentement Consent", ADOPTED),
        ("consent concern réserve reserve", ADOPTED),
        ("concern", ADOPTED),
        ("consent objection", OPEN),
        ("pour", Outcome(Verdict.UNDECIDED, because="nothing-expressed")),
    ],
)
def test_what_the_ballots_alone_give(ballots: str, outcome: Outcome) -> None:
    assert result(text(ballots)).outcome == outcome


@pytest.mark.parametrize(
    ("moves", "outcome"),
    [
        (RAISE, OPEN),
        (RAISE + "- {kind: qualify, objection: a}", OPEN),
        (RAISE + "- {kind: dismiss, objection: a}", ADOPTED),
        (RAISE + "- {kind: lift, objection: a, lifted_by: An amendment}", ADOPTED),
        (RAISE + "- {kind: maintain, objection: a}", REJECTED),
        (
            RAISE + "- {kind: maintain, objection: a}\n- {kind: lift, objection: a, lifted_by: A date}",
            ADOPTED,
        ),
        (
            RAISE + "- {kind: objection, objection: b}\n- {kind: merge, objection: a, outcome: b}\n"
            "- {kind: lift, objection: b, lifted_by: A promise}",
            ADOPTED,
        ),
        (
            RAISE + "- {kind: objection, objection: b}\n- {kind: merge, objection: a, outcome: b}\n"
            "- {kind: maintain, objection: b}",
            REJECTED,
        ),
        (RAISE + "- {kind: objection, objection: b}\n- {kind: maintain, objection: b}", OPEN),
    ],
)
@pytest.mark.parametrize("ballots", ["", "consent objection"])
def test_what_becomes_of_objections_decides(ballots: str, moves: str, outcome: Outcome) -> None:
    """The same whether anybody counted who said what, or not."""
    assert result(text(ballots, moves)).outcome == outcome


def test_an_objection_on_a_ballot_that_nobody_heard_stands() -> None:
    heard = RAISE + "- {kind: dismiss, objection: a}"
    assert result(text("consent objection objection", heard)).outcome == OPEN


def test_a_round_without_objections_adopts() -> None:
    rounds = "== programme/votes/v/rounds.yaml ==\nrounds: [{id: one, kind: objections}]\n"
    assert result(VOTE.replace("RULE", "method: consent") + rounds).outcome == ADOPTED


def test_another_rule_takes_over_where_one_is_named() -> None:
    moves = RAISE + "- {kind: maintain, objection: a}"
    counted = result(text("consent objection", moves, "method: consent, fallback: vote"))
    assert counted.outcome == Outcome(Verdict.UNDECIDED, because="objection-maintained")
    assert counted.decision.follows == "fallback"


def test_the_quorum_comes_first() -> None:
    said = "method: consent, quorum: {of: present, at_least: 1/2}"
    assert result(text("consent consent", said=said)).outcome.verdict is Verdict.NO_QUORUM


def test_what_would_have_come_of_it_had_all_been_kept() -> None:
    moves = RAISE + "- {kind: dismiss, objection: a}"
    assert result(text("consent objection", moves)).sensitivity == (
        Alternative("objections", "all", REJECTED),
    )


def test_answers_of_its_own_are_refused() -> None:
    own = text("yes").replace("title: Q}", "title: Q, options: [{id: yes, title: Y}, {id: no, title: N}]}")
    _, found = tallied(own)
    assert [(one.message.text, one.hint.text if one.hint else "") for one in found] == [
        (
            "the question “{question}” offers no options",
            "remove its “options”: this method has its own answers",
        )
    ]


def test_the_digest_of_the_rounds_is_in_the_result() -> None:
    moves = RAISE + "- {kind: dismiss, objection: a}"
    counted, _ = tallied(text("consent objection", moves))
    alone, _ = tallied(text("", moves))
    other, _ = tallied(text("consent objection", moves.replace("dismiss", "qualify")))
    assert counted is not None
    assert alone is not None
    assert other is not None
    assert (counted.counted_from, alone.counted_from) == ("ballots", "rounds")
    assert counted.heard == alone.digest != other.heard
    assert counted.digest == other.digest


def test_a_record_that_is_missing_decides_nothing() -> None:
    rounds = "== programme/votes/v/rounds.yaml ==\nrecord: missing\nsources: [A note]\n"
    counted, _ = tallied(VOTE.replace("RULE", "method: consent") + rounds)
    assert counted is not None
    assert counted.results[0].outcome == Outcome(Verdict.UNDECIDED, because="missing")
    assert counted.sources == ("A note",)


def poll_of(ballots: list[str], blank: int = 0, objections: tuple[Objection, ...] = ()) -> Poll:
    marks: dict[Mark, int] = {((word, 1),): ballots.count(word) for word in WORDS if word in ballots}
    figures = Figures(cast=len(ballots) + blank, blank=blank, expressed=len(ballots))
    return Poll(
        question="q",
        options=WORDS,
        marks=tuple(sorted(marks.items())),
        figures=figures,
        objections=objections,
    )


@pytest.mark.parametrize("fallback", [None, "vote"])
@given(ballots=st.lists(st.sampled_from(WORDS), max_size=5), blank=st.integers(0, 2))
def test_margin_holds_when_every_change_is_tried(
    fallback: str | None, ballots: list[str], blank: int
) -> None:
    under: DecisionRule = rule("consent")
    if fallback is not None:
        under = replace(under, fallback=at(fallback))
    assert_margin_is_true(consent, poll_of(ballots, blank), under, [((word, 1),) for word in WORDS], 4)


def test_no_number_is_claimed_once_an_objection_was_talked_about() -> None:
    talked = poll_of(["consent", "objection"], objections=(Objection("a", "dismissed"),))
    assert consent.count(talked, rule("consent")).margin == Margin(because="objections")
