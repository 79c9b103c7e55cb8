"""The single transferable vote: Glasgow 2007 to the fifth decimal, the law ballot by ballot, ties."""

import csv
import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from collectif_cli.voting.by_rounds.preferences import preference_refusal
from collectif_cli.voting.by_rounds.worked import Rounds, Stage
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import stv
from collectif_cli.voting.outcome import Result, Verdict
from tests.voting import by_definition
from tests.voting.published import published
from tests.voting.rankings import order, orders, poll_of, polls_by_rank, ranked_rule, ranks

RULE = ranked_rule("stv")
LOT = ranked_rule("stv", ties="lot", seed="7-12-31")
# fr.wikipedia.org, Scrutin à vote unique transférable: two seats.
FRENCH = {"a>b>c>d": 28, "a>c>d>b": 14, "b>c>a>d": 15, "c>a>b>d": 17, "d>b>c>a": 26}
# en.wikipedia.org, Single transferable vote: food for a party, three seats.
PARTY = {
    "orange": 4,
    "pear>orange": 2,
    "chocolate>strawberry": 8,
    "chocolate>hamburger": 4,
    "strawberry": 1,
    "hamburger": 1,
}
FOODS = ("chocolate", "hamburger", "orange", "pear", "strawberry")


def stages(counted: Result) -> tuple[Stage, ...]:
    assert isinstance(counted.working, Rounds)
    return counted.working.stages


def votes(counted: Result) -> list[list[str]]:
    """Give the votes of each stage, in the order of the paper, with their five decimals."""
    return [[f"{number / 100_000:.5f}" for number in stage.votes] for stage in stages(counted)]


def test_surplus_is_passed_on_at_a_value_cut_after_five_decimals() -> None:
    """8 of 42 votes are over the quota: each ballot of a passes on at 0.19047, and 0.00026 votes are lost."""
    counted = stv.count(orders(FRENCH, "abcd"), RULE)
    assert counted.outcome == (Verdict.ELECTED, ("a", "b"), "")
    assert votes(counted) == [
        ["42.00000", "15.00000", "17.00000", "26.00000"],
        ["34.00000", "20.33316", "19.66658", "26.00000"],
        ["34.00000", "37.33316", "0.00000", "28.66658"],
    ]
    first, second, third = stages(counted)
    assert (first.needed, first.elected) == (3_400_000, ("a",))
    assert [(one.to, one.papers, one.value, one.after) for one in second.moved] == [
        ("b", 28, 100_000, 19_047),
        ("c", 14, 100_000, 19_047),
    ]
    assert (second.cut, second.left) == (26, 0)
    # Of the ballots of c, those that came from a keep the value they came with.
    assert [(one.to, one.papers, one.after) for one in third.moved] == [("b", 17, 100_000), ("d", 14, 19_047)]


def test_food_for_a_party() -> None:
    counted = stv.count(orders(PARTY, FOODS), ranked_rule("stv", seats=3))
    assert counted.outcome.options == ("chocolate", "orange", "strawberry")
    assert isinstance(counted.working, Rounds)
    assert counted.working.last == ("strawberry",)


def test_all_published_examples() -> None:
    examples = json.loads(published("worked_examples.json").read_text(encoding="utf-8"))["examples"]
    tried = 0
    for example in examples:
        if not example.get("method", "").startswith("stv"):
            continue
        options = sorted({name for ballot in example["ballots"] for name in ballot.split(">")})
        counted = stv.count(orders(example["ballots"], options), ranked_rule("stv", seats=example["seats"]))
        assert list(counted.outcome.options) == sorted(example["elected"]), example["id"]
        assert stages(counted)[0].needed == example["quota"] * 100_000
        tried += 1
    assert tried == 2


def ward(path: Path) -> tuple[Poll, int, list[str]]:
    """Read a ward in the format ``.blt``: the poll, the seats, the names of options 1, 2…"""
    lines = path.read_text(encoding="utf-8").splitlines()
    number, seats = map(int, lines[0].split())
    end = lines.index("0")
    options = [str(place) for place in range(1, number + 1)]
    papers: Counter[Mark] = Counter()
    for line in lines[1:end]:
        weight, *preferences = line.split()[:-1]
        papers[order(">".join(preferences), options)] += int(weight)
    names = [line.strip('"') for line in lines[end + 1 : end + 1 + number]]
    return poll_of(list(papers.items()), options), seats, names


# Glasgow City Council, 3 May 2007, counted by droop (rounds): ballots, seats, quota, elected, and the
# non-transferable votes of each round.
GLASGOW = {
    "Calton": (
        (5199, 3, 1300, "8 9 10"),
        "0.00000 158.62549 195.31367 236.06639 319.32455 379.73318 493.61498 525.21759 841.22427 1205.10743",
    ),
    "Hillhead": (
        (8984, 4, 1797, "3 7 9 10"),
        "0.00000 24.86773 34.02886 63.78080 167.78856 209.81065 313.98117 801.57254 884.99165 1322.75711",
    ),
    "Langside": (
        (9334, 3, 2334, "1 2 4"),
        "0.00000 48.22738 86.34548 250.29028 410.22832 719.43012 1241.20209 1982.43662",
    ),
}


@pytest.mark.parametrize("name", GLASGOW)
def test_wards_of_glasgow_to_the_fifth_decimal(name: str) -> None:
    poll, seats, names = ward(published(f"glasgow/{name}-2007.blt"))
    counted = stv.count(poll, ranked_rule("stv", seats=seats))
    (papers, to_elect, quota, elected), left = GLASGOW[name]
    assert (poll.figures.cast, seats) == (papers, to_elect)
    assert counted.outcome == (Verdict.ELECTED, tuple(elected.split()), "")
    assert stages(counted)[0].needed == quota * 100_000
    assert [f"{stage.left / 100_000:.5f}" for stage in stages(counted)] == left.split()
    with published(f"glasgow/{name}-2007-scotland-fixed-p5-d5.txt").open(encoding="utf-8") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t") if len(row) > 4]
    expected = [row[6::3] for row in rows if row[1] in {"begin", "transfer"}]
    assert votes(counted) == expected
    assert names == rows[-1][4::3]
    assert [int(option) - 1 for option in elected.split()] == [
        place for place, state in enumerate(rows[-1][5::3]) if state == "E"
    ]


def test_wards_of_glasgow_elect_whom_the_table_says() -> None:
    with published("glasgow/expected.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            poll, seats, names = ward(published(f"glasgow/{row['ward']}-2007.blt"))
            counted = stv.count(poll, ranked_rule("stv", seats=seats))
            assert "; ".join(names[int(one) - 1] for one in counted.outcome.options) == row["elected"]
            assert f"{stages(counted)[0].needed / 100_000:.5f}" == row["quota"]
            assert (len(names), seats, poll.figures.cast) == (
                int(row["candidates"]), int(row["seats"]), int(row["ballots"])
            )  # fmt: skip


def test_the_ward_of_castor_and_pollux() -> None:
    """4 ballots for Castor then Pollux, 2 for Helen: the vote over the quota gives Pollux one."""
    counted = stv.count(orders({"castor>pollux": 4, "helen": 2}, ("castor", "pollux", "helen")), RULE)
    assert counted.outcome.options == ("castor", "helen")
    assert votes(counted) == [
        ["4.00000", "0.00000", "2.00000"],
        ["3.00000", "1.00000", "2.00000"],
        ["3.00000", "0.00000", "2.00000"],
    ]
    poll, seats, _ = ward(published("glasgow/42.blt"))
    assert stv.count(poll, ranked_rule("stv", seats=seats)).outcome.options == ("1", "3")


@settings(max_examples=200)
@given(of=polls_by_rank("abcde", strict=True), seats=st.integers(1, 4))
def test_elected_are_those_of_the_order_ballot_by_ballot(of: Poll, seats: int) -> None:
    assume(of.marks)
    expected = by_definition.scottish(by_definition.as_orders(of.marks), of.options, seats)
    outcome = stv.count(of, ranked_rule("stv", seats=seats)).outcome
    if len(expected) == 1:
        assert outcome == (Verdict.ELECTED, tuple(sorted(next(iter(expected)))), "")
    else:
        sure = frozenset.intersection(*expected)
        assert outcome == (Verdict.TIE, tuple(sorted(frozenset.union(*expected) - sure)), "")
    drawn = stv.count(of, ranked_rule("stv", seats=seats, ties="lot", seed="1")).outcome
    assert frozenset(drawn.options) in expected


@given(of=polls_by_rank("abcde", strict=True), seats=st.integers(1, 4))
def test_votes_never_go_missing(of: Poll, seats: int) -> None:
    counted = stv.count(of, ranked_rule("stv", seats=seats, ties="lot", seed="1"))
    for stage in stages(counted):
        assert sum(stage.votes) + stage.left + stage.cut == 100_000 * (of.figures.expressed or 0)
        assert stage.cut >= 0


def test_tie_is_settled_by_the_latest_round_that_was_unequal() -> None:
    """b and c end the second round with 7 votes; in the first b had 5 and c had 6, so b leaves."""
    of = orders({"a": 20, "b": 5, "c": 6, "d>b": 2, "d>c": 1, "e": 8}, "abcde")
    counted = stv.count(of, RULE)
    tied = [(stage.options, stage.tie) for stage in stages(counted) if stage.tie]
    assert tied == [(("b",), (("b", "c"), "earlier-stage", ("b",), 2, ()))]


def test_larger_surplus_goes_first_and_equal_ones_look_back() -> None:
    counted = stv.count(orders({"a>c": 10, "b>d": 8, "c": 1, "d": 2}, "abcd"), ranked_rule("stv", seats=3))
    assert [stage.options for stage in stages(counted)[1:3]] == [("a",), ("b",)]


def test_tie_that_was_never_unequal_is_kept_where_it_matters() -> None:
    of = orders({"a": 6, "b": 3, "c": 3}, "abc")
    counted = stv.count(of, RULE)
    assert counted.outcome == (Verdict.TIE, ("b", "c"), "")
    assert isinstance(counted.working, Rounds)
    assert counted.working.tied == (("b", "c"), "kept", (), 0, ())
    assert stages(counted)[0].elected == ("a",)
    drawn = stv.count(of, LOT)
    (tie,) = [stage.tie for stage in stages(drawn) if stage.tie]
    digests = sorted((sha256(f"7-12-31/q/{option}".encode()).hexdigest(), option) for option in "bc")
    assert tie.draws == tuple((option, digest) for digest, option in digests)
    assert drawn.outcome == (Verdict.ELECTED, ("a", digests[0][1]), "")


def test_tie_that_does_not_matter_is_passed() -> None:
    counted = stv.count(orders({"a": 6, "b>d": 2, "c>d": 2, "d": 3}, "abcd"), RULE)
    assert counted.outcome.options == ("a", "d")
    assert [stage.tie.by for stage in stages(counted) if stage.tie] == ["either"]


def test_those_without_votes_leave_without_a_lot() -> None:
    counted = stv.count(orders({"a": 6, "b": 5, "c": 4}, "abcdef"), LOT)
    assert [stage.tie.by for stage in stages(counted) if stage.tie] == ["no-votes", "no-votes"]
    assert counted.outcome.options == ("a", "b")
    assert ("ties", "kept") not in {(one.convention, one.value) for one in counted.sensitivity}


@pytest.mark.parametrize(("options", "seats"), [("ab", 2), ("ab", 5), ("a", 1)])
def test_no_more_options_than_seats(options: str, seats: int) -> None:
    counted = stv.count(orders({"a": 3}, options), ranked_rule("stv", seats=seats))
    assert counted.outcome == (Verdict.ELECTED, tuple(options), "")


def test_nobody_ranks_anything() -> None:
    counted = stv.count(orders({}, "abc", blank=2), RULE)
    assert counted.outcome == (Verdict.UNDECIDED, (), "nothing-expressed")
    assert stages(counted) == ()


def test_paper_without_a_first_preference_is_not_in_the_quota() -> None:
    """By SSI 2007/42 it is void. Of five papers four are in the quota."""
    mark = ranks("1 1 2", "abc")
    assert preference_refusal(mark, RULE, 3) is not None
    counted = stv.count(
        poll_of([(order("a", "abc"), 4)], "abc", refused=[(mark, 1)]), ranked_rule("stv", seats=1)
    )
    assert (counted.figures.cast, stages(counted)[0].needed) == (5, 300_000)
    skipping = {(one.convention, one.value): one.outcome.options for one in counted.sensitivity}
    assert skipping == {("defects", "skip"): ("a",), ("defects", "invalid"): ("a",)}


def test_what_the_rule_must_declare() -> None:
    assert stv.needs(RULE) == ("seats", "variant", "defects", "ties")
    assert stv.needs(LOT) == ("seats", "variant", "defects", "ties", "seed")


def test_too_many_choices_of_a_tie_leave_everyone_possible() -> None:
    """Seven alike for two seats: more choices than are tried, and those not reached may be elected too."""
    counted = stv.count(orders(dict.fromkeys("abcdefg", 1), "abcdefg"), ranked_rule("stv", ties="kept"))
    assert counted.outcome == (Verdict.TIE, tuple("abcdefg"), "")
    assert isinstance(counted.working, Rounds)
    assert not counted.working.complete
