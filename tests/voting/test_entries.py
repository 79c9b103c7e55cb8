"""Paper ballots: columns, numbers, two entries that must agree, and nothing lost between them."""

from hypothesis import given
from hypothesis import strategies as st

from tests.voting.texts import findings, result, tallied

VOTE = """
== programme/votes/bus/vote.yaml ==
title: Bus
rule: {method: plurality}
electorate: {kind: roll, registered: 100}
ballots: anonymous
questions: [{id: bus, title: Des bus le soir, options: [{id: a, title: A}, {id: b, title: B}]}]
"""


def entry(name: str, *rows: str) -> str:
    return f"== programme/votes/bus/{name}.csv ==\nballot,bus\n" + "".join(f"{row}\n" for row in rows)


def refused(*entries: str) -> list[str]:
    counted, found = tallied(VOTE + "".join(entries))
    assert counted is None
    return [
        f"{one.span.path.rpartition('/')[2]}:{one.span.line}:{one.span.column} {one.message.text}"
        for one in found
    ]


def test_columns_that_belong_to_no_question() -> None:
    """
    == programme/votes/bus/vote.yaml ==
    title: Bus
    rule: {method: plurality}
    electorate: {kind: roll, registered: 100}
    ballots: anonymous
    expected_ballots: 3
    questions: [{id: soir, title: Le soir, options: [{id: a, title: A}]}]
    == programme/votes/bus/ballots.csv ==
    ballot,soirs
    1,a
    1,a
    """
    assert findings(test_columns_that_belong_to_no_question) == [
        "ballots.csv:1:8 the column “soirs” belongs to no question",
        "ballots.csv:1:1 the column “soir” is missing",
        "ballots.csv:3:1 the ballot 1 is there twice",
        "ballots.csv:1:1 {n} ballot was entered where 3 are expected".replace("{n}", "2"),
    ]


def test_two_entries_that_agree_are_one() -> None:
    one = entry("ballots-a", "1,a", "2,", "3,a b")
    other = entry("ballots-b", "3,a b", "1,A", "2,")
    counted = result(VOTE + one + other)
    assert (counted.figures.cast, counted.figures.blank, counted.figures.invalid) == (3, 1, 1)


def test_two_entries_that_part() -> None:
    one, other = entry("ballots-a", "1,a", "2,b", "3,a"), entry("ballots-b", "1,b", "2,b", "4,a")
    assert refused(one, other) == [
        "ballots-b.csv:2:3 ballot {ballot}: one entry says “{one}”, the other “{other}”",
        "ballots-a.csv:4:1 the ballot {ballot} is in one entry only",
        "ballots-b.csv:4:1 the ballot {ballot} is in one entry only",
    ]


def test_entry_that_waits_for_the_other() -> None:
    assert refused(entry("ballots-b", "1,a")) == [
        "ballots-b.csv:1:1 the ballots were entered once, and the name of the file promises two entries"
    ]


@given(st.permutations(["1,a", "2,b", "3,", "4,a", "5,?"]))
def test_order_of_the_ballots_changes_nothing(rows: list[str]) -> None:
    """Anonymity: not the outcome, nor the figures, nor the digest."""
    counted, _ = tallied(VOTE + entry("ballots", *rows))
    sorted_, _ = tallied(VOTE + entry("ballots", *sorted(rows)))
    assert counted is not None
    assert sorted_ is not None
    assert counted.digest == sorted_.digest
    assert counted.results[0].decision == sorted_.results[0].decision
    assert counted.results[0].figures == sorted_.results[0].figures


@given(st.lists(st.sampled_from(["a", "b", "", "a b", "x"]), max_size=12))
def test_counts_of_the_ballots_give_what_the_ballots_give(cells: list[str]) -> None:
    counted = result(VOTE + entry("ballots", *(f"{n},{cell}" for n, cell in enumerate(cells, start=1))))
    by_hand = result(
        VOTE
        + "== programme/votes/bus/counts.yaml ==\nquestions:\n  bus:\n"
        + f"    options: {{a: {cells.count('a')}, b: {cells.count('b')}}}\n"
        + f"    blank: {cells.count('')}\n    abstain: 0\n"
        + f"    invalid: {cells.count('a b') + cells.count('x')}\n"
    )
    assert by_hand.figures == counted.figures
    assert by_hand.totals == counted.totals
    assert by_hand.decision == counted.decision
    assert by_hand.margin == counted.margin
    assert by_hand.sensitivity == counted.sensitivity


def test_digest_is_the_one_of_the_normal_form() -> None:
    """The docstring of ``digest.py`` is enough to make it again."""
    from hashlib import sha256

    counted, _ = tallied(VOTE + "== programme/votes/bus/ballots.csv ==\nballot ; bus\n 10;a\n2 ; b  a \n")
    assert counted is not None
    assert counted.digest == "sha256:" + sha256(b"ballot\tbus\n10\ta\n2\tb a\n").hexdigest()
