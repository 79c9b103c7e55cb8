"""Which columns of ``ballots.csv`` a question takes: one, or one for each option."""

from collectif_cli.model.vote import DecisionRule, Question


def options(question: Question) -> tuple[str, ...]:
    """Give the ids of the options, in the order of the paper."""
    return tuple(option.id.value for option in question.options)


def one_column(question: Question, rule: DecisionRule) -> tuple[str, ...]:
    """Give the one column of a question whose ballots name one option."""
    return (question.id.value,)


def a_column_each(question: Question, rule: DecisionRule) -> tuple[str, ...]:
    """Give a column for each option, ``question.option``."""
    return tuple(f"{question.id.value}.{option}" for option in options(question))
