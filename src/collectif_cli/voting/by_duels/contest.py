"""A contest by duels: who is in the running, the duels among them, and what the rule decides of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.default_option import Against, faced, hurdle_of
from collectif_cli.voting.conditions import quorum_test
from collectif_cli.voting.duels import Matrix, restricted
from collectif_cli.voting.leaders import choose, what_follows
from collectif_cli.voting.outcome import Decision, Figures, Outcome, TieBreak, Verdict


class Contest(NamedTuple):
    """The options in the running, in the order of the paper, and the duels among them.

    ``against`` tells how each option fared against the default one, where the rule names one; those that
    did not beat it are not in the running.
    """

    question: str
    options: tuple[str, ...]
    matrix: Matrix
    rule: DecisionRule
    against: tuple[Against, ...] = ()

    def named(self, places: Sequence[int]) -> tuple[str, ...]:
        """Give the options at those places."""
        return tuple(self.options[place] for place in places)


# Who leads a contest, in the order of the paper; nobody where the method finds none.
Leaders: TypeAlias = Callable[[Contest], tuple[str, ...]]


def contest_of(question: str, options: Sequence[str], matrix: Matrix, rule: DecisionRule) -> Contest:
    """Give the contest on all the options, or on those that beat the default one and itself."""
    against = faced(hurdle_of(rule), options, matrix)
    out = {one.option for one in against if one.because}
    places = [place for place, option in enumerate(options) if option not in out]
    stay = tuple(options[place] for place in places)
    return Contest(question, stay, restricted(matrix, places) if out else matrix, rule, against)


def settled(contest: Contest, expressed: int, leaders: Leaders) -> tuple[Outcome, tuple[TieBreak, ...]]:
    """Give the outcome of a contest on that many ballots, quorum apart, and the tie it took."""
    if not expressed:
        return Outcome(Verdict.UNDECIDED, because="nothing-expressed"), ()
    found = leaders(contest)
    if not found:
        return Outcome(Verdict.UNDECIDED, because="no-condorcet-winner"), ()
    return choose(contest.question, found, contest.rule)


def decide(contest: Contest, figures: Figures, leaders: Leaders) -> Decision:
    """Give the decision: the quorum first, then what the duels say."""
    rule = contest.rule
    quorum = quorum_test(rule, figures)
    outcome, ties = settled(contest, figures.expressed or 0, leaders)
    if quorum is not None and not quorum.reached:
        outcome, ties = Outcome(Verdict.NO_QUORUM), ()
    return Decision(outcome=outcome, quorum=quorum, ties=ties, follows=what_follows(outcome, rule))
