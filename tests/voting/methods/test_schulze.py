"""Schulze: the examples of the paper, Debian, Kubernetes, the definition path by path, laws."""

import csv
import json
import re
from collections import Counter
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.methods import schulze
from collectif_cli.voting.outcome import Verdict
from tests.voting import by_definition
from tests.voting.published import published
from tests.voting.rankings import order, orders, poll_of, polls_by_rank, ranked_rule

WINNING, MARGINS = ranked_rule("schulze"), ranked_rule("schulze", strength="margins")
ABCD = "abcd"

# Schulze, arXiv 1804.02973, section 3: ballots, winners, strongest paths (votes of their weakest duel).
PAPER = [
    (
        {"a>c>d": 8, "b>a>d": 2, "c>d>b": 4, "d>b>a": 4, "d>c>b": 3},
        "d",
        {"a": "14 14 12", "b": "13 13 12", "c": "13 15 12", "d": "13 19 13"},
    ),
    (
        {"a>c>d": 3, "b>a>c": 9, "c>d>a": 8, "d>a>b": 5, "d>b>c": 5},
        "c",
        {"a": "17 17 17", "b": "18 19 19", "c": "18 20 20", "d": "18 21 19"},
    ),
    ({"a>b>c": 3, "c>b>d": 2, "d>a>b": 2, "d>b>c": 2}, "bd", {}),
    ({"a>b>c": 12, "a>d>b": 6, "b>c>d": 9, "c>d>a": 15, "d>b>a": 21}, "d", {}),
]


@pytest.mark.parametrize(("ballots", "winners", "paths"), PAPER)
def test_examples_of_the_paper(ballots: dict[str, int], winners: str, paths: dict[str, str]) -> None:
    counted = schulze.count(orders(ballots, ABCD), WINNING)
    assert counted.outcome.options == tuple(winners)
    assert isinstance(counted.working, Duels)
    found = {(one.route[0], one.route[-1]): one.votes for one in counted.working.paths}
    for start, votes in paths.items():
        others = [option for option in ABCD if option != start]
        assert [found[start, end] for end in others] == [int(one) for one in votes.split()]


def test_order_of_the_third_example() -> None:
    ballots = {
        "a>c>b>e": 5,
        "a>d>e>c": 5,
        "b>e>d>a": 8,
        "c>a>b>e": 3,
        "c>a>e>b": 7,
        "c>b>a>d": 2,
        "d>c>e>b": 7,
        "e>b>a>d": 8,
    }
    counted = schulze.count(orders(ballots, "abcde"), WINNING)
    assert counted.ranking == (("e",), ("a",), ("c",), ("b",), ("d",))


def test_options_that_nothing_separates_stand_together() -> None:
    """In the fourth example only b before c and d before a are strict."""
    counted = schulze.count(orders(PAPER[2][0], ABCD), WINNING)
    assert counted.outcome == (Verdict.TIE, ("b", "d"), "")
    assert counted.ranking == (("b", "d"), ("a", "c"))


def test_all_published_examples() -> None:
    examples = json.loads(published("worked_examples.json").read_text(encoding="utf-8"))["examples"]
    tried = 0
    for example in examples:
        if example.get("method") != "schulze-winning-votes":
            continue
        options = sorted({name for ballot in example["ballots"] for name in ballot.split(">")})
        counted = schulze.count(orders(example["ballots"], options), WINNING)
        if "winner" in example:
            assert list(counted.outcome.options) == example["winner"], example["id"]
        if "ranking" in example:
            expected = [tuple(sorted(one)) if isinstance(one, list) else (one,) for one in example["ranking"]]
            assert list(counted.ranking) == expected, example["id"]
        assert isinstance(counted.working, Duels)
        found = {(one.route[0], one.route[-1]): one.votes for one in counted.working.paths}
        for start, ends in example.get("strongest_paths", {}).items():
            assert {end: found[start, end] for end in ends} == ends, example["id"]
        tried += 1
    assert tried == 6


# kubernetes/community, elections/steering: cast, and the published order.
KUBERNETES = {
    "2024": (233, "bentheelder aojea saschagrunert natalisucks katcosgrove palnabarun xmudrii"),
    "2025": (
        210,
        "soltysh ritazh pacoxu katcosgrove priyankasaggu11929 natalisucks xmudrii stmcginnis",
    ),
}


@pytest.mark.parametrize("year", KUBERNETES)
def test_steering_committee_of_kubernetes(year: str) -> None:
    """Elekto counts Schulze by winning votes, where “no opinion” takes part in no duel."""
    with published(f"kubernetes/{year}/ballots.csv").open(encoding="utf-8", newline="") as lines:
        options, *rows = list(csv.reader(lines))
    papers: Counter[Mark] = Counter()
    for row in rows:
        ranks = {option: int(cell) for option, cell in zip(options, row, strict=True) if cell.isdigit()}
        papers[tuple(ranks.items())] += 1
    cast, expected = KUBERNETES[year]
    rule = ranked_rule("schulze", unranked="ignored")
    counted = schulze.count(poll_of(list(papers.items()), options), rule)
    assert counted.figures.cast == cast
    assert counted.ranking == tuple((option,) for option in expected.split())


# vote.debian.org, vote_001 of 2020 and 2021: ballots, the options in the published order, their duels.
DEBIAN = {
    "D20": (339, ("carter", "chandran", "gupta", "nota"), "258-57 281-40 301-34 163-114 244-76 194-125"),
    "D21": (455, ("carter", "chandran", "nota"), "312-102 421-30 341-81"),
}


@pytest.mark.parametrize("name", DEBIAN)
def test_project_leaders_of_debian(name: str) -> None:
    """Constitution, A.6: each option must be put before “none of the above” by a majority, and by 3Q."""
    sheet = published(f"debian/{name}.debian_votes").read_text(encoding="utf-8", errors="replace")
    cast, options, duels = DEBIAN[name]
    papers: Counter[Mark] = Counter()
    for vote in re.findall(r"^V: (\S+)", sheet, re.MULTILINE):
        cells = zip(options, vote, strict=True)
        papers[tuple((option, int(cell)) for option, cell in cells if cell.isdigit())] += 1
    rule = ranked_rule("schulze", default_option="nota", beats="> 1/2", quorum=Fraction(48))
    counted = schulze.count(poll_of(list(papers.items()), options), rule)
    assert counted.figures.cast == cast
    assert counted.outcome == (Verdict.ELECTED, ("carter",), "")
    assert counted.ranking == tuple((option,) for option in options)
    assert isinstance(counted.working, Duels)
    assert not any(one.because for one in counted.working.against)
    matrix, size = counted.working.matrix, range(len(options))
    assert " ".join(f"{matrix[a][b]}-{matrix[b][a]}" for a in size for b in size if a < b) == duels


@pytest.mark.parametrize("name", DEBIAN)
def test_published_duels_of_debian_give_the_published_order(name: str) -> None:
    """Ballots that rank two options and fight no other duel make up the published table."""
    _, options, duels = DEBIAN[name]
    papers = []
    for (one, other), duel in zip(combinations(options, 2), duels.split(), strict=True):
        votes, against = map(int, duel.split("-"))
        papers += [(order(f"{one}>{other}", options), votes), (order(f"{other}>{one}", options), against)]
    rule = ranked_rule("schulze", unranked="ignored", default_option="nota", beats="> 1/2")
    counted = schulze.count(poll_of(papers, options), rule)
    assert counted.ranking == tuple((option,) for option in options)


@pytest.mark.parametrize("measure", ["winning-votes", "margins"])
@pytest.mark.parametrize("unranked", ["last", "ignored"])
@given(of=polls_by_rank(ABCD))
def test_winners_are_those_of_the_definition(measure: str, unranked: str, of: Poll) -> None:
    counted = schulze.count(of, ranked_rule("schulze", strength=measure, unranked=unranked))
    if not of.marks:
        assert counted.outcome == (Verdict.UNDECIDED, (), "nothing-expressed")
        return
    matrix = by_definition.duels(of.marks, of.options, unranked)
    expected = by_definition.schulze(matrix, measure)
    assert counted.outcome.options == tuple(ABCD[place] for place in sorted(expected))
    assert counted.outcome.verdict is (Verdict.ELECTED if len(expected) == 1 else Verdict.TIE)
    assert counted.ranking[0] == counted.outcome.options


@given(of=polls_by_rank(ABCD))
def test_each_path_is_a_row_of_duels_won_worth_its_weakest(of: Poll) -> None:
    counted = schulze.count(of, MARGINS)
    assert isinstance(counted.working, Duels)
    matrix, place = counted.working.matrix, ABCD.index
    for path in counted.working.paths:
        steps = [(place(a), place(b)) for a, b in zip(path.route, path.route[1:], strict=False)]
        sides = [(matrix[a][b], matrix[b][a]) for a, b in steps]
        assert all(votes > against for votes, against in sides)
        assert min(votes - against for votes, against in sides) == path.votes - path.against
        assert (path.votes, path.against) in sides
        assert len(set(path.route)) == len(path.route)


@pytest.mark.parametrize("rule", [WINNING, MARGINS], ids=["winning-votes", "margins"])
@given(of=polls_by_rank("abc", most=8), copies=st.lists(st.sampled_from(["c>e", "e>c", "c=e"]), min_size=8))
def test_a_twin_takes_nothing_from_the_others(rule: DecisionRule, of: Poll, copies: list[str]) -> None:
    """Clones (Schulze 2018, section 4.6): with a twin of c beside it, the winners among the others stay.

    A ballot that does not rank c is completed first, so that the twins stand side by side on it; what is
    equal to c is equal to both.
    """
    assume(of.marks)
    whole = [(_whole(mark, "abc"), number) for mark, number in of.marks]
    twins = [(_with_twin(mark, copy), number) for (mark, number), copy in zip(whole, copies, strict=False)]
    without = schulze.count(poll_of(whole[: len(twins)], "abc"), rule).outcome.options
    having = schulze.count(poll_of(twins, "abce"), rule).outcome.options
    assert set(without) - {"c"} == set(having) - {"c", "e"}
    assert ("c" in without) == bool({"c", "e"} & set(having))


def _whole(mark: Mark, options: str) -> Mark:
    ranks = dict(mark)
    return tuple((option, ranks.get(option, 9)) for option in options)


def _with_twin(mark: Mark, copy: str) -> Mark:
    ranks = {option: 10 * rank for option, rank in mark}
    alone = sum(1 for rank in ranks.values() if rank == ranks["c"]) == 1
    level = dict(order(copy if alone else "c=e", "ce"))
    ranks["e"] = ranks["c"] + level["e"] - 1
    ranks["c"] += level["c"] - 1
    return tuple((option, ranks[option]) for option in "abce")


def test_strength_can_choose_the_winner() -> None:
    """a beats b 7 to 6, b beats c 6 to 4, c beats a 8 to 3: by margins the first duel is the weakest."""
    of = orders({"a": 3, "b": 2, "c>a": 4, "b>c": 4}, "abc")
    assert schulze.count(of, MARGINS).outcome.options == ("b",)
    assert schulze.count(of, WINNING).outcome.options == ("c",)


def test_lot_among_those_that_nothing_separates() -> None:
    rule = ranked_rule("schulze", ties="lot", seed="7-12-31")
    counted = schulze.count(orders(PAPER[2][0], ABCD), rule)
    (tie,) = counted.decision.ties
    assert tie.options == ("b", "d")
    assert counted.outcome == (Verdict.ELECTED, (tie.draws[0][0],), "")
    assert ("ties", "kept") in {(one.convention, one.value) for one in counted.sensitivity}


def test_second_vote_follows_a_tie() -> None:
    counted = schulze.count(orders(PAPER[2][0], ABCD), ranked_rule("schulze", ties="second-vote"))
    assert (counted.outcome.verdict, counted.decision.follows) == (Verdict.TIE, "second-vote")


def test_what_the_rule_must_declare() -> None:
    assert schulze.needs(WINNING) == ("strength", "unranked", "equal_ranks")
    lot = ranked_rule("schulze", default_option="d", ties="lot")
    assert schulze.needs(lot) == ("strength", "unranked", "equal_ranks", "beats", "seed")
