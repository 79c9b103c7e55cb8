"""Instant runoff: the option with the fewest ballots leaves, round after round, until one has the majority.

A ballot counts for the option it puts first among those still in the running; one whose options have all
left counts for nobody. An option is elected when more than half of the ballots that still count are for it.
The rule declares what becomes of defects (``defects``, and ``skipped_ranks`` where they have a rule of their
own), and of ties for the last place:

- where those tied have fewer ballots together than any other, all of them leave in any case;
- ``ties: lot``: among those tied, the one with the largest SHA-256 leaves (as ever, the smallest wins);
- ``ties: kept`` or ``second-vote``: each of them is made to leave in turn. If the same option wins whoever
  leaves, it is elected; else the options that can win are a tie.

Sources: the rules that RCTab counts (``singleWinnerMajority``), whose test sets are among the tests; for
ties, the winners of every way, as in Conitzer, Rognlie and Xia, "Preference Functions That Score Rankings and
Maximum Likelihood Estimation" (IJCAI 2009).
"""

from collections.abc import Iterator

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_rounds.count import FOLLOWED_BY_ROUNDS, Ended, count_rounds, needed_by_rounds
from collectif_cli.voting.by_rounds.papers import Papers, Swap
from collectif_cli.voting.by_rounds.preferences import read_preferences
from collectif_cli.voting.by_rounds.runoff import run
from collectif_cli.voting.by_rounds.runoff_margin import least_to_alter, rounds_to_the_end, swaps_to_try
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Outcome, Result, Verdict

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = FOLLOWED_BY_ROUNDS
tie_breaks = ("kept", "lot", "second-vote")
read = read_preferences


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give what becomes of defects and of ties."""
    return needed_by_rounds(rule)


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option that has the majority once others have left."""
    return count_rounds(poll, rule, _run)


def _run(papers: Papers, poll: Poll, rule: DecisionRule) -> Ended:
    race = run(papers, poll.options, rule, poll.question)
    winner = race.winners[0] if len(race.winners) == 1 else ""
    if not race.winners:
        outcome = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    else:
        outcome = Outcome(Verdict.ELECTED if winner else Verdict.TIE, race.winners)
    return Ended(
        outcome,
        {
            "papers": papers.number,
            "stages": race.stages,
            "tied": race.tied,
            "complete": race.complete,
        },
        lambda: _how_close(papers, poll, winner),
    )


def _how_close(papers: Papers, poll: Poll, winner: str) -> tuple[int, Iterator[Swap]]:
    rounds = rounds_to_the_end(papers, poll.options) if papers.number else []
    least = least_to_alter(rounds, winner) if winner else 1
    return least, swaps_to_try(rounds, poll.options, winner)
