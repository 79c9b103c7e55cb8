"""Objections from one move to the next: what makes no sense is said where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectif_cli.model.source import Located, Span
from collectif_cli.model.vote import Move, Question, Round, Rounds
from collectif_cli.voting.objections import Objection, objections_to
from tests.voting.texts import tallied

VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {method: consent}
electorate: {kind: present, present: 9, represented: 0}
ballots: anonymous
questions: [QUESTIONS]
== programme/votes/v/rounds.yaml ==
rounds:
ROUNDS
"""


def said_of(*rounds: str, questions: str = "{id: q, title: Q}") -> list[str]:
    """Give what is said of rounds, each with its line."""
    told = "\n".join(f"  - {one}" for one in rounds)
    _, found = tallied(VOTE.replace("QUESTIONS", questions).replace("ROUNDS", told))
    return [f"{one.span.line}: {one.message.text}" for one in found]


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ("{kind: objection}", "nothing says which objection this is about"),
        (
            "{kind: objection, objection: a}, {kind: objection, objection: a}",
            "the objection “{id}” is raised twice",
        ),
        ("{kind: lift, objection: a, lifted_by: x}", "the objection “{id}” was not raised before"),
        (
            "{kind: objection, objection: a}, {kind: lift, objection: a}",
            "nothing says what lifted the objection “{id}”",
        ),
        (
            "{kind: objection, objection: a}, {kind: merge, objection: a, outcome: a}",
            "the objection “{id}” is merged into none that stands",
        ),
        (
            "{kind: objection, objection: a}, {kind: merge, objection: a}",
            "the objection “{id}” is merged into none that stands",
        ),
        (
            "{kind: objection, objection: a}, {kind: dismiss, objection: a}, {kind: maintain, objection: a}",
            "the objection “{id}” had come to an end already",
        ),
    ],
)
def test_what_makes_no_sense(moves: str, expected: str) -> None:
    assert said_of(f"{{id: one, kind: objections, moves: [{moves}]}}") == [f"2: {expected}"]


def test_each_round_says_which_question_it_is_about() -> None:
    two = "{id: q, title: Q}, {id: r, title: R}"
    about = "{id: one, kind: objections, question: %s, moves: [{kind: objection, objection: a}]}"
    assert said_of(about % "q", about % "r", questions=two) == []
    assert said_of(about % "s", questions=two) == ["2: the vote has no question “{id}”"]
    assert said_of(about.replace("question: %s, ", ""), questions=two) == [
        "2: the round “{round}” does not say which question it is about"
    ]
    assert said_of("{id: one, kind: circle, note: Rien}", questions=two) == []


HERE = Span("programme/votes/v/rounds.yaml")
KINDS = ("objection", "qualify", "dismiss", "merge", "lift", "maintain", "answer")
IDS = st.sampled_from("abc").map(lambda id: Located(id, HERE)) | st.none()
MOVES = st.builds(
    Move,
    kind=st.sampled_from(KINDS).map(lambda kind: Located(kind, HERE)),
    objection=IDS,
    outcome=IDS,
    lifted_by=IDS,
)


@given(st.lists(MOVES, max_size=12))
def test_each_objection_has_one_end_and_what_it_is_merged_into_was_there(moves: list[Move]) -> None:
    """Whatever the moves: a fault or a step for each, nothing is lost, and no objection vanishes."""
    question = Question(id=Located("q", HERE), title=Located("Q", HERE))
    one = Round(id=Located("one", HERE), kind=Located("objections", HERE), moves=tuple(moves))
    found, faults = objections_to(question, Rounds(span=HERE, rounds=(one,)), alone=True)
    raised = [move.objection.value for move in moves if move.kind.value == "objection" and move.objection]
    assert [one.id for one in found] == list(dict.fromkeys(raised))
    assert len(faults) <= sum(move.kind.value != "answer" for move in moves)
    by_id = {one.id: one for one in found}
    for one_ in found:
        seen: list[Objection] = [one_]
        while seen[-1].became == "merged":
            seen.append(by_id[seen[-1].by])
        assert len({step.id for step in seen}) == len(seen)
