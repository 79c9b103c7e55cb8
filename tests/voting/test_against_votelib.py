"""Thousands of elections drawn at random, each counted by votelib too: an independent implementation.

votelib settles no ties: it raises, or gives a `Tie`, or takes those first that come before more options. Each
test says how far the two can be compared; where votelib is silent, ``by_definition`` is not.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from votelib.convert import RankedToCondorcetVotes
from votelib.evaluate.condorcet import CondorcetWinner, RankedPairs, Schulze, SmithSet
from votelib.evaluate.core import Plurality, Tie, VotingSystemError
from votelib.evaluate.sequential import TransferableVoteSelector

from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Result, Verdict
from tests.voting import by_definition
from tests.voting.rankings import poll_of, ranked_rule

# A ballot of votelib: options, or sets of equal ones, from the first to the last.
Ranking = tuple[str | frozenset[str], ...]


def elections(seed: int, number: int, *, strict: bool = False) -> Iterator[Poll]:
    """Yield elections of one to five options and none to thirty ballots, some of them blank or alike."""
    chance = random.Random(seed)
    for _ in range(number):
        options = "abcde"[: chance.randint(1, 5)]
        papers = [
            (_mark(chance, options, strict), chance.randint(1, 3)) for _ in range(chance.randint(0, 12))
        ]
        yield poll_of(papers, options, blank=chance.randint(0, 2))


def _mark(chance: random.Random, options: str, strict: bool) -> Mark:
    if strict:
        some = chance.sample(options, chance.randint(1, len(options)))
        ranks = {option: rank for rank, option in enumerate(some, start=1)}
    else:
        places = {option: chance.randint(0, len(options)) for option in options}
        known = sorted({place for place in places.values() if place})
        ranks = {option: known.index(place) + 1 for option, place in places.items() if place}
    return tuple((option, ranks[option]) for option in options if option in ranks)


def theirs(of: Poll) -> dict[Ranking, int]:
    """Give the ballots as votelib takes them."""
    votes: Counter[Ranking] = Counter()
    for mark, number in of.marks:
        tiers: dict[int, list[str]] = {}
        for option, rank in mark:
            tiers.setdefault(rank, []).append(option)
        ranking = tuple(tier[0] if len(tier) == 1 else frozenset(tier) for _, tier in sorted(tiers.items()))
        votes[ranking] += number
    return dict(votes)


def duels(of: Poll, unranked: str) -> dict[tuple[str, str], int]:
    """Give the duels as votelib counts them, with 0 where it leaves a pair out."""
    found = RankedToCondorcetVotes(unranked_at_bottom=unranked == "last").convert(theirs(of))
    return {(a, b): found.get((a, b), 0) for a in of.options for b in of.options if a != b}


def names(found: Sequence[object]) -> set[object]:
    """Give the options of an answer of votelib, those of its ties too."""
    return {one for item in found for one in (item if isinstance(item, Tie) else [item])}


def rounds(transferer: str) -> TransferableVoteSelector:
    """Give the counter by rounds; the one retained by default takes the exhausted ballots for an option."""
    return TransferableVoteSelector(quota_function="droop", transferer=transferer, retainer=Plurality())


def ours(of: Poll, method: str, **said: Any) -> Result:
    return METHODS[method].count(of, ranked_rule(method, **said))


@pytest.mark.parametrize("unranked", ["last", "ignored"])
def test_duels_are_the_same(unranked: str) -> None:
    for of in elections(1, 2000):
        working = ours(of, "condorcet", unranked=unranked).working
        assert isinstance(working, Duels)
        mine = {
            (a, b): working.matrix[i][j]
            for i, a in enumerate(of.options)
            for j, b in enumerate(of.options)
            if a != b
        }
        expected = duels(of, unranked)
        if unranked == "last":
            # votelib knows no option that nobody ranks.
            ranked = {option for mark, _ in of.marks for option, _ in mark}
            mine = {pair: votes for pair, votes in mine.items() if set(pair) <= ranked}
            expected = {pair: votes for pair, votes in expected.items() if set(pair) <= ranked}
        assert mine == expected


def test_condorcet_winner_and_smith_set_are_the_same() -> None:
    with_winner = 0
    for of in elections(2, 2000):
        if len(of.options) < 2 or not of.marks:
            continue
        matrix = by_definition.duels(of.marks, of.options)
        votes = {(a, b): matrix[i][j] for i, a in enumerate(of.options) for j, b in enumerate(of.options)}
        votes = {pair: number for pair, number in votes.items() if pair[0] != pair[1]}
        counted = ours(of, "condorcet")
        assert list(counted.outcome.options) == CondorcetWinner().evaluate(votes)
        with_winner += counted.outcome.verdict is Verdict.ELECTED
        assert isinstance(counted.working, Duels)
        if all(votes[a, b] != votes[b, a] for a, b in votes):
            assert set(counted.working.smith) == set(SmithSet().evaluate(votes))
    assert 500 < with_winner < 1800


def test_schulze_winners_are_the_same() -> None:
    """Without unranked or equal options, winning votes alone say how strong a duel is, as votelib has it."""
    several = 0
    chance = random.Random(3)
    for _ in range(3000):
        options = "abcde"[: chance.randint(2, 5)]
        papers = [
            (tuple((o, r) for o, r in zip(options, chance.sample(range(1, 6), len(options)), strict=True)), 1)
            for _ in range(chance.randint(1, 15))
        ]
        of = poll_of(papers, options)
        winners = set(ours(of, "schulze").outcome.options)
        several += len(winners) > 1
        found = names(Schulze().evaluate(duels(of, "last"), 1))
        assert found <= winners
        assert len(winners) > 1 or found == winners
    assert several > 300


@pytest.mark.parametrize("measure", ["winning-votes", "margins"])
def test_ranked_pairs_winners_are_the_same(measure: str) -> None:
    """Where every duel is won and no two are equal: votelib takes equal ones anyhow."""
    compared = 0
    for of in elections(4, 3000):
        matrix = by_definition.duels(of.marks, of.options)
        size = range(len(of.options))
        won = [
            matrix[a][b] - (matrix[b][a] if measure == "margins" else 0)
            for a in size
            for b in size
            if matrix[a][b] > matrix[b][a]
        ]
        if len(won) < len(size) * (len(size) - 1) // 2 or len(set(won)) < len(won) or len(size) < 2:
            continue
        votes = {(of.options[a], of.options[b]): matrix[a][b] for a in size for b in size if a != b}
        counted = ours(of, "ranked-pairs", strength=measure)
        try:
            found = RankedPairs(measure.replace("-", "_")).evaluate(votes, len(of.options))
        except VotingSystemError:
            continue
        compared += 1
        assert counted.ranking == tuple((option,) for option in found)
    assert compared > 200


def test_instant_runoff_winners_are_the_same() -> None:
    """Where no two are ever last together, since votelib raises on that."""
    compared = 0
    selector = rounds("Hare")
    for of in elections(5, 3000, strict=True):
        if not of.marks:
            continue
        try:
            found = selector.evaluate(theirs(of), 1)
        except NotImplementedError:
            continue
        if not found or names(found) != set(found):
            continue
        compared += 1
        assert ours(of, "irv").outcome.options == tuple(found), of.marks
    assert compared > 1000


def test_transferable_votes_elect_the_same() -> None:
    """Where no tie was met, by votelib in exact fractions or here with five decimals."""
    compared = 0
    selector = rounds("Gregory")
    for of in elections(6, 3000, strict=True):
        if not of.marks or len(of.options) < 3:
            continue
        try:
            found = selector.evaluate(theirs(of), 2)
        except (NotImplementedError, VotingSystemError):
            continue
        counted = ours(of, "stv", seats=2)
        if counted.outcome.verdict is not Verdict.ELECTED or len(found) < 2 or names(found) != set(found):
            continue
        compared += 1
        assert set(counted.outcome.options) == set(found), of.marks
    assert compared > 500
