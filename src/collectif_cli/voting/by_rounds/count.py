"""What the methods by rounds share: the conventions they need, the decision, how close, other conventions."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_rounds.papers import Papers, Swap
from collectif_cli.voting.by_rounds.preferences import (
    defects_in,
    defects_of,
    papers_of,
    preference_refusal,
)
from collectif_cli.voting.by_rounds.recount import margin_by_recount
from collectif_cli.voting.by_rounds.worked import Rounds
from collectif_cli.voting.conditions import quorum_test
from collectif_cli.voting.leaders import tie_rule, what_follows, with_seed
from collectif_cli.voting.method import Poll
from collectif_cli.voting.outcome import (
    Alternative,
    Decision,
    Figures,
    Margin,
    Outcome,
    Result,
    TieBreak,
    Verdict,
    quorum_missed,
)
from collectif_cli.voting.ranks import read_anew
from collectif_cli.voting.sensitivity import declared_otherwise, without_quorum

FOLLOWED_BY_ROUNDS = ("defects", "skipped_ranks", "equal_ranks")
_FATES = ("skip", "exhaust", "invalid")


class Ended(NamedTuple):
    """A count by rounds that has ended: its outcome, quorum apart, and the fields of ``Rounds``.

    ``how_close`` gives how many changed ballots it takes at the least, as far as that is proved, and the
    changes worth trying.
    """

    outcome: Outcome
    worked: Mapping[str, Any]
    how_close: Callable[[], tuple[int, Iterable[Swap]]]


# Counts the ballots, in whichever poll and under whichever rule, to the end.
Run: TypeAlias = Callable[[Papers, Poll, DecisionRule], Ended]


def needed_by_rounds(rule: DecisionRule, *others: str) -> tuple[str, ...]:
    """Give the conventions that a method by rounds needs: its own, then those of all of them."""
    return with_seed(rule, *others, "defects", "ties")


def count_rounds(poll: Poll, rule: DecisionRule, run: Run) -> Result:
    """Give the result of a poll by rounds."""
    papers = papers_of(poll, rule)
    ended = run(papers, poll, rule)
    decision = _decided(ended.outcome, poll.figures, rule)
    skipped, twice = defects_in(mark for mark, _ in poll.marks)
    defects = defects_of(rule)
    working = Rounds(
        options=poll.options,
        skipped=defects.skipped if skipped else "",
        twice=defects.twice if twice else "",
        lot=f"{rule.seed.value}/{poll.question}/<id>" if rule.seed is not None else "",
        **ended.worked,
    )
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=decision,
        working=working,
        margin=_margin(papers, poll, rule, decision, ended, run),
        sensitivity=_otherwise(poll, rule, run, working),
        set_aside=poll.set_aside,
    )


def _decided(outcome: Outcome, figures: Figures, rule: DecisionRule) -> Decision:
    """Give the decision: the quorum first, then what the rounds say."""
    quorum = quorum_test(rule, figures)
    if quorum is not None and not quorum.reached:
        outcome = Outcome(Verdict.NO_QUORUM)
    ties = (TieBreak(outcome.options, tie_rule(rule)),) if outcome.verdict is Verdict.TIE else ()
    return Decision(outcome=outcome, quorum=quorum, ties=ties, follows=what_follows(outcome, rule))


def _margin(
    papers: Papers, poll: Poll, rule: DecisionRule, decision: Decision, ended: Ended, run: Run
) -> Margin:
    missed = quorum_missed(decision)
    if missed is not None:
        return missed

    def recount(others: Papers) -> Outcome:
        return run(others, poll, rule).outcome

    least, swaps = ended.how_close()
    return margin_by_recount(papers, poll.figures.unexpressed, swaps, recount, ended.outcome, least)


def _otherwise(poll: Poll, rule: DecisionRule, run: Run, working: Rounds) -> tuple[Alternative, ...]:
    """Give the outcome under each other convention that bears on these ballots."""

    def outcome_under(other: DecisionRule) -> Outcome:
        again = read_anew(poll, other, preference_refusal)
        outcome = run(papers_of(again, other), again, other).outcome
        return _decided(outcome, again.figures, other).outcome

    found = declared_otherwise(rule, _conventions(poll, rule, working), outcome_under)
    found += without_quorum(rule, outcome_under)
    if any(stage.tie is not None and stage.tie.by == "lot" for stage in working.stages):
        found += (Alternative("ties", "kept", outcome_under(replace(rule, ties=None))),)
    return found


def _conventions(poll: Poll, rule: DecisionRule, working: Rounds) -> dict[str, tuple[str, ...]]:
    """Give the conventions on defects that these ballots have; ``defects`` covers what nothing else does."""
    skipped, twice = defects_in(mark for mark, _ in poll.refused)
    skipped, twice = skipped or bool(working.skipped), twice or bool(working.twice)
    bearing: dict[str, tuple[str, ...]] = {}
    if twice or (skipped and rule.skipped_ranks is None):
        bearing["defects"] = _FATES
    if skipped and rule.skipped_ranks is not None:
        bearing["skipped_ranks"] = _FATES
    return bearing
