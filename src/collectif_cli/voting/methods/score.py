"""Score: each ballot gives each option a number from 0 to ``points``, and the best mean is chosen.

Numbers are whole. Of an option that a ballot gives none, ``not_judged`` says what becomes: ``worst-grade``
counts it as 0, ``ignored`` leaves the ballot out of the mean of that option, ``refused`` sets the ballot
aside. A ballot that gives no number at all is blank, and is in no mean. Means are exact fractions; they are
shown with two decimals, and compared as they are.
"""

from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting import adding
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.leaders import with_seed
from collectif_cli.voting.method import Poll, Reading, Refusal
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.workings.points import Points, rows_of

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots",)
follows = ("points", "not_judged", "seats")
tie_breaks = ("kept", "lot", "second-vote")


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give the best number, what an empty cell is worth; and the seed when lots are drawn."""
    return with_seed(rule, "points", "not_judged")


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the number of each option that has one."""
    written = [cell.strip() for cell in cells]
    best = rule.points.value if rule.points else 0
    for at, cell in enumerate(written):
        if cell and not (cell.isascii() and cell.isdecimal() and len(cell) < 10 and int(cell) <= best):
            said = message("“{cell}” is not a whole number from 0 to {best}", cell=cell, best=best)
            return Reading(refusal=Refusal("not-a-number", said, at))
    if any(written) and "" in written and rule.not_judged and rule.not_judged.value == "refused":
        said = message("not every option is judged")
        return Reading(refusal=Refusal("not-judged", said, written.index("")))
    return Reading(
        mark=tuple(
            (option, int(cell)) for option, cell in zip(options(question), written, strict=True) if cell
        )
    )


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option of the best mean."""
    given = _profiles(poll, rule)
    working = Points(unit="points", rows=rows_of(given), mean=True)
    return adding.counted(poll, rule, _profiles, lambda _: adding.mean_of, working, judged=True)


def _profiles(poll: Poll, rule: DecisionRule) -> adding.Profiles:
    best = rule.points.value if rule.points else 0
    ignored = rule.not_judged is not None and rule.not_judged.value == "ignored"
    return adding.profiles(poll, best, None if ignored else poll.marked)
