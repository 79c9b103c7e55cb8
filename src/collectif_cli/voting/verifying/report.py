"""What a verification gives: how each vote and each adopted text fares, and everything that does not hold."""

from datetime import date
from typing import NamedTuple

from collectif_cli.model.message import Message
from collectif_cli.model.noun import Noun
from collectif_cli.voting.binding import Likeness

# Everything that may not hold, each with its slug; the self-test must see each tampering under one of them.
CODES = (
    "unreadable",
    "vote-removed",
    "frozen-digest",
    "frozen-changed",
    "frozen-gone",
    "opening-unknown",
    "rule-differs",
    "electorate-differs",
    "questions-differ",
    "text-differs",
    "roll-differs",
    "seed-early",
    "not-countable",
    "result-differs",
    "result-replaced",
    "result-gone",
    "box-changed",
    "box-shrunk",
    "status-unjustified",
    "decision-unjustified",
    "text-changed",
    "text-gone",
    "checkpoint-contradicted",
    "history-rewritten",
)


class Commit(NamedTuple):
    """A commit that did something: its id, and the day on which it was made."""

    id: str
    day: date


class Trouble(NamedTuple):
    """Something that does not hold: about which vote, a slug, a sentence, lines that show it.

    ``hint`` and ``also`` are what to do, and what else could be done.
    """

    vote: str
    code: str
    said: Message
    hint: Message | None = None
    lines: tuple[str, ...] = ()
    also: Message | None = None


class VoteState(NamedTuple):
    """How a vote fares: whether it opened, and whether its result is the one that its ballots give.

    ``recounted`` is None where there is no result to compare; ``state`` is ``counted``, ``waiting``,
    ``cancelled`` or ``sealed`` (its outcome is told, and no ballot is here to count it again).
    """

    vote: str
    opened: bool
    state: str
    recounted: bool | None = None
    code: str = ""
    erased: int = 0


class TextState(NamedTuple):
    """What became of a text that a vote adopted."""

    text: str
    path: str
    vote: str
    likeness: Likeness


class BoxState(NamedTuple):
    """The box of a vote at two revisions: how many ballots it held, and whether it only grew in between.

    Of two entries of the same papers, the longer one is counted. ``ballots`` is what the vote keeps of them:
    of hands there is a count alone, and a sealed box or a lot shows nothing.
    """

    vote: str
    before: int
    after: int
    grew: bool
    ballots: str = "anonymous"

    @property
    def seen(self) -> bool:
        """Tell whether there is anything to compare."""
        return self.ballots not in {"sealed", "none"}


class Between(NamedTuple):
    """What became of the boxes from one revision to another, each as it was typed.

    ``later`` is how many votes opened after the first one: their boxes are not looked at.
    """

    first: str
    last: str
    boxes: tuple[BoxState, ...]
    later: int = 0


class Report(Noun):
    """Everything that was found, in the order of the votes."""

    votes: tuple[VoteState, ...] = ()
    texts: tuple[TextState, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    checkpoint: str = ""
    between: Between | None = None

    @property
    def holds(self) -> bool:
        """Tell whether everything holds."""
        return not self.troubles
