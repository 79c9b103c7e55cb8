"""Papers on which names are written: how often each stands there, and what a rule makes of their defects.

In ``ballots.csv``, a column for each name of the list, ``question.name``, and a last one, ``question.*``,
with how many names stand on the paper that are not on the list. A mark keeps all that was written, so that
another rule can be tried on it.
"""

from collectif_cli.model.message import message, messages
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.columns import a_column_each, options
from collectif_cli.voting.method import Mark, Reading, Refusal

UNLISTED = "*"
_ONCE = frozenset({"x", "oui", "yes"})
_NEVER = frozenset({"", "non", "no"})


def columns(question: Question, rule: DecisionRule) -> tuple[str, ...]:
    """Give a column for each name, and one for the names that are not on the list."""
    return (*a_column_each(question, rule), f"{question.id.value}.{UNLISTED}")


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the names that are written, each with how often; none is a blank paper."""
    mark: list[tuple[str, int]] = []
    for at, (name, cell) in enumerate(zip((*options(question), UNLISTED), cells, strict=True)):
        word = cell.strip().casefold()
        number = 1 if word in _ONCE else 0 if word in _NEVER else _number(word)
        if number is None:
            said = message("“{cell}” does not say how often the name is written", cell=cell.strip())
            return Reading(refusal=Refusal("not-a-number", said, at))
        if number:
            mark.append((name, number))
    return Reading(mark=tuple(mark), refusal=names_refusal(tuple(mark), rule, len(cells)))


def names_refusal(mark: Mark, rule: DecisionRule, size: int) -> Refusal | None:
    """Tell why the names cannot count under the rule; None when they can.

    A name that is written twice is one name; one that is not on the list takes its place among the others.
    Nobody can say which names of too many were one too many: such a paper never counts.
    """
    written = sum(number if name == UNLISTED else 1 for name, number in mark)
    if rule.most_names is not None and written > rule.most_names.value:
        said = messages(
            "{n} name is written, where {most} may be",
            "{n} names are written, where {most} may be",
            written,
            most=rule.most_names.value,
        )
        return Refusal("too-many-names", said)
    if rule.defects is None or rule.defects.value != "invalid":
        return None
    for name, number in mark:
        if name == UNLISTED:
            return Refusal("unlisted-name", message("a name is not on the list"))
        if number > 1:
            return Refusal("name-twice", message("a name is written more than once"))
    return None


def named(mark: Mark) -> tuple[str, ...]:
    """Give the names of the list that are on a paper."""
    return tuple(name for name, _ in mark if name != UNLISTED)


def has_defect(mark: Mark) -> bool:
    """Tell whether a name is there twice, or is not on the list."""
    return any(name == UNLISTED or number > 1 for name, number in mark)


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 4 else None
