"""What becomes of the options that lead: one is chosen, a tie is kept or a lot is drawn, and what follows."""

from collections.abc import Sequence
from typing import NamedTuple

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.conditions import base_used, quorum_test, threshold_test
from collectif_cli.voting.lot import draw
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import Decision, Outcome, TieBreak, Verdict


class Level(NamedTuple):
    """Options that nothing separates, and the votes of each, for the methods that count votes."""

    options: tuple[str, ...]
    votes: int = 0


def with_seed(rule: DecisionRule, *needed: str) -> tuple[str, ...]:
    """Give the conventions that a rule must declare, and the seed when it draws lots."""
    return (*needed, "seed") if tie_rule(rule) == "lot" else needed


def decide(poll: Poll, rule: DecisionRule, levels: Sequence[Level]) -> Decision:
    """Give the decision among options in order, the best level first; no level when nothing was expressed.

    With a threshold, only options whose votes meet it are chosen; with ``seats``, as many as there are.
    """
    base = base_used(rule, poll.figures) if rule.threshold else None
    most = levels[0].votes if levels else 0
    test = threshold_test(rule.threshold.value, most, base.number) if rule.threshold and base else None
    quorum = quorum_test(rule, poll.figures)
    ties: tuple[TieBreak, ...] = ()
    if quorum is not None and not quorum.reached:
        outcome = Outcome(Verdict.NO_QUORUM)
    elif not levels:
        outcome = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    elif test is not None and not test.reached:
        outcome = Outcome(Verdict.UNDECIDED, because="threshold")
    else:
        met = [one for one in levels if test is None or test.threshold.met_by(one.votes, test.base)]
        outcome, ties = choose_several(poll, tuple(one.options for one in met), rule)
    follows = what_follows(outcome, rule)
    return Decision(outcome=outcome, base=base, quorum=quorum, threshold=test, ties=ties, follows=follows)


def what_follows(outcome: Outcome, rule: DecisionRule) -> str:
    """Give what follows by the rule: ``second-call``, ``fallback``, ``second-vote``, or nothing."""
    if outcome.because in {"no-condorcet-winner", "objection-maintained"} and rule.fallback is not None:
        return "fallback"
    if outcome.verdict is Verdict.NO_QUORUM and rule.second_call is not None:
        return "second-call"
    return "second-vote" if outcome.verdict is Verdict.TIE and tie_rule(rule) == "second-vote" else ""


def choose(
    question: str, leaders: tuple[str, ...], rule: DecisionRule
) -> tuple[Outcome, tuple[TieBreak, ...]]:
    """Give the outcome for those who have most votes; a tie stays one unless the rule draws lots."""
    if len(leaders) == 1:
        return Outcome(Verdict.ELECTED, leaders), ()
    if tie_rule(rule) == "lot" and rule.seed is not None:
        draws = draw(rule.seed.value, question, leaders)
        chosen = draws[0][0]
        return Outcome(Verdict.ELECTED, (chosen,)), (TieBreak(leaders, "lot", (chosen,), draws),)
    return Outcome(Verdict.TIE, leaders), (TieBreak(leaders, tie_rule(rule)),)


def choose_several(
    poll: Poll, order: tuple[tuple[str, ...], ...], rule: DecisionRule
) -> tuple[Outcome, tuple[TieBreak, ...]]:
    """Give the outcome for as many as there are seats, one when the rule does not say; ``order``: best first.

    Those of a level that has too many for the seats left are tied: a lot puts them in order, or the outcome
    is that tie. Fewer options than seats are all chosen.
    """
    seats = rule.seats.value if rule.seats is not None else 1
    if seats == 1 and order:
        return choose(poll.question, order[0], rule)
    chosen: set[str] = set()
    ties: tuple[TieBreak, ...] = ()
    for level in order:
        left = seats - len(chosen)
        if len(level) <= left:
            chosen.update(level)
        elif left:
            if tie_rule(rule) != "lot" or rule.seed is None:
                return Outcome(Verdict.TIE, level), (TieBreak(level, tie_rule(rule)),)
            draws = draw(rule.seed.value, poll.question, level)
            drawn = tuple(id for id, _ in draws[:left])
            chosen.update(drawn)
            ties = (TieBreak(level, "lot", drawn, draws),)
    return Outcome(Verdict.ELECTED, tuple(option for option in poll.options if option in chosen)), ties


def tie_rule(rule: DecisionRule) -> str:
    """Give how the rule resolves ties: it keeps them unless it says otherwise."""
    return rule.ties.value if rule.ties is not None else "kept"
