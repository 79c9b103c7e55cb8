"""Plurality: each ballot names one option, and the option with most votes is chosen.

An option may have to meet a threshold too, when the rule asks for one: then the base is declared with it,
and where the leading option does not meet it nothing is decided. Options that lead together are a tie,
which is the result unless the rule says ``ties: lot`` (drawn from the declared ``seed``) or
``ties: second-vote``. Source: Code électoral, L126 (at the second round, the relative majority is
enough).
"""

from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.columns import one_column as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.leaders import with_seed
from collectif_cli.voting.method import Poll, Reading
from collectif_cli.voting.outcome import Result
from collectif_cli.voting.single_choice import counted, lead
from collectif_cli.voting.validity import read_one

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots", "counts")
follows = ("base", "threshold")
tie_breaks = ("kept", "lot", "second-vote")


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give the base when a threshold is asked, and the seed when lots are drawn; else nothing."""
    return with_seed(rule, *(("base",) if rule.threshold else ()))


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the option that the cell names."""
    return read_one(cells[0], {option: option for option in options(question)})


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option with most votes."""
    return counted(poll, rule, lead)
