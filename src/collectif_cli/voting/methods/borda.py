"""Borda: of ``n`` options, a ballot gives the first ``n - 1`` points, each next one less, the last 0.

Source: Borda, « Mémoire sur les élections au scrutin » (1781). Options that share a rank share as many
places; what a shared place is worth is declared by ``positions``. ``tournament``: each has the mean of those
places, which is a point for each option placed after it and a half for each beside it (Black, “Partial
justification of the Borda count”, *Public Choice* 28, 1976; Gärdenfors, “Positionalist voting functions”,
*Theory and Decision* 4, 1973). ``positional``: each has the points of the first of those places, as in a
race where two arrive together.

Options that a ballot does not rank share its last places (``unranked: last``), get nothing from it, while the
others get what they would (``ignored``; the ballots "rounded up" of Narodytska and Walsh, “The computational
impact of partial votes on strategic voting”, 2014), or set it aside (``refused``). Points are counted in
halves here, so that they are whole numbers, and told as they are.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.leaders import Level, decide, with_seed
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.outcome import Alternative, Decision, Outcome, Result, Verdict
from collectif_cli.voting.overtaking import Change, Gifts, Points, chases, margin_of_chases
from collectif_cli.voting.ranks import has_equal_ranks, order_refusal, read_anew, read_order, tiers
from collectif_cli.voting.sensitivity import declared_otherwise, without_quorum
from collectif_cli.voting.workings.places import places_of

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = ("unranked", "equal_ranks", "positions", "seats")
tie_breaks = ("kept", "lot", "second-vote")
read = read_order


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give what equal and missing ranks become, what shared places are worth when there can be any."""
    none_shared = _says(rule, "equal_ranks") == "refused" and _says(rule, "unranked") in {
        "ignored",
        "refused",
    }
    return with_seed(rule, "unranked", "equal_ranks", *(() if none_shared else ("positions",)))


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option with most points."""
    decision = _decide(poll, rule)
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=decision,
        working=places_of(
            poll.options, [(_halves(mark, poll, rule), many) for mark, many in poll.marks], rule
        ),
        ranking=tuple(level.options for level in _levels(poll, rule)),
        margin=margin_of_chases(
            poll,
            decision,
            Gifts(lambda mark: _halves(mark, poll, rule), _most(poll), partial(_apart, poll.options)),
            chases(poll, rule, decision.outcome, poll.options),
            lambda other: _decide(other, rule).outcome,
            _other_changes(poll, decision.outcome),
        ),
        sensitivity=_otherwise(poll, rule, drew=any(tie.by == "lot" for tie in decision.ties)),
        set_aside=poll.set_aside,
    )


def _decide(poll: Poll, rule: DecisionRule) -> Decision:
    return decide(poll, rule, _levels(poll, rule) if poll.marks else ())


def _levels(poll: Poll, rule: DecisionRule) -> tuple[Level, ...]:
    """Give the options from the one with most points down, equal ones together."""
    totals = dict.fromkeys(poll.options, 0)
    for mark, many in poll.marks:
        for option, halves in _halves(mark, poll, rule).items():
            totals[option] += halves * many
    levels = sorted(set(totals.values()), reverse=True)
    return tuple(Level(tuple(one for one in totals if totals[one] == level)) for level in levels)


def _most(poll: Poll) -> int:
    """Give what the first option has of a ballot, in halves of a point."""
    return 2 * (len(poll.options) - 1)


def _halves(mark: Mark, poll: Poll, rule: DecisionRule) -> Points:
    """Give what a ballot gives each option, in halves of a point."""
    return _given(mark, poll.options, _says(rule, "unranked"), _says(rule, "positions"))


@lru_cache(maxsize=1 << 15)  # a count looks at each ballot several times
def _given(mark: Mark, names: tuple[str, ...], unranked: str, positions: str) -> Points:
    ranked = {option for option, _ in mark}
    groups = [group for _, group in tiers(mark)]
    if unranked != "ignored":
        groups.append(tuple(option for option in names if option not in ranked))
    shared = 0 if positions == "positional" else 1
    found: Points = dict.fromkeys(names, 0)
    first = 2 * (len(names) - 1)
    for group in groups:
        found.update(dict.fromkeys(group, first - shared * (len(group) - 1)))
        first -= 2 * len(group)
    return found


def _apart(names: tuple[str, ...], first: str, last: str) -> Mark:
    """Give the order that places one option first, another last, and the rest between."""
    between = [option for option in names if option not in (first, last)]
    ranks = {option: rank for rank, option in enumerate([first, *between, last], start=1)}
    return tuple((option, ranks[option]) for option in names)


def _other_changes(poll: Poll, outcome: Outcome) -> Iterable[Change]:
    """Yield a first vote where there is none, and silence where all are chosen."""
    if not poll.marks:
        alone = tuple((option, rank) for rank, option in enumerate(poll.options, start=1))
        yield from [Change((((), poll.figures.unexpressed),), 1, alone)] if poll.figures.unexpressed else []
    elif outcome.verdict is Verdict.ELECTED:
        yield Change(poll.marks, sum(many for _, many in poll.marks), ())


def _otherwise(poll: Poll, rule: DecisionRule, *, drew: bool) -> tuple[Alternative, ...]:
    """Give the outcome under each other convention that bears on these ballots; ``drew``: a lot was drawn."""

    def outcome_under(other: DecisionRule) -> Outcome:
        return _decide(read_anew(poll, other, order_refusal), other).outcome

    found = declared_otherwise(rule, dict(_conventions(poll, rule)), outcome_under)
    found += without_quorum(rule, outcome_under)
    return (*found, Alternative("ties", "kept", outcome_under(replace(rule, ties=None)))) if drew else found


def _conventions(poll: Poll, rule: DecisionRule) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the conventions that bear on these ballots, with their values."""
    papers = [mark for mark, _ in (*poll.marks, *poll.refused)]
    gaps = any(len(mark) < len(poll.options) for mark in papers)
    equal = any(has_equal_ranks(mark) for mark in papers)
    if gaps:
        yield "unranked", ("last", "ignored", "refused")
    if equal:
        yield "equal_ranks", ("allowed", "refused")
    shared = any(
        has_equal_ranks(mark) or (len(mark) < len(poll.options) - 1 and _says(rule, "unranked") == "last")
        for mark, _ in poll.marks
    )
    if shared:
        yield "positions", ("tournament", "positional")


def _says(rule: DecisionRule, name: str) -> str:
    said = getattr(rule, name)
    return "" if said is None else str(said.value)
