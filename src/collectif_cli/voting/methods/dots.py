"""Dots: each person shares out a number of dots among the options, and the option with most is chosen.

The *gommettes* that are stuck on a wall: ``points`` dots a person, at most ``most_on_one`` on one option. A
cell holds how many; an empty one holds none. Not all have to be used; a ballot with more than it may use is
set aside. Counted on the wall, the dots of each option go to ``counts.yaml``, with how many people took part
under ``cast``.
"""

from collectif_cli.model.message import message, messages
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting import adding
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.leaders import with_seed
from collectif_cli.voting.method import Poll, Reading, Refusal
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.workings.points import Points, rows_of

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots", "sums")
follows = ("points", "most_on_one", "seats")
tie_breaks = ("kept", "lot", "second-vote")


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give how many dots there are, how many may go to one option; and the seed when lots are drawn."""
    return with_seed(rule, "points", "most_on_one")


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the dots of each option that has some."""
    written = [cell.strip() or "0" for cell in cells]
    for at, cell in enumerate(written):
        if not (cell.isascii() and cell.isdecimal() and len(cell) < 10):
            said = message("“{cell}” is not a number of dots", cell=cell)
            return Reading(refusal=Refusal("not-a-number", said, at))
        if rule.most_on_one is not None and int(cell) > rule.most_on_one.value:
            said = messages(
                "{n} dot on one option, where {most} may go",
                "{n} dots on one option, where {most} may go",
                int(cell),
                most=rule.most_on_one.value,
            )
            return Reading(refusal=Refusal("too-many-on-one", said, at))
    used = sum(map(int, written))
    if rule.points is not None and used > rule.points.value:
        said = messages(
            "{n} dot is used, of {points}", "{n} dots are used, of {points}", used, points=rule.points.value
        )
        return Reading(refusal=Refusal("too-many-points", said))
    return Reading(
        mark=tuple(
            (option, int(cell)) for option, cell in zip(options(question), written, strict=True) if int(cell)
        )
    )


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option with most dots."""
    working = Points(unit="dots", rows=rows_of(_profiles(poll, rule)))
    return adding.counted(poll, rule, _profiles, lambda _: adding.sum_of, working, most=_most(rule))


def _profiles(poll: Poll, rule: DecisionRule) -> adding.Profiles:
    """Give how many ballots gave each option each number; counted on the wall, each dot by itself."""
    return adding.profiles(poll, 1) if poll.by_hand else adding.profiles(poll, _most(rule), poll.figures.cast)


def _most(rule: DecisionRule) -> int:
    """Give how many dots a ballot can put on one option: no more than it has."""
    given = [one.value for one in (rule.points, rule.most_on_one) if one is not None]
    return min(given, default=1)
