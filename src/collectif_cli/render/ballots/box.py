"""What is exported of a vote, whatever the format, and what a format offers."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from collectif_cli.model.message import Message
from collectif_cli.model.noun import Noun
from collectif_cli.model.vote import Counts, DecisionRule, Question


class Ballot(NamedTuple):
    """A ballot: its number, and its cells under the columns of the box."""

    number: str
    cells: tuple[str, ...]


class Box(Noun):
    """What a vote holds: the ballots under their ``columns``, or the ``counts`` of a show of hands.

    ``ranks`` tells that the method reads ranks; ``digest`` is that of the open vote, empty when it never
    opened.
    """

    vote: str
    title: str
    rule: DecisionRule
    questions: tuple[Question, ...]
    columns: tuple[str, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    counts: Counts | None = None
    ranks: bool = False
    digest: str = ""


class Written(NamedTuple):
    """A text, and what it could not say."""

    text: str
    lost: tuple[Message, ...] = ()


Exporter: TypeAlias = Callable[[Box], Written]
