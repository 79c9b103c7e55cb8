"""Instant runoff: known elections round by round, every defect as RCTab counts it, ties, the definition."""

import csv
import json
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import assume, given

from collectif_cli.voting.by_rounds import runoff
from collectif_cli.voting.by_rounds.preferences import defects_of, preference_refusal, preferences
from collectif_cli.voting.by_rounds.worked import Rounds, Stage
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import irv
from collectif_cli.voting.outcome import Result, Verdict
from tests.voting import by_definition
from tests.voting.methods.test_condorcet import BURLINGTON
from tests.voting.published import published
from tests.voting.rankings import orders, poll_of, polls_by_rank, ranked_rule, ranks

RULE = ranked_rule("irv")
TENNESSEE = {"a>b>c>d": 42, "b>c>d>a": 26, "c>d>b>a": 15, "d>c>b>a": 17}
# electionsireland.org: the president of Ireland, 1990.
IRELAND = {
    "robinson": 612_265,
    "lenihan": 694_484,
    "currie>lenihan": 36_789,
    "currie>robinson": 205_565,
    "currie": 25_548,
}


def rounds(counted: Result) -> list[dict[str, int]]:
    """Give the votes of those still in the running at each round."""
    working = counted.working
    assert isinstance(working, Rounds)
    gone: set[str] = set()
    found = []
    for stage in working.stages:
        gone |= set(stage.options)
        votes = zip(working.options, stage.votes, strict=True)
        found.append({option: number for option, number in votes if option not in gone})
    return found


def test_capital_of_tennessee() -> None:
    counted = irv.count(orders(TENNESSEE, "abcd"), RULE)
    assert counted.outcome == (Verdict.ELECTED, ("d",), "")
    assert rounds(counted) == [
        {"a": 42, "b": 26, "c": 15, "d": 17},
        {"a": 42, "b": 26, "d": 32},
        {"a": 42, "d": 58},
    ]


def test_president_of_ireland() -> None:
    counted = irv.count(orders(IRELAND, ("currie", "lenihan", "robinson")), RULE)
    assert counted.outcome.options == ("robinson",)
    assert rounds(counted)[1] == {"lenihan": 731_273, "robinson": 817_830}
    assert isinstance(counted.working, Rounds)
    assert counted.working.stages[1].left == 25_548
    # Half of what separates the two in the last round, since each ballot takes one and gives one.
    assert counted.margin is not None
    assert (counted.margin.ballots, counted.margin.at_least) == (43_279, None)


def test_mayor_of_burlington() -> None:
    assert irv.count(orders(BURLINGTON, "kmw"), RULE).outcome.options == ("k",)


def test_all_published_examples() -> None:
    examples = json.loads(published("worked_examples.json").read_text(encoding="utf-8"))["examples"]
    tried = 0
    for example in examples:
        expected = example.get("winner", [example.get("irv")])
        if example.get("method", "irv") != "irv":
            continue
        options = sorted({name for ballot in example["ballots"] for name in ballot.split(">")})
        counted = irv.count(orders(example["ballots"], options), RULE)
        assert list(counted.outcome.options) == expected, example["id"]
        if "rounds" in example:
            assert rounds(counted) == example["rounds"], example["id"]
        tried += 1
    assert tried == 3


# RCTab's test sets, each ballot by its ranks for a, b, c, d; the last figure is what is inactive each round.
RCTAB = {
    "test_set_0_skipped_first_choice": (
        "1 2 3 4|2 1 4 3|3 2 1 4|1 3 2 4|3 1 2 4|4 2 3 -|1 3 2 4|2 1 3 4|2 3 1 2|3 2 4 1|3 2 1 4|1 2 3+4 -",
        [{"a": 4, "b": 4, "c": 3, "d": 1}, {"a": 4, "b": 5, "c": 3}, {"a": 4, "b": 7}],
        [0, 0, 1],
    ),
    "test_set_1_exhaust_at_overvote": (
        "1 1 3 4|2 1 4 3|3 2 1 4|1 3 2 4|3 1 2 4|1 3 2 4|2 1 3 4|3 2 1 2|3 1 2 4|1 2 4 3|3 1 2 4|2 1 4 3|"
        "1 - 4 -|- 4 2 1|1 2 4 3",
        [{"a": 5, "b": 6, "c": 2, "d": 1}, {"a": 5, "b": 6, "c": 3}, {"a": 5, "b": 8}],
        [1, 1, 2],
    ),
    "test_set_6_duplicate_exhaust": (
        "3 - - 1+2|4 - 1+3 2|3 2 1 4|1 3 2 4|3 1 2 4|1 3 2 4|2 1 3 4|1 2 3 -|3 1 2 4|1 2 4 3|4 - 1 2+3|"
        "2 1 4 3|- 2 1 -|3 2 - 1|1 2 4 3",
        [{"a": 5, "b": 4, "c": 4, "d": 2}, {"a": 5, "b": 5, "c": 4}, {"a": 5, "b": 7}],
        [0, 1, 3],
    ),
}
# What all three declare: two options in a place, or one in two, exhaust the ballot; skipped ranks do not.
RCTAB_RULE = ranked_rule("irv", defects="exhaust", skipped_ranks="skip")


def rctab(papers: list[Mark]) -> Result:
    """Count ballots as the rule reads them: those with no preference at all are set aside."""
    aside = [mark for mark in papers if preference_refusal(mark, RCTAB_RULE, 4)]
    counting = [(mark, 1) for mark in papers if mark not in aside]
    return irv.count(poll_of(counting, "abcd", refused=[(mark, 1) for mark in aside]), RCTAB_RULE)


@pytest.mark.parametrize("name", RCTAB)
def test_defects_as_rctab_counts_them(name: str) -> None:
    cells, expected, inactive = RCTAB[name]
    counted = rctab([ranks(line, "abcd") for line in cells.split("|")])
    assert rounds(counted) == expected
    assert counted.outcome == (Verdict.ELECTED, ("b",), "")
    assert isinstance(counted.working, Rounds)
    aside = counted.figures.invalid or 0
    assert [stage.left + aside for stage in counted.working.stages] == inactive


@pytest.mark.parametrize("name", RCTAB)
def test_files_of_rctab_give_those_ballots_and_rounds(name: str) -> None:
    folder = published(f"rctab/{name}")
    cast = json.loads((folder / f"{name}_cvr.json").read_text(encoding="utf-8"))
    papers = [ranks(line, "abcd") for line in RCTAB[name][0].split("|")]
    assert list(_cast(cast)) == papers
    with (folder / f"{name}_expected_detailed_report.csv").open(encoding="utf-8", newline="") as lines:
        report = {row[0]: row[1::3] for row in csv.reader(lines) if row}
    _, expected, inactive = RCTAB[name]
    for option in "abcd":
        votes = [int(number) for number in report[f"Candidate {option.upper()} Name"]]
        assert votes == [one.get(option, 0) for one in expected]
    assert [int(number) for number in report["Inactive Ballots Total"]] == inactive
    thresholds = [stage.needed for stage in _stages(rctab(papers))]
    assert [int(number) for number in report["Current Round Threshold"]] == thresholds


def _stages(counted: Result) -> Iterator[Stage]:
    assert isinstance(counted.working, Rounds)
    yield from counted.working.stages


def _cast(report: dict[str, list[dict[str, list[dict[str, list[dict[str, object]]]]]]]) -> Iterator[Mark]:
    """Yield the ballots of a report in the NIST format of cast vote records."""
    for ballot in report["CVR"]:
        found = [
            (str(selection["ContestSelectionId"])[-1], int(place["Rank"]))
            for contest in ballot["CVRSnapshot"][0]["CVRContest"]
            for selection in contest["CVRContestSelection"]  # type: ignore[attr-defined]
            for place in selection["SelectionPosition"]
        ]
        yield tuple(sorted(found))


@pytest.mark.parametrize(
    ("defects", "skipped", "expected"),
    [
        ("skip", None, ("b", "a>b", "c>a", "a>c")),
        ("exhaust", None, ("", "a", "c", "a")),
        ("exhaust", "skip", ("b", "a", "c", "a>c")),
        ("invalid", None, ("", "", "", "")),
        ("invalid", "exhaust", ("", "", "", "a")),
    ],
)
def test_what_becomes_of_each_defect(defects: str, skipped: str | None, expected: tuple[str, ...]) -> None:
    """No first rank; two options second; an option first and second; a rank skipped."""
    rule = ranked_rule("irv", defects=defects, skipped_ranks=skipped)
    papers = [ranks(cells, "abcd") for cells in ("- 2 - -", "1 3 2 2", "3 - 1+2 -", "1 - 3 -")]
    for mark, order in zip(papers, expected, strict=True):
        refusal = preference_refusal(mark, rule, 4)
        found = "" if refusal else ">".join(preferences(mark, defects_of(rule)))
        assert found == order


@given(of=polls_by_rank("abcd", strict=True))
def test_winners_are_those_of_the_definition(of: Poll) -> None:
    """Every choice among the last is tried; neither the majority nor leaving together changes who can win."""
    assume(of.marks)
    expected = by_definition.instant_runoff(by_definition.as_orders(of.marks), of.options)
    counted = irv.count(of, RULE)
    assert set(counted.outcome.options) == expected
    assert counted.outcome.verdict is (Verdict.ELECTED if len(expected) == 1 else Verdict.TIE)


@given(of=polls_by_rank("abcd", strict=True))
def test_lot_takes_one_of_those_who_can_win(of: Poll) -> None:
    assume(of.marks)
    drawn = irv.count(of, ranked_rule("irv", ties="lot", seed="7-12-31")).outcome
    assert drawn.verdict is Verdict.ELECTED
    assert set(drawn.options) <= set(irv.count(of, RULE).outcome.options)


@given(of=polls_by_rank("abcd", strict=True))
def test_no_ballot_is_lost_on_the_way(of: Poll) -> None:
    counted = irv.count(of, ranked_rule("irv", ties="lot", seed="7"))
    for stage in _stages(counted):
        assert sum(stage.votes) + stage.left == of.figures.expressed


def test_tie_that_matters_is_a_result() -> None:
    counted = irv.count(orders({"a": 5, "b>a": 3, "c>b": 3}, "abc"), RULE)
    # Without b, a has 8 of 11; without c, b has 6.
    assert counted.outcome == (Verdict.TIE, ("a", "b"), "")
    assert isinstance(counted.working, Rounds)
    assert counted.working.tied == (("b", "c"), "kept", (), 0, ())
    again = irv.count(orders({"a": 5, "b>a": 3, "c>b": 3}, "abc"), ranked_rule("irv", ties="second-vote"))
    assert (again.decision.follows, again.decision.ties[0].by) == ("second-vote", "second-vote")


def test_tie_that_does_not_matter_is_passed() -> None:
    counted = irv.count(orders({"a": 5, "b>a": 3, "c>a": 3}, "abc"), RULE)
    assert counted.outcome.options == ("a",)
    assert isinstance(counted.working, Rounds)
    assert counted.working.stages[1].tie == (("b", "c"), "either", ("c",), 0, ())


def test_those_who_leave_in_any_case_leave_together() -> None:
    counted = irv.count(orders({"a": 4, "b": 3, "c>b": 1, "d>b": 1}, "abcde"), RULE)
    assert isinstance(counted.working, Rounds)
    leaving = [(stage.options, stage.tie.by if stage.tie else "") for stage in counted.working.stages]
    assert leaving == [((), ""), (("e",), ""), (("c", "d"), "together")]
    assert counted.outcome.options == ("b",)


def test_lot_keeps_the_smallest() -> None:
    of = orders({"a": 5, "b>a": 3, "c>b": 3}, "abc")
    counted = irv.count(of, ranked_rule("irv", ties="lot", seed="7-12-31"))
    digests = sorted((sha256(f"7-12-31/q/{option}".encode()).hexdigest(), option) for option in "bc")
    assert isinstance(counted.working, Rounds)
    tie = counted.working.stages[1].tie
    assert tie is not None
    assert tie.draws == tuple((option, digest) for digest, option in digests)
    assert tie.chosen == (digests[1][1],)
    assert ("ties", "kept") in {(one.convention, one.value) for one in counted.sensitivity}


def test_too_many_choices_are_said_to_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runoff, "_MOST_SETS", 2)
    counted = irv.count(orders({text: 1 for text in ("a>b", "b>c", "c>d", "d>e", "e>a")}, "abcde"), RULE)
    assert counted.outcome == (Verdict.TIE, tuple("abcde"), "")
    assert isinstance(counted.working, Rounds)
    assert not counted.working.complete


def test_other_fates_of_defects_are_tried_where_there_are_defects() -> None:
    of = poll_of([(ranks("1 2 2", "abc"), 2), (ranks("2 1 -", "abc"), 1)], "abc")
    found = {(one.convention, one.value) for one in irv.count(of, RULE).sensitivity}
    assert found == {("defects", "skip"), ("defects", "invalid")}
    both = ranked_rule("irv", skipped_ranks="exhaust")
    of = poll_of([(ranks("1 3 -", "abc"), 2)], "abc")
    found = {(one.convention, one.value) for one in irv.count(of, both).sensitivity}
    assert found == {("skipped_ranks", "skip"), ("skipped_ranks", "invalid")}
    assert irv.count(orders({"a>b": 1}, "ab"), RULE).sensitivity == ()


def test_nobody_ranks_anything() -> None:
    counted = irv.count(orders({}, "abc", blank=1), RULE)
    assert counted.outcome == (Verdict.UNDECIDED, (), "nothing-expressed")
    assert counted.margin == (1, (Verdict.ELECTED, ("a",), ""), "", 0, None)


def test_one_option() -> None:
    counted = irv.count(orders({"a": 3}, "a", blank=1), RULE)
    assert counted.outcome.options == ("a",)
    assert counted.margin == (3, (Verdict.UNDECIDED, (), "nothing-expressed"), "", 0, None)


def test_what_the_rule_must_declare() -> None:
    assert irv.needs(RULE) == ("defects", "ties")
    assert irv.needs(ranked_rule("irv", ties="lot")) == ("defects", "ties", "seed")
