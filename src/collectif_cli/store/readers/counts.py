"""Reads ``counts.yaml`` and ``rounds.yaml`` of a vote."""

from typing import Any

from collectif_cli.model.identifiers import Target
from collectif_cli.model.plenary import RECORDS
from collectif_cli.model.source import Located
from collectif_cli.model.vote import Counts, Move, OptionCount, QuestionCount, Round, Rounds
from collectif_cli.store.fields import Field, Keyed, Many, Table
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import INTEGER, NEW_ID, TEXT, Choice, Reference
from collectif_cli.store.yaml_tree import Node


def _option_count(option: Located[str], count: Located[int]) -> OptionCount:
    return OptionCount(option=option, count=count)


_QUESTION_COUNT: Table[dict[str, Any]] = Table(
    dict,
    Field("options", Keyed(NEW_ID, INTEGER, _option_count), required=True),
    Field("blank", INTEGER),
    Field("abstain", INTEGER),
    Field("invalid", INTEGER),
)


def _question_count(question: Located[str], values: dict[str, Any]) -> QuestionCount:
    return QuestionCount(question=question, **values)


COUNTS = Table(
    Counts,
    Field("record", Choice(*RECORDS)),
    Field("sources", Many(TEXT)),
    Field("cast", INTEGER),
    Field("questions", Keyed(NEW_ID, _QUESTION_COUNT, _question_count)),
)
MOVE = Table(
    Move,
    Field(
        "kind",
        Choice(
            "answer",
            "nominate",
            "change",
            "propose",
            "objection",
            "qualify",
            "dismiss",
            "merge",
            "lift",
            "maintain",
            "accept",
            "decline",
        ),
        required=True,
    ),
    Field("person", TEXT),
    Field("name", TEXT),
    Field("count", INTEGER),
    Field("reason", TEXT),
    Field("objection", NEW_ID),
    Field("lifted_by", TEXT),
    Field("outcome", TEXT),
)
ROUND = Table(
    Round,
    Field("id", NEW_ID, required=True),
    Field(
        "kind",
        Choice("role", "circle", "nominations", "changes", "proposal", "objections", "acceptance"),
        required=True,
    ),
    Field("question", NEW_ID),
    Field("names", Many(TEXT)),
    Field("moves", Many(MOVE)),
    Field("note", TEXT),
)
ROUNDS = Table(
    Rounds,
    Field("record", Choice(*RECORDS)),
    Field("sources", Many(TEXT)),
    Field("role", Reference(Target.ADOPTER)),
    Field("circle", INTEGER),
    Field("rounds", Many(ROUND)),
)


def read_counts(root: Node, reading: Reading) -> Counts | None:
    """Give the counts of a show of hands."""
    return COUNTS.read(root, reading, span=reading.top)


def read_rounds(root: Node, reading: Reading) -> Rounds | None:
    """Give the rounds of an election without candidates, of a nomination, or of a decision by consent."""
    return ROUNDS.read(root, reading, span=reading.top)
