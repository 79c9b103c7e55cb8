"""Ballots by ranks: what a cell says, why a ballot is set aside, and how another rule reads it again."""

import pytest
from hypothesis import given

from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.by_rounds.preferences import preference_refusal
from collectif_cli.voting.method import Poll, Reading
from collectif_cli.voting.ranks import order_refusal, read_anew
from tests.voting.elections import HERE, at
from tests.voting.rankings import poll_of, polls_by_rank, ranked_rule, ranks
from tests.voting.texts import findings, result

from collectif_cli.model.vote import Option, Question  # isort: skip

QUESTION = Question(
    id=at("q"), title=at("Q"), options=tuple(Option(id=at(one), title=at(one.upper())) for one in "abc")
)
SCHULZE = "method: schulze, strength: margins, unranked: last, equal_ranks: allowed"
IRV = "method: irv, defects: skip, ties: kept"
RANKED = ("condorcet", "schulze", "ranked-pairs", "irv", "stv")


def read(slug: str, *cells: str, **said: str) -> Reading:
    rule = ranked_rule(slug, **said)  # type: ignore[arg-type]
    return METHODS[slug].read(QUESTION, rule, cells)


@pytest.mark.parametrize("slug", RANKED)
def test_a_column_for_each_option(slug: str) -> None:
    rule = ranked_rule(slug)
    assert METHODS[slug].columns(QUESTION, rule) == ("q.a", "q.b", "q.c")
    assert METHODS[slug].options(QUESTION) == ("a", "b", "c")
    assert METHODS[slug].reads == ("ballots",)
    assert rule.span == HERE


@pytest.mark.parametrize("slug", RANKED)
@pytest.mark.parametrize("cell", ["0", "x", "1.5", "-1", "½", "1e3", "01", "1234567", "1 x"])
def test_what_is_not_a_rank_sets_the_ballot_aside(slug: str, cell: str) -> None:
    reading = read(slug, "1", cell, "2")
    assert reading.refusal is not None
    assert reading.refusal.reason == "not-a-rank"
    assert reading.mark == ()


@pytest.mark.parametrize("slug", RANKED)
def test_nothing_on_a_ballot_is_blank(slug: str) -> None:
    assert read(slug, "", " ", "\u00a0") == Reading()


def test_only_the_order_counts_for_duels() -> None:
    assert read("schulze", "2", "7", "2").mark == (("a", 1), ("b", 2), ("c", 1))
    assert read("schulze", " 3 ", "", "1").mark == (("a", 2), ("c", 1))


@pytest.mark.parametrize(
    ("cells", "said", "reason"),
    [
        (("1", "1", "2"), {"equal_ranks": "refused"}, "equal-ranks"),
        (("1", "2", ""), {"unranked": "refused"}, "unranked-options"),
        (("1 2", "3", ""), {}, "several-ranks"),
        (("1", "1", "2"), {}, ""),
        (("1", "", ""), {"unranked": "ignored"}, ""),
    ],
)
def test_why_an_order_is_set_aside(cells: tuple[str, ...], said: dict[str, str], reason: str) -> None:
    reading = read("condorcet", *cells, **said)
    assert (reading.refusal.reason if reading.refusal else "") == reason
    # What another rule would count is kept, so that it can be tried.
    assert bool(reading.mark) == (reason != "several-ranks")


@pytest.mark.parametrize(
    ("cells", "defects", "reason"),
    [
        (("1", "3", ""), "invalid", "skipped-rank"),
        (("1", "2", "2"), "invalid", "same-rank-twice"),
        (("1 2", "3", ""), "invalid", "option-twice"),
        (("1 2", "3", ""), "exhaust", ""),
        (("1", "1", "2"), "exhaust", "no-first-preference"),
        (("2", "", ""), "exhaust", "no-first-preference"),
        (("1", "1", "1"), "skip", "no-first-preference"),
        (("2", "", ""), "skip", ""),
    ],
)
@pytest.mark.parametrize("slug", ["irv", "stv"])
def test_why_preferences_are_set_aside(slug: str, cells: tuple[str, ...], defects: str, reason: str) -> None:
    reading = read(slug, *cells, defects=defects)
    assert (reading.refusal.reason if reading.refusal else "") == reason
    assert reading.mark


def test_defects_stay_on_the_mark_as_they_are_on_the_paper() -> None:
    assert read("irv", "1 3", "3", "", defects="skip").mark == (("a", 1), ("a", 3), ("b", 3))


@given(polls_by_rank("abc"))
def test_reading_anew_under_the_same_rule_changes_nothing(of: Poll) -> None:
    assert read_anew(of, ranked_rule("schulze"), order_refusal) == of
    strict, loose = ranked_rule("irv", defects="invalid"), ranked_rule("irv", defects="skip")
    there_and_back = read_anew(read_anew(of, strict, preference_refusal), loose, preference_refusal)
    assert there_and_back == read_anew(of, loose, preference_refusal)


def test_ballots_set_aside_are_read_again_under_another_rule() -> None:
    of = poll_of([(ranks("1 2 3", "abc"), 2)], "abc", refused=[(ranks("1 1 2", "abc"), 3)])
    again = read_anew(of, ranked_rule("schulze"), order_refusal)
    assert again.marks == ((ranks("1 1 2", "abc"), 3), (ranks("1 2 3", "abc"), 2))
    assert (again.figures.expressed, again.figures.invalid, again.figures.cast) == (5, 0, 5)
    assert read_anew(again, ranked_rule("schulze", equal_ranks="refused"), order_refusal) == of


def test_two_entries_agree_when_they_read_alike() -> None:
    """
    == programme/votes/v/vote.yaml ==
    title: V
    rule: {method: schulze, strength: margins, unranked: last, equal_ranks: allowed}
    electorate: {kind: roll, registered: 9}
    ballots: anonymous
    questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
    == programme/votes/v/ballots-a.csv ==
    ballot,q.a,q.b
    1,1,2
    2,2,1
    == programme/votes/v/ballots-b.csv ==
    ballot,q.a,q.b
    2,3,1
    1,1,2
    """
    text = test_two_entries_agree_when_they_read_alike.__doc__ or ""
    assert result(text).outcome.options == ("a", "b")

    def other() -> None: ...

    other.__doc__ = text.replace("2,3,1", "2,1,3")
    assert findings(other) == [
        "ballots-b.csv:2:3 ballot 2: one entry says “2”, the other “1”",
        "ballots-b.csv:2:5 ballot 2: one entry says “1”, the other “3”",
    ]


def test_two_entries_of_a_ballot_that_cannot_count_must_agree_too() -> None:
    """Both are set aside for the same reason; one of them is not what the paper says."""

    def vote() -> None:
        """
        == programme/votes/v/vote.yaml ==
        title: V
        rule: {method: schulze, strength: margins, unranked: last, equal_ranks: allowed}
        electorate: {kind: roll, registered: 9}
        ballots: anonymous
        questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
        == programme/votes/v/ballots-a.csv ==
        ballot,q.a,q.b
        1,1 2,
        2,1,2
        == programme/votes/v/ballots-b.csv ==
        ballot,q.a,q.b
        1,1 2,1
        2,1,2
        """

    assert findings(vote) == ["ballots-b.csv:2:7 ballot 1: one entry says “”, the other “1”"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("method: stv, seats: 1, variant: meek, defects: skip, ties: kept", "variant: meek"),
        ("method: stv, seats: 1, variant: udn, defects: skip, ties: kept", "variant: udn"),
        ("method: irv, defects: skip, ties: kept, equal_ranks: allowed", "equal_ranks: allowed"),
    ],
)
def test_what_is_not_counted_yet_is_said(rule: str, expected: str) -> None:
    assert refused(rule) == f"this version does not count “{rule[8:11]}” with “{expected}” yet"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (f'{SCHULZE}, threshold: "> 1/2"', "“schulze” makes nothing of “threshold”"),
        (f"{SCHULZE}, base: cast", "“schulze” makes nothing of “base”"),
        (f'{SCHULZE}, beats: "> 1/2"', "“beats” means nothing without “default_option”"),
        (f"{SCHULZE}, women: 1", "“schulze” makes nothing of “women”"),
        (f"{SCHULZE}, fallback: autre", "“schulze” makes nothing of “fallback”"),
        (f"{SCHULZE}, defects: skip", "“schulze” makes nothing of “defects”"),
        (f"{SCHULZE}, seats: 3", "“schulze” chooses one option"),
        ("method: irv, defects: skip, ties: kept, unranked: refused", "“irv” makes nothing of “unranked”"),
        (
            "method: irv, defects: skip, ties: kept, default_option: a",
            "“irv” makes nothing of “default_option”",
        ),
        (f'{SCHULZE}, default_option: b, beats: "< 1/2"', "a threshold is a least share, not a largest one"),
    ],
)
def test_what_is_declared_and_not_followed_is_said(rule: str, expected: str) -> None:
    assert refused(rule) == expected


def test_at_least_one_seat() -> None:
    assert (
        refused("method: stv, seats: 0, variant: scottish, defects: skip, ties: kept")
        == "at least one is chosen"
    )


def refused(rule: str) -> str:
    def vote() -> None: ...

    vote.__doc__ = VOTE.replace("RULE", rule)
    (one,) = findings(vote)
    return one.partition(" ")[2]


VOTE = """
== programme/votes/v/vote.yaml ==
title: V
rule: {RULE}
electorate: {kind: roll, registered: 9}
ballots: anonymous
questions: [{id: q, title: Q, options: [{id: a, title: A}, {id: b, title: B}]}]
== programme/votes/v/ballots.csv ==
ballot,q.a,q.b
1,1,2
"""


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ("method: condorcet", ["unranked", "equal_ranks"]),
        ("method: schulze, unranked: last", ["strength", "equal_ranks"]),
        ("method: ranked-pairs", ["strength", "ties", "unranked", "equal_ranks"]),
        ("method: irv", ["defects", "ties"]),
        ("method: stv, ties: lot", ["seats", "variant", "defects", "seed"]),
    ],
)
def test_conventions_are_never_guessed(rule: str, missing: list[str]) -> None:
    def vote() -> None: ...

    vote.__doc__ = VOTE.replace("RULE", rule)
    undeclared = {name: None for name in missing if name != "seed"}
    lot = {"ties": "lot"} if "lot" in rule else {}
    slug = rule[8:].partition(",")[0]
    said = ranked_rule(slug, **undeclared, **lot)  # type: ignore[arg-type]
    assert [name for name in METHODS[slug].needs(said) if getattr(said, name) is None] == missing
    assert len(findings(vote)) == len(missing)
