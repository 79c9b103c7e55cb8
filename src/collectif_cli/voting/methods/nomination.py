"""Nomination: everyone writes up to so many names, and those named most often are designated.

The *plébiscite* by which a list of candidates begins without candidatures: ``most_names`` names on a paper,
``women`` and ``men`` the places of each (or ``seats`` without distinction). The designated are told in
alphabetical order, which is no ranking. Those named as often as one another for fewer places are a tie, for
each sex by itself. Nobody takes a place without having been named. A name written twice on a paper, or one
that is not on the list, is passed over (``defects: skip``) or sets the paper aside (``invalid``); a paper
with too many names never counts. For somebody who declines, the next one comes up (``declined: next``) or the
place stays empty (``empty``).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located
from collectif_cli.model.spelling import same_words
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.columns import options
from collectif_cli.voting.conditions import quorum_test
from collectif_cli.voting.leaders import tie_rule, what_follows, with_seed
from collectif_cli.voting.lot import draw
from collectif_cli.voting.method import Mark, Poll
from collectif_cli.voting.names_written import columns, has_defect, named, names_refusal, read
from collectif_cli.voting.outcome import (
    Alternative,
    Decision,
    Margin,
    Outcome,
    Result,
    TieBreak,
    Verdict,
    quorum_missed,
)
from collectif_cli.voting.overtaking import Change, Gifts, chases, margin_of_chases
from collectif_cli.voting.quotas import Quota, chosen_of, needed_quotas, quotas_of
from collectif_cli.voting.ranks import read_anew
from collectif_cli.voting.sensitivity import declared_otherwise, without_quorum
from collectif_cli.voting.workings.named import Group, Named

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots", "sums")
follows = ("women", "men", "seats", "most_names", "defects", "declined")
tie_breaks = ("kept", "lot", "second-vote")


class Seated(NamedTuple):
    """Who takes the places of a quota: ``order`` those named, the most first; ``tied`` for the last one."""

    quota: Quota
    order: tuple[tuple[str, ...], ...]
    chosen: tuple[str, ...]
    tied: tuple[str, ...] = ()
    tie: TieBreak | None = None

    @property
    def outcome(self) -> Outcome:
        """What came of the quota by itself."""
        return Outcome(Verdict.TIE, self.tied) if self.tied else Outcome(Verdict.ELECTED, self.chosen)


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give the places, how many names one may write, what becomes of defects and of those who decline."""
    return with_seed(rule, *needed_quotas(rule), "most_names", "defects", "declined")


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give those named most often."""
    times, seated = _times(poll), _seated(poll, rule)
    decision = _decide(poll, rule)
    groups = tuple(
        Group(
            one.quota.name,
            one.quota.places,
            tuple((name, times[name]) for level in one.order for name in level),
            _sure(one, poll) if decision.outcome.verdict is not Verdict.NO_QUORUM else (),
        )
        for one in seated
    )
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=decision,
        working=Named(groups=groups, declined=poll.declined, comes_up=_comes_up(rule)),
        margin=_margin(poll, rule, decision, seated),
        sensitivity=_otherwise(poll, rule, drew=any(tie.by == "lot" for tie in decision.ties)),
        set_aside=poll.set_aside,
    )


def _sure(seated: Seated, poll: Poll) -> tuple[str, ...]:
    return tuple(name for name in seated.chosen if name not in poll.declined)


def _times(poll: Poll) -> dict[str, int]:
    """Give how many ballots name each option."""
    times = dict.fromkeys(poll.options, 0)
    for mark, many in poll.marks:
        for name in named(mark):
            times[name] += many
    return times


def _comes_up(rule: DecisionRule) -> bool:
    return rule.declined is not None and rule.declined.value == "next"


def _quotas(poll: Poll, rule: DecisionRule) -> tuple[Quota, ...]:
    """Give the quotas, without those who declined where the next one comes up."""
    gone = poll.declined if _comes_up(rule) else ()
    return tuple(
        one._replace(options=tuple(name for name in one.options if name not in gone))
        for one in quotas_of(rule, poll.listed)
    )


def _seated(poll: Poll, rule: DecisionRule) -> tuple[Seated, ...]:
    times = _times(poll)
    return tuple(_of_quota(quota, times, poll.question, rule) for quota in _quotas(poll, rule))


def _of_quota(quota: Quota, times: dict[str, int], question: str, rule: DecisionRule) -> Seated:
    levels = sorted({times[name] for name in quota.options if times[name]}, reverse=True)
    order = tuple(tuple(name for name in quota.options if times[name] == level) for level in levels)
    chosen: list[str] = []
    for level in order:
        left = quota.places - len(chosen)
        if len(level) <= left:
            chosen.extend(level)
        elif left:
            if tie_rule(rule) != "lot" or rule.seed is None:
                return Seated(quota, order, tuple(chosen), level, TieBreak(level, tie_rule(rule)))
            draws = draw(rule.seed.value, question, level)
            drawn = tuple(name for name, _ in draws[:left])
            return Seated(quota, order, (*chosen, *drawn), (), TieBreak(level, "lot", drawn, draws))
    return Seated(quota, order, tuple(chosen))


def _decide(poll: Poll, rule: DecisionRule) -> Decision:
    quorum, seated = quorum_test(rule, poll.figures), _seated(poll, rule)
    ties = tuple(one.tie for one in seated if one.tie is not None)
    if quorum is not None and not quorum.reached:
        outcome, ties = Outcome(Verdict.NO_QUORUM), ()
    elif not any(one.order for one in seated):
        outcome = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    elif any(one.tied for one in seated):
        tied = {name for one in seated for name in one.tied}
        outcome = Outcome(Verdict.TIE, tuple(name for name in poll.options if name in tied))
    else:
        chosen = {name for one in seated for name in one.chosen} - set(poll.declined)
        outcome = chosen_of(alphabetical(poll, chosen))
    return Decision(outcome=outcome, quorum=quorum, ties=ties, follows=what_follows(outcome, rule))


def alphabetical(poll: Poll, names: set[str]) -> tuple[str, ...]:
    """Give those options by their titles, whatever their accents and capitals."""
    titles = {one.id.value: one.title.value for one in poll.listed}
    return tuple(sorted(names, key=lambda name: (same_words(titles[name]), name)))


def _margin(poll: Poll, rule: DecisionRule, decision: Decision, seated: Sequence[Seated]) -> Margin:
    """Give how close it was: exact from the ballots, a proven least number from sums.

    Nobody has to be overtaken where a place is left: being named is enough.
    """
    full = [one for one in seated if one.tied or len(one.chosen) == one.quota.places]
    pursued = [one for part in full for one in chases(poll, rule, part.outcome, part.quota.options)]
    gifts = Gifts(lambda mark: dict.fromkeys(named(mark), 1), 1, lambda first, _: ((first, 1),))
    others = tuple(_other_changes(poll, decision.outcome, seated))
    if not poll.by_hand or poll.figures.cast is None or quorum_missed(decision) is not None:
        outcome_of = lambda other: _decide(other, rule).outcome  # noqa: E731
        return margin_of_chases(poll, decision, gifts, pursued, outcome_of, others)
    times = _times(poll)
    # One ballot, changed, takes two from a lead at the most.
    least = [-(-(times[one.ahead] - times[one.behind] + (not one.level)) // 2) for one in pursued]
    return Margin(because="sums", at_least=max(1, min((*least, *(one.number for one in others)), default=1)))


def _other_changes(poll: Poll, outcome: Outcome, seated: Sequence[Seated]) -> Iterator[Change]:
    """Yield the changes that fill a place which nobody took, or leave somebody unnamed."""
    papers: tuple[tuple[Mark, int], ...] = (*poll.marks, ((), poll.figures.unexpressed))
    if outcome.verdict is Verdict.TIE or not sum(many for _, many in papers):
        return
    for one in seated:
        taken = {name for level in one.order for name in level}
        free = [name for name in one.quota.options if name not in taken and name not in poll.declined]
        if len(one.chosen) < one.quota.places and free:
            yield Change(papers, 1, ((free[0], 1),))
        for name in one.chosen:
            naming = tuple((mark, many) for mark, many in poll.marks if name in named(mark))
            if name not in poll.declined:
                others = tuple(paper for paper in poll.marks if paper not in naming)
                yield Change((*naming, *others), sum(many for _, many in naming), ())


def _otherwise(poll: Poll, rule: DecisionRule, *, drew: bool) -> tuple[Alternative, ...]:
    """Give the outcome under each other convention that bears on these papers; ``drew``: a lot was drawn."""

    def outcome_under(other: DecisionRule) -> Outcome:
        return _decide(poll if poll.by_hand else read_anew(poll, other, names_refusal), other).outcome

    bearing: dict[str, tuple[str, ...]] = {}
    if any(has_defect(mark) for mark, _ in (*poll.marks, *poll.refused)):
        bearing["defects"] = ("skip", "invalid")
    if poll.declined:
        bearing["declined"] = ("next", "empty")
    found = declared_otherwise(rule, bearing, outcome_under) + without_quorum(rule, outcome_under)
    if drew:
        found += (Alternative("ties", "kept", outcome_under(replace(rule, ties=Located("kept", rule.span)))),)
    return found
