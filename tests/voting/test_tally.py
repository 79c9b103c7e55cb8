"""Why a vote cannot be counted: each reason is told, with its place; nothing is guessed."""

import pytest

from collectif_cli.voting import all_methods
from collectif_cli.voting.tally import tally
from tests.voting.texts import programme, result, tallied

PAPER = """
== programme/votes/bus/vote.yaml ==
title: Bus
rule: {rule}
electorate: {electorate}
ballots: anonymous
questions: [{id: bus, title: Des bus le soir, options: [{id: a, title: A}, {id: b, title: B}]}]
== programme/votes/bus/ballots.csv ==
ballot,bus
1,a
2,b
3,a
"""


def paper(
    rule: str = "{method: plurality}", electorate: str = "{kind: present, present: 5, represented: 0}"
) -> str:
    return PAPER.replace("{rule}", rule).replace("{electorate}", electorate)


def refusals(docstring: str) -> list[tuple[int, str]]:
    counted, found = tallied(docstring)
    assert counted is None
    return [(one.span.line, one.message.text) for one in found]


def test_method_of_a_later_version(monkeypatch: pytest.MonkeyPatch) -> None:
    others = {slug: module for slug, module in all_methods._MODULES.items() if slug != "plurality"}
    monkeypatch.setattr(all_methods, "_MODULES", others)  # and not taken out: put back, it would come last
    counted, (found,) = tallied(paper())
    assert counted is None
    assert (found.span.line, found.span.column) == (2, 16)
    assert found.message.text == "the method “{method}” is not counted yet by this version"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "{method: majority}",
            [
                "the rule does not say what the share is taken of",
                "the rule does not say how many votes it takes",
            ],
        ),
        ('{method: plurality, threshold: "> 1/2"}', ["the rule does not say what the share is taken of"]),
        ("{method: plurality, ties: lot}", ["the rule draws lots, and does not say from which seed"]),
        ("{method: plurality, ties: seniority}", ["ties cannot be broken by “{ties}” with this method"]),
        (
            '{method: majority, base: cast, threshold: "< 1/2"}',
            ["a threshold is a least share, not a largest one"],
        ),
        (
            '{method: majority, base: registered, threshold: "> 1/2"}',
            ["the rule needs how many are registered, and nothing says it"],
        ),
        (
            '{method: plurality, quorum: {of: registered, at_least: "1/4"}}',
            ["the rule needs how many are registered, and nothing says it"],
        ),
    ],
)
def test_conventions_are_never_guessed(rule: str, expected: list[str]) -> None:
    assert [text for _, text in refusals(paper(rule))] == expected


@pytest.mark.parametrize(
    ("base", "electorate", "expected"),
    [
        ("present", "{kind: present}", "the rule needs how many were present, and nothing says it"),
        (
            "present-and-represented",
            "{kind: present, present: 5}",
            "the rule needs how many were represented, and nothing says it",
        ),
        (
            "present-and-represented",
            "{kind: present, represented: 5}",
            "the rule needs how many were present, and nothing says it",
        ),
    ],
)
def test_nobody_is_taken_to_be_there(base: str, electorate: str, expected: str) -> None:
    rule = f'{{method: majority, base: {base}, threshold: "> 1/2"}}'
    assert refusals(paper(rule, electorate)) == [(3, expected)]


def test_unknown_presence_stops_a_quorum() -> None:
    rule = "{method: plurality, quorum: {of: present, at_least: 2}}"
    assert result(paper(rule, "{kind: present}")).outcome.verdict == "elected"
    needs_share = '{method: plurality, quorum: {of: present, at_least: "1/2"}}'
    assert refusals(paper(needs_share, "{kind: present}")) == [
        (3, "the rule needs how many were present, and nothing says it")
    ]


def test_more_ballots_than_voters() -> None:
    assert refusals(paper(electorate="{kind: present, present: 2, represented: 0}")) == [
        (1, "{n} person voted where {most} could")
    ]
    assert refusals(paper(electorate="{kind: roll, registered: 2}")) == [
        (1, "{n} person voted where {most} could")
    ]


def test_vote_called_off() -> None:
    off = paper().replace(
        "ballots: anonymous", "ballots: anonymous\ncancelled: {date: 2019-10-09, reason: Salle fermée}"
    )
    counted, (finding,) = tallied(off)
    assert counted is None
    assert dict(finding.message.values) == {"reason": "Salle fermée"}


def test_vote_without_ballots_yet() -> None:
    assert refusals(paper().partition("== programme/votes/bus/ballots.csv")[0]) == [
        (1, "this vote has no ballots and no counts yet")
    ]


def test_ballots_and_counts_are_one_too_many() -> None:
    both = paper() + "== programme/votes/bus/counts.yaml ==\nquestions: {bus: {options: {a: 2, b: 1}}}\n"
    assert refusals(both) == [(1, "this vote has both ballots and counts")]


def test_question_without_options() -> None:
    bare = paper().replace(", options: [{id: a, title: A}, {id: b, title: B}]", "")
    assert refusals(bare) == [(5, "the question “{question}” offers no options")]


@pytest.mark.parametrize("record", ["undisclosed", "missing", "disputed"])
def test_untold_count_is_undecided_and_invents_no_number(record: str) -> None:
    said = f"record: {record}\nsources: [Le compte rendu, Un article]"
    text = (
        paper().partition("== programme/votes/bus/ballots.csv")[0]
        + f"== programme/votes/bus/counts.yaml ==\n{said}\n"
    )
    counted, _ = tallied(text)
    assert counted is not None
    assert counted.record == record
    assert counted.sources == ("Le compte rendu", "Un article")
    (one,) = counted.results
    assert one.outcome == ("undecided", (), record)
    assert one.totals == ()
    assert (one.figures.cast, one.figures.expressed, one.margin) == (None, None, None)


def test_frozen_rule_and_questions_are_what_counts() -> None:
    """
    == programme/votes/bus/vote.yaml ==
    title: Bus
    rule: {method: plurality}
    electorate: {kind: roll}
    ballots: anonymous
    questions: [{id: bus, title: Des bus le soir}]
    frozen:
      date: 2019-10-09
      rule: {method: majority, base: registered, threshold: "> 1/2"}
      electorate: {count: 4}
      questions: [{id: bus, title: Des bus le soir}]
      digest: abc
    == programme/votes/bus/ballots.csv ==
    # vote: abc
    ballot,bus
    1,pour
    2,pour
    """
    text = test_frozen_rule_and_questions_are_what_counts.__doc__ or ""
    assert result(text).outcome.verdict == "rejected"  # 2 of the 4 of the frozen roll
    assert [line for _, line in refusals(text.replace("# vote: abc", "# vote: xyz"))] == [
        "these ballots say that they are of another vote ({claims})"
    ]
    first, _, rest = text.partition("Des bus le soir")
    assert [line for _, line in refusals(f"{first}Des bus la nuit{rest}")] == [
        "the questions are no longer those that were frozen when the vote opened"
    ]


def test_vote_counts_the_same_whatever_else_the_programme_holds() -> None:
    read = programme(paper())
    (vote,) = read.votes.values()
    assert vote.rule is not None
    from collectif_cli.voting.electorate import voters_of

    voters = voters_of(vote, {}, {}, None)
    assert tally(vote, vote.rule, voters) == tally(vote, vote.rule, voters)
