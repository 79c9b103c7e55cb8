"""Counts of a show of hands: they add up, what is not written is not zero, what must follow is."""

import pytest

from collectif_cli.voting.methods import majority
from tests.voting.texts import result, tallied

VOTE = """
== programme/votes/bus/vote.yaml ==
title: Bus
rule: {method: majority, base: BASE, threshold: "> 1/2"}
electorate: {kind: present, present: 30, represented: 0}
ballots: counts
EXPECTED
questions: [{id: bus, title: Des bus le soir}]
== programme/votes/bus/counts.yaml ==
"""


def text(counts: str, base: str = "expressed", expected: str = "") -> str:
    return VOTE.replace("BASE", base).replace("EXPECTED", expected or "#") + counts


def refusals(counts: str, base: str = "expressed", expected: str = "") -> list[str]:
    counted, found = tallied(text(counts, base, expected))
    assert counted is None
    return [one.message.text.format(**dict(one.message.values)) for one in found]


@pytest.mark.parametrize(
    ("counts", "cast", "blank", "abstain", "invalid"),
    [
        ("questions: {bus: {options: {for: 12, against: 5}}}", None, None, None, None),
        ("cast: 17\nquestions: {bus: {options: {for: 12, against: 5}}}", 17, 0, 0, 0),
        ("cast: 20\nquestions: {bus: {options: {for: 12, against: 5}}}", 20, None, None, None),
        ("cast: 20\nquestions: {bus: {options: {pour: 12, contre: 5, abstention: 3}}}", 20, 0, 3, 0),
        ("cast: 20\nquestions: {bus: {options: {for: 12, against: 5}, abstain: 2, blank: 0}}", 20, 0, 2, 1),
        ("questions: {bus: {options: {for: 12, against: 5}, abstain: 2, blank: 0, invalid: 1}}", 20, 0, 2, 1),
    ],
)
def test_what_is_not_written_is_known_only_if_it_follows(
    counts: str, cast: int | None, blank: int | None, abstain: int | None, invalid: int | None
) -> None:
    counted = result(text(counts))
    figures = counted.figures
    assert (figures.cast, figures.blank, figures.abstain, figures.invalid) == (cast, blank, abstain, invalid)
    assert [one.votes for one in counted.totals] == [12, 5]
    assert counted.outcome.verdict == "adopted"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            "cast: 16\nquestions: {bus: {options: {for: 12, against: 5}}}",
            "the question “bus” has 17 vote where 16 voted",
        ),
        (
            "cast: 18\nquestions: {bus: {options: {for: 12, against: 5}, abstain: 0, blank: 0, invalid: 0}}",
            "the question “bus” has 17 vote where 18 voted",
        ),
        ("questions: {bus: {options: {for: 12}}}", "nothing says how many chose “against”"),
        ("questions: {bus: {options: {for: 12, against: 5, autre: 1}}}", "“autre” is none of the options"),
        ("questions: {bus: {options: {for: 12, pour: 5, against: 1}}}", "“pour” is counted twice"),
        (
            "questions: {bus: {options: {for: 12, against: 1, abstain: 2}, abstain: 2}}",
            "“abstain” is counted twice",
        ),
        ("questions: {bis: {options: {for: 12, against: 1}}}", "nothing is counted for the question “bus”"),
        ("questions: {bus: {options: {for: 22, against: 10}}}", "32 person voted where 30 could"),
    ],
)
def test_counts_that_do_not_hold_together(counts: str, expected: str) -> None:
    assert refusals(counts) == [expected]


def test_base_that_is_not_written_is_asked_for() -> None:
    counts = "questions: {bus: {options: {for: 12, against: 5}}}"
    assert refusals(counts, base="cast") == ["the rule needs how many voted in all, and nothing says it"]
    assert refusals(counts, expected="expected_ballots: 20") == [
        "how many voted is not written, where 20 are expected"
    ]
    assert refusals(f"cast: 18\n{counts}", expected="expected_ballots: 20") == [
        "18 vote is counted where 20 are expected"
    ]


def test_margin_that_would_need_the_missing_number_is_not_invented() -> None:
    """Base present: 12 of 30 is not enough, and nobody knows how many more hands could have gone up."""
    counted = result(text("questions: {bus: {options: {for: 10, against: 5}}}", base="present"))
    assert counted.outcome.verdict == "rejected"
    assert counted.margin is not None
    assert (counted.margin.ballots, counted.margin.because) == (None, "unknown")


@pytest.mark.parametrize(
    ("electorate", "expected"),
    [
        ("{kind: roll, registered: 30}", "the rule needs how many voted in all, and nothing says it"),
        (
            "{kind: present, present: 30, registered: 60}",
            "the rule needs how many were represented, and nothing says it",
        ),
    ],
)
def test_quorum_asks_for_who_took_part(electorate: str, expected: str) -> None:
    rule = '"> 1/2", quorum: {of: registered, at_least: "1/4"}'
    asked = text("questions: {bus: {options: {for: 12, against: 5}}}").replace('"> 1/2"', rule)
    counted, found = tallied(asked.replace("{kind: present, present: 30, represented: 0}", electorate))
    assert counted is None
    assert [one.message.text for one in found] == [expected]


def test_counts_are_not_enough_for_a_method_that_reads_ballots(monkeypatch: pytest.MonkeyPatch) -> None:
    """A method of the index that needs to know who marked what together refuses a show of hands."""
    monkeypatch.setattr(majority, "reads", ("ballots",))
    assert refusals("questions: {bus: {options: {for: 12, against: 5}}}") == [
        "this method needs the ballots themselves, and there are only counts"
    ]
