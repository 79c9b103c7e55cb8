"""Sortition: people are drawn by a lot that anyone can redo, without ballots.

The lot of each option is the SHA-256 of ``<digest>/<drawn>/<question>/<option>``: the digest of what was
frozen when the vote opened, and what came of a public draw that the rule announced (``seed_from``) and that
was held since. The smallest lots take the places: those of the whole (``seats``), of women and men, or of
each stratum (``strata``), so that the chosen resemble the others. For somebody who declines, the next lot
takes the place (``declined: next``) or nobody does (``empty``). The list is fixed before a public seed, as in
RFC 3797, “Publicly Verifiable Nominations Committee (NomCom) Random Selection” (2004); for strata, see
Flanigan et al., “Fair algorithms for selecting citizens' assemblies”, *Nature* 596 (2021).
"""

from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.columns import options
from collectif_cli.voting.lot import draw
from collectif_cli.voting.method import Poll, Reading
from collectif_cli.voting.outcome import Alternative, Decision, Outcome, Result
from collectif_cli.voting.quotas import chosen_of, needed_quotas, quotas_of
from collectif_cli.voting.sensitivity import declared_otherwise
from collectif_cli.voting.workings.drawn import Drawn, Group

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ()
follows = ("women", "men", "strata", "seats", "declined", "seed_from")
tie_breaks = ()


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give the places, the draw announced, and what becomes of those who decline."""
    return (*needed_quotas(rule), "seed_from", "declined")


def columns(question: Question, rule: DecisionRule) -> tuple[str, ...]:
    """Give no column: there are no ballots."""
    return ()


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give a blank ballot, since nothing can be on it."""
    return Reading()


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give those whose lots are the smallest."""
    groups = _groups(poll, rule)
    other: tuple[Alternative, ...] = ()
    if poll.declined:
        values = {"declined": ("next", "empty")}
        other = declared_otherwise(rule, values, lambda under: _outcome(poll, _groups(poll, under)))
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=Decision(outcome=_outcome(poll, groups)),
        working=Drawn(
            drawn_from=f"{poll.drawn_from}/{poll.question}",
            announced=rule.seed_from.value if rule.seed_from else "",
            groups=groups,
            declined=poll.declined,
        ),
        sensitivity=other,
    )


def _groups(poll: Poll, rule: DecisionRule) -> tuple[Group, ...]:
    """Give the lots of each quota, the smallest first, with who takes its places."""
    comes_up = rule.declined is not None and rule.declined.value == "next"
    found = []
    for quota in quotas_of(rule, poll.listed):
        lots = draw(poll.drawn_from, poll.question, quota.options)
        able = [id for id, _ in lots if not (comes_up and id in poll.declined)]
        chosen = tuple(id for id in able[: quota.places] if id not in poll.declined)
        found.append(Group(quota.name, quota.places, lots, chosen))
    return tuple(found)


def _outcome(poll: Poll, groups: tuple[Group, ...]) -> Outcome:
    """Give the chosen in the order of the paper."""
    drawn = {id for one in groups for id in one.chosen}
    return chosen_of(tuple(option for option in poll.options if option in drawn))
