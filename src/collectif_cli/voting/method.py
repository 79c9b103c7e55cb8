"""What a method of voting offers: what it must be told, how it reads a ballot, how it counts.

A method is a module that has these names; ``all_methods.py`` is the index of them.
"""

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from collectif_cli.model.message import Message
from collectif_cli.model.noun import Noun
from collectif_cli.model.vote import DecisionRule, Option, Question
from collectif_cli.voting.objections import Objection
from collectif_cli.voting.outcome import Figures, Result, SetAside
from collectif_cli.voting.profile import Profile

if TYPE_CHECKING:
    from collectif_cli.voting.by_rounds.papers import ManyPapers
    from collectif_cli.voting.orders import Orders

# What a ballot says of the options: each with 1 (chosen), a number of points, a rank or the place of a grade.
Mark: TypeAlias = tuple[tuple[str, int], ...]


class Refusal(NamedTuple):
    """Why a ballot cannot count for a question: a slug, a sentence, and which of its cells says so."""

    reason: str
    message: Message
    at: int = 0


class Reading(NamedTuple):
    """One ballot on one question: a mark (empty: blank), an abstention, or why it cannot count.

    A ballot that is refused may keep its mark: another rule would count it.
    """

    mark: Mark = ()
    abstains: bool = False
    refusal: Refusal | None = None


class Poll(Noun):
    """The ballots of one question, alike ones together: what a method counts.

    ``options`` are in the order of the paper. ``marks`` pairs each different mark with how many ballots
    bear it; blank ballots, abstentions and the ballots set aside are in ``figures`` only, but for the
    ``refused``: the marks of those set aside that another rule would count.
    ``objections`` are what the rounds tell, to the methods that read them.
    Where ballots are too many for that, there are no marks: ``numbers`` has, for each option, how many gave
    it each number from 0, ``orders`` the duels they make, or ``papers`` those of which no rule makes anything
    but the order of preference that they give, beside the marks of the others; see ``bulk``.
    ``by_hand`` tells that each option was counted by itself, and no mark says which ballots it comes from.
    ``listed`` are the options as the vote lists them, with what it says of people; ``declined`` are those who
    said afterwards that they would not be chosen; ``drawn_from`` is the text from which lots are drawn.
    """

    question: str
    options: tuple[str, ...]
    marks: tuple[tuple[Mark, int], ...] = ()
    refused: tuple[tuple[Mark, int], ...] = ()
    figures: Figures
    set_aside: tuple[SetAside, ...] = ()
    objections: tuple[Objection, ...] = ()
    by_hand: bool = False
    listed: tuple[Option, ...] = ()
    declined: tuple[str, ...] = ()
    drawn_from: str = ""
    numbers: tuple[Profile, ...] = ()
    orders: "Orders | None" = None
    papers: "ManyPapers | None" = None

    @property
    def marked(self) -> int:
        """How many ballots bear a mark, or how many votes were counted by hand."""
        if self.numbers or self.orders is not None:
            return self.figures.expressed or 0
        return sum(number for _, number in self.marks)

    @property
    def given(self) -> int:
        """How many options were given something, over all the ballots."""
        if self.numbers:
            return sum(map(sum, self.numbers))
        return sum(len(mark) * number for mark, number in self.marks)


class Method(Protocol):
    """A way of counting."""

    @property
    def reads(self) -> tuple[str, ...]:
        """What it can count from.

        ``ballots``; ``counts``, a number for each option where a ballot names one; ``sums``, the same where
        a ballot may name several, so that they do not add up to the ballots; ``rounds``, what became of the
        objections, beside the ballots or the counts or alone. Nothing: lots are drawn.
        """

    @property
    def follows(self) -> tuple[str, ...]:
        """The conventions that mean something to it, beside ``ties`` and those that any rule may declare."""

    @property
    def tie_breaks(self) -> tuple[str, ...]:
        """The values of ``ties`` that mean something to the method."""

    def needs(self, rule: DecisionRule) -> tuple[str, ...]:
        """Give the conventions that the rule must declare, and that change the outcome."""

    def options(self, question: Question) -> tuple[str, ...]:
        """Give the ids of what can be chosen, in the order of the paper; none when nothing can be."""

    def columns(self, question: Question, rule: DecisionRule) -> tuple[str, ...]:
        """Give the titles of the columns of ``ballots.csv`` that the question takes under the rule."""

    def read(self, question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
        """Give what a ballot says, from its cells in the order of ``columns``.

        Nothing marked at all is a blank ballot (an empty mark).
        """

    def count(self, poll: Poll, rule: DecisionRule) -> Result:
        """Count; the rule declares what ``needs`` names, and the figures that it rests on are known."""
