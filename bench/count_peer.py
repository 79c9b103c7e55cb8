"""Counts a file of ballots with another library, from the CSV: ``python -m bench.count_peer PEER FILE``.

Each peer is given the ballots in the form it wants, made in the quickest plain way; the winners are printed.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

Rows = Iterator[list[str]]
Options = list[str]


def rows_of(path: Path) -> tuple[Options, Rows]:
    """Give the options of a file of ballots, and its cells row by row."""
    reader = csv.reader(path.open(encoding="utf-8", newline=""))
    options = [title.partition(".")[2] for title in next(reader)[1:]]
    return options, (row[1:] for row in reader)


def votelib_approval(options: Options, rows: Rows) -> object:
    """Approval, by votelib: options approved together, with how many ballots do."""
    from votelib.convert import ApprovalToSimpleVotes
    from votelib.evaluate.core import Plurality

    votes = Counter(frozenset(o for o, cell in zip(options, row, strict=True) if cell == "1") for row in rows)
    return Plurality().evaluate(ApprovalToSimpleVotes().convert(votes), 1)


def votelib_score(options: Options, rows: Rows) -> object:
    """Score, by votelib."""
    from votelib.evaluate.cardinal import ScoreVoting

    return ScoreVoting("mean").evaluate(_scores(options, rows), 1)


def votelib_grades(options: Options, rows: Rows) -> object:
    """Majority judgment, by votelib."""
    from votelib.evaluate.cardinal import MajorityJudgment

    return MajorityJudgment().evaluate(_scores(options, rows), 1)


def _scores(options: Options, rows: Rows) -> Counter[frozenset[tuple[str, int]]]:
    return Counter(frozenset(zip(options, map(int, row), strict=True)) for row in rows)


def condorcet_winner(options: Options, rows: Rows) -> object:
    """The Condorcet winner, by condorcet."""
    from condorcet import CondorcetEvaluator

    votes = [dict(zip(options, map(int, row), strict=True)) for row in rows]
    return CondorcetEvaluator(candidates=options, votes=votes).get_n_winners(1)[0]


def schulze_winner(options: Options, rows: Rows) -> object:
    """The Schulze winner, by schulze_voting."""
    from schulze_voting import SchulzeVote, evaluate_schulze

    votes = [SchulzeVote(list(map(int, row))) for row in rows]
    return [options[place] for place in evaluate_schulze(votes, len(options)).candidate_wins[0]]


def votelib_pairs(options: Options, rows: Rows) -> object:
    """Ranked pairs, by votelib."""
    from votelib.convert import RankedToCondorcetVotes
    from votelib.evaluate.condorcet import RankedPairs

    return RankedPairs().evaluate(RankedToCondorcetVotes().convert(Counter(_orders(options, rows))), 1)


def pyrankvote_irv(options: Options, rows: Rows) -> object:
    """Instant runoff, by pyrankvote."""
    import pyrankvote

    people, ballots = _papers(options, rows)
    return pyrankvote.instant_runoff_voting(people, ballots).get_winners()


def pyrankvote_stv(options: Options, rows: Rows) -> object:
    """Four seats by the single transferable vote, by pyrankvote."""
    import pyrankvote

    people, ballots = _papers(options, rows)
    return pyrankvote.single_transferable_vote(people, ballots, number_of_seats=4).get_winners()


def _papers(options: Options, rows: Rows) -> tuple[list[object], list[object]]:
    from pyrankvote import Ballot, Candidate

    people = {option: Candidate(option) for option in options}
    return list(people.values()), [Ballot([people[one] for one in order]) for order in _orders(options, rows)]


def _orders(options: Options, rows: Rows) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield tuple(option for _, option in sorted(zip(map(int, row), options, strict=True)))


def polars_counts(path: Path) -> object:
    """The bare count of each number in each column, by Polars."""
    import polars

    table = polars.scan_csv(path)
    titles = table.collect_schema().names()[1:]
    small = {title: polars.Int8 for title in titles}
    table = polars.scan_csv(path, schema_overrides=small)
    asked = [
        (polars.col(title) == value).sum().alias(f"{title}/{value}")
        for title in titles
        for value in range(1, 8)
    ]
    return table.select(asked).collect(engine="streaming").row(0)


def polars_duels(path: Path) -> object:
    """The duels of ranks by Polars and NumPy, a million ballots at a time."""
    import numpy as np
    import polars

    titles = polars.scan_csv(path).collect_schema().names()[1:]
    table = polars.read_csv(path, columns=titles, schema_overrides=dict.fromkeys(titles, polars.Int8))
    duels = np.zeros((len(titles), len(titles)), np.int64)
    for part in table.iter_slices(1_000_000):
        ranks = [part[title].to_numpy() for title in titles]
        for one, mine in enumerate(ranks):
            for other, theirs in enumerate(ranks):
                duels[one, other] += np.count_nonzero(mine < theirs)
    return duels.tolist()


PEERS: dict[str, Callable[[Options, Rows], object]] = {
    "votelib-approval": votelib_approval,
    "votelib-score": votelib_score,
    "votelib-grades": votelib_grades,
    "condorcet": condorcet_winner,
    "schulze_voting": schulze_winner,
    "votelib-pairs": votelib_pairs,
    "pyrankvote-irv": pyrankvote_irv,
    "pyrankvote-stv": pyrankvote_stv,
}
FLOORS: dict[str, Callable[[Path], object]] = {"polars-counts": polars_counts, "polars-duels": polars_duels}

if __name__ == "__main__":
    peer, file = sys.argv[1], Path(sys.argv[2])
    if peer in FLOORS:
        print(FLOORS[peer](file))
    else:
        print(PEERS[peer](*rows_of(file)))
