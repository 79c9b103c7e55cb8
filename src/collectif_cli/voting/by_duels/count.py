"""What the methods by duels share: from the ballots to the duels, the decision, the other conventions."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.contest import Contest, Leaders, contest_of, decide
from collectif_cli.voting.by_duels.default_option import hurdle_of
from collectif_cli.voting.by_duels.margin import margin_of_duels
from collectif_cli.voting.by_duels.matrix_margin import margin_of_matrix
from collectif_cli.voting.by_duels.worked import Duels
from collectif_cli.voting.close_look import is_close
from collectif_cli.voting.duels import Matrix, box_of, condorcet_winner, smith_set
from collectif_cli.voting.leaders import with_seed
from collectif_cli.voting.method import Poll
from collectif_cli.voting.orders import Orders, orders_of
from collectif_cli.voting.outcome import Alternative, Decision, Margin, Outcome, Result
from collectif_cli.voting.sensitivity import declared_otherwise, without_quorum

FOLLOWED_BY_DUELS = ("unranked", "equal_ranks", "default_option", "beats")


class Found(NamedTuple):
    """What a method makes of a contest; ``worked`` are the fields of ``Duels`` that are its own."""

    leaders: tuple[str, ...] = ()
    ranking: tuple[tuple[str, ...], ...] = ()
    worked: Mapping[str, Any] = {}


class Way(NamedTuple):
    """A method by duels.

    ``leaders`` gives who leads a contest; ``work`` the same with all that is to be shown; ``least`` how many
    changed ballots it takes at the least, as far as the method can prove, to alter a decision.
    """

    leaders: Leaders
    work: Callable[[Contest], Found]
    least: Callable[[Contest, Decision, Poll], int]


def needed_by_duels(rule: DecisionRule, *others: str) -> tuple[str, ...]:
    """Give the conventions that a method by duels needs: its own, then those of all of them."""
    names = [*others, "unranked", "equal_ranks"]
    if hurdle_of(rule) is not None:
        names.append("beats")
    return with_seed(rule, *names)


def measure_of(rule: DecisionRule) -> str:
    """Give how the rule measures the strength of a duel."""
    return rule.strength.value if rule.strength is not None else "winning-votes"


def count_duels(poll: Poll, rule: DecisionRule, way: Way) -> Result:
    """Give the result of a poll by a method by duels."""
    orders = poll.orders or orders_of(poll.options, (*poll.marks, *poll.refused))
    matrix = orders.under(rule)[1]
    contest = contest_of(poll.question, poll.options, matrix, rule)
    decision = decide(contest, poll.figures, way.leaders)
    found = way.work(contest) if poll.figures.expressed else Found()
    least = way.least(contest, decision, poll)
    drew = bool(found.worked.get("lot")) or any(tie.by == "lot" for tie in decision.ties)
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=decision,
        working=_worked(poll, contest, matrix, found),
        ranking=found.ranking,
        margin=_margin(poll, rule, decision, matrix, way.leaders, least),
        sensitivity=_otherwise(poll, rule, orders, way.leaders, drew=drew),
        set_aside=poll.set_aside,
    )


def _unranked(rule: DecisionRule) -> str:
    return rule.unranked.value if rule.unranked is not None else "last"


def _worked(poll: Poll, contest: Contest, matrix: Matrix, found: Found) -> Duels:
    """Give what is to be shown of the duels; nothing but the matrix where nobody expressed a choice."""
    winner = condorcet_winner(contest.matrix) if poll.figures.expressed else None
    return Duels(
        options=poll.options,
        matrix=matrix,
        unranked=_unranked(contest.rule),
        hurdle=hurdle_of(contest.rule),
        against=contest.against,
        winner="" if winner is None else contest.options[winner],
        smith=contest.named(smith_set(contest.matrix)) if poll.figures.expressed else (),
        leaders=found.leaders,
        **found.worked,
    )


def _margin(
    poll: Poll, rule: DecisionRule, decision: Decision, matrix: Matrix, leaders: Leaders, least: int
) -> Margin:
    """Give how close it was: from the ballots one by one where they are few, from the duels elsewhere."""
    if not is_close(poll.figures):
        return margin_of_matrix(poll.options, matrix, rule, decision, poll.figures, least)
    box = box_of(poll.options, poll.marks, poll.figures.cast or 0, _unranked(rule))
    return margin_of_duels(poll, rule, decision, box, leaders, least)


def _otherwise(
    poll: Poll, rule: DecisionRule, orders: Orders, leaders: Leaders, *, drew: bool
) -> tuple[Alternative, ...]:
    """Give the outcome under each other convention that bears on these ballots; ``drew``: a lot was drawn."""

    def outcome_under(other: DecisionRule) -> Outcome:
        expressed, matrix = orders.under(other)
        left = (poll.figures.expressed or 0) - expressed
        figures = replace(poll.figures, expressed=expressed, invalid=(poll.figures.invalid or 0) + left)
        return decide(contest_of(poll.question, poll.options, matrix, other), figures, leaders).outcome

    found = declared_otherwise(rule, _conventions(orders, rule), outcome_under)
    found += without_quorum(rule, outcome_under)
    if drew:
        found += (Alternative("ties", "kept", outcome_under(replace(rule, ties=None))),)
    return found


def _conventions(orders: Orders, rule: DecisionRule) -> dict[str, tuple[str, ...]]:
    """Give the conventions that bear on these ballots, with their values."""
    bearing: dict[str, tuple[str, ...]] = {}
    if orders.have_gaps:
        bearing["unranked"] = ("last", "ignored", "refused")
    if orders.have_equals:
        bearing["equal_ranks"] = ("allowed", "refused")
    if rule.strength is not None:
        bearing["strength"] = ("winning-votes", "margins")
    if hurdle_of(rule) is not None:
        bearing["default_option"] = ("none",)
    return bearing
