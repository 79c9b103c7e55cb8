"""What a count gives: figures, conditions asked and reached, outcome, margin, sensitivity, ties."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.message import Message
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Span
from collectif_cli.model.threshold import Threshold


class Verdict(StrEnum):
    """What came of a question."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    ELECTED = "elected"
    TIE = "tie"
    NO_QUORUM = "no-quorum"
    UNDECIDED = "undecided"


# What a vote that decides on a text makes of its status, and what a plenary that records it calls that.
STATUSES = {Verdict.ADOPTED: "adopted", Verdict.REJECTED: "rejected"}
KINDS = {Verdict.ADOPTED: "adopt", Verdict.REJECTED: "reject"}


class Outcome(NamedTuple):
    """A verdict, the options it is about in the order of the paper, and why nothing is decided when so.

    ``because`` is one of ``nothing-expressed`` (no vote to divide by), ``threshold`` (no option reached
    what the rule asks), ``no-condorcet-winner`` (no option wins all its duels), ``all-declined`` (nobody is
    left to choose), ``undisclosed``, ``missing``, ``disputed`` (the record of the vote), ``objections-open``
    (nobody has answered them yet), ``objection-maintained`` (the rule says what follows), or empty.
    """

    verdict: Verdict
    options: tuple[str, ...] = ()
    because: str = ""

    def differs_from(self, other: "Outcome") -> bool:
        """Tell whether the decision is another one; being undecided for another reason is not."""
        return (self.verdict, self.options) != (other.verdict, other.options)


class SetAside(NamedTuple):
    """A ballot that does not count for a question: its number, a slug and a sentence that say why."""

    ballot: str
    reason: str
    message: Message
    span: Span


class Figures(Noun):
    """How many, in numbers of people or ballots; None where the record does not say.

    ``cast`` is every ballot handed in: those that express a choice, the abstentions, the blank ones and
    the ``invalid`` ones. ``expressed`` leaves out the last three (Code électoral, L65: blank ballots are
    counted apart and are not among the votes expressed).
    """

    registered: int | None = None
    present: int | None = None
    represented: int | None = None
    cast: int | None = None
    invalid: int | None = None
    blank: int | None = None
    abstain: int | None = None
    expressed: int | None = None

    @property
    def unexpressed(self) -> int:
        """The ballots known to express no choice: all but ``expressed``, or those recorded as such."""
        if self.cast is not None:
            return self.cast - (self.expressed or 0)
        return sum(number or 0 for number in (self.blank, self.abstain, self.invalid))


class OptionTotal(NamedTuple):
    """How many votes an option has."""

    option: str
    votes: int


class BaseUsed(NamedTuple):
    """What the share is taken of: its name, and how many that is."""

    name: str
    number: int


class QuorumTest(NamedTuple):
    """A quorum asked: of whom, how much (a share, or a number above 1), who took part, how many it takes.

    ``whole`` is the population that the share is of; None for a number.
    """

    of: str
    at_least: Fraction
    part: int
    whole: int | None
    needed: int

    @property
    def reached(self) -> bool:
        """Tell whether enough people took part."""
        return self.part >= self.needed


class ThresholdTest(NamedTuple):
    """A threshold asked: the votes it is about, the base, and the smallest number of votes that meets it."""

    threshold: Threshold
    votes: int
    base: int
    needed: int

    @property
    def reached(self) -> bool:
        """Tell whether the votes meet it."""
        return self.threshold.met_by(self.votes, self.base)


class TieBreak(NamedTuple):
    """A tie for what is left to choose: between which options, how the rule resolves it, who is then chosen.

    For a lot, ``draws`` holds the SHA-256 of each option, the smallest first.
    """

    options: tuple[str, ...]
    by: str
    chosen: tuple[str, ...] = ()
    draws: tuple[tuple[str, str], ...] = ()


class Margin(NamedTuple):
    """The smallest number of ballots whose change alters the outcome, and an outcome it would lead to.

    A change makes any ballot handed in say something else, or nothing; nobody comes or leaves.
    ``ballots`` is None when no number is known to: ``because`` is then ``quorum`` (``missing`` people would
    have been needed), ``never``, ``objections`` (answers alter the outcome, and not how many ballots),
    ``sums`` (they alone do not tell), ``not-found`` (no change that is enough was), or ``unknown`` (how many
    voted is not recorded).
    The number is exact where ``at_least`` is None; else that many ballots are proved to be enough, and it
    is proved that fewer than ``at_least`` are not.
    """

    ballots: int | None = None
    leads_to: Outcome | None = None
    because: str = ""
    missing: int = 0
    at_least: int | None = None


class Alternative(NamedTuple):
    """The outcome that another usual convention would have given."""

    convention: str
    value: str
    outcome: Outcome


class Decision(Noun):
    """What a rule makes of a count: each condition with what was reached, and the outcome.

    ``follows`` is ``second-call`` after a failed quorum, ``second-vote`` after a tie or ``fallback`` after an
    objection that is maintained, when the rule says so.
    """

    outcome: Outcome
    base: BaseUsed | None = None
    quorum: QuorumTest | None = None
    threshold: ThresholdTest | None = None
    ties: tuple[TieBreak, ...] = ()
    follows: str = ""


def quorum_missed(decision: Decision) -> Margin | None:
    """Give how many people were missing where the quorum was not reached; None elsewhere."""
    quorum = decision.quorum
    if decision.outcome.verdict is not Verdict.NO_QUORUM or quorum is None:
        return None
    return Margin(because="quorum", missing=quorum.needed - quorum.part)


class Working(Noun):
    """What a method worked out on the way: a kind of its own, with a line in ``all_workings.py``."""


class Result(Noun):
    """The count of one question, whole; ``totals`` are in the order of the paper.

    ``working`` holds the figures of a method that does more than add votes up. ``ranking`` gives the
    options from the first to the last, those that nothing separates together, where the method orders them.
    """

    question: str
    figures: Figures
    totals: tuple[OptionTotal, ...] = ()
    decision: Decision
    working: Working | None = None
    ranking: tuple[tuple[str, ...], ...] = ()
    margin: Margin | None = None
    sensitivity: tuple[Alternative, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What came of the question."""
        return self.decision.outcome
