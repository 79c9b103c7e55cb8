"""The first text of a vote: what is asked, of whom, and the rule with each of its conventions on a line."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from collectif_cli.model.record import Node, Record
from collectif_cli.store.edit_words import Pairs, Written, inline, pairs

_PRINTED = str.maketrans({"\u202f": " ", "\u00a0": " ", "’": "'"})
_COLUMN = 34


class NewOption(NamedTuple):
    """An option; ``sex`` and ``stratum`` where places are kept for some."""

    id: str
    title: str
    sex: str = ""
    stratum: str = ""


class NewQuestion(NamedTuple):
    """A question, what it is on, and its options."""

    id: str
    title: str
    on: tuple[str, ...] = ()
    options: tuple[NewOption, ...] = ()


class NewVote(NamedTuple):
    """What is known of a vote before it opens; ``rule`` is in the form that ``frozen`` has too.

    ``date``, ``opens`` and ``closes`` are days or instants of the calendar, as they are written.
    """

    title: str
    ballots: str
    rule: Record
    electorate: Pairs
    questions: tuple[NewQuestion, ...]
    plenary: str = ""
    date: str = ""
    opens: str = ""
    closes: str = ""
    second_call_of: str = ""
    expected: int | None = None


def vote_text(new: NewVote, comments: Mapping[str, str]) -> str:
    """Give the text of ``vote.yaml``; ``comments`` has a sentence for the keys that need one."""
    top = (
        ("title", new.title),
        ("plenary", new.plenary),
        ("second_call_of", new.second_call_of),
    )
    days = (("date", new.date), ("opens", new.opens), ("closes", new.closes))
    lines = [f"{key}: {inline(value, flow=False)}" for key, value in top if value]
    lines += [f"{key}: {value}" for key, value in days if value]
    lines += ["rule:", *(_convention(key, value, comments) for key, value in new.rule.pairs)]
    lines.append(_noted(f"electorate: {inline(new.electorate)}", comments.get("electorate", "")))
    lines.append(_noted(f"ballots: {new.ballots}", comments.get("ballots", "")))
    if new.expected is not None:
        lines.append(f"expected_ballots: {new.expected}")
    lines += ["questions:", *(line for question in new.questions for line in _question(question))]
    return "".join(f"{line}\n" for line in lines)


def as_written(node: Node) -> Written:
    """Give a value of a record as the editor of YAML writes it."""
    if isinstance(node, Record):
        return Pairs(tuple((key, as_written(value)) for key, value in node.pairs))
    return tuple(map(as_written, node)) if isinstance(node, tuple) else node


def _convention(key: str, value: Node, comments: Mapping[str, str]) -> str:
    return _noted(f"  {key}: {inline(as_written(value), flow=False)}", comments.get(key, ""))


def _noted(line: str, comment: str) -> str:
    """Give a line with a comment that a keyboard can type, in a column of its own where it fits."""
    return f"{line.ljust(_COLUMN)} # {as_typed(comment)}" if comment else line


def as_typed(text: str) -> str:
    """Give a sentence with the signs that a keyboard has: printed ones are for what is printed."""
    return text.translate(_PRINTED)


def _question(question: NewQuestion) -> Sequence[str]:
    lines = [f"  - id: {question.id}", f"    title: {inline(question.title, flow=False)}"]
    if question.on:
        lines.append(f"    on: {inline(question.on)}")
    if question.options:
        lines.append("    options:")
        lines += [f"      - {inline(_option(one))}" for one in question.options]
    return lines


def _option(one: NewOption) -> Pairs:
    return pairs(
        ("id", one.id), ("title", one.title), ("sex", one.sex or None), ("stratum", one.stratum or None)
    )
