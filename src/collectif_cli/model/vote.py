"""A vote: what is asked, under which rule, of whom, and the ballots, counts or rounds."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from collectif_cli.model.identifiers import VoteId
from collectif_cli.model.moment import Moment
from collectif_cli.model.noun import Noun
from collectif_cli.model.source import Located, Span
from collectif_cli.model.threshold import Threshold

if TYPE_CHECKING:
    from collectif_cli.model.ballot_file import BallotFile

METHODS = (
    "majority",
    "plurality",
    "consent",
    "approval",
    "dots",
    "score",
    "borda",
    "majority-judgment",
    "condorcet",
    "schulze",
    "ranked-pairs",
    "irv",
    "stv",
    "nomination",
    "sans-candidat",
    "sortition",
)
BASES = ("expressed", "cast", "present", "present-and-represented", "registered")


class Quorum(Noun):
    """How many must take part for the vote to count: a share or a number of a population."""

    of: Located[str]
    at_least: Located[Fraction]


class SecondCall(Noun):
    """What follows when the quorum failed: another call after some days, with its own quorum."""

    after: Located[int]
    quorum: Quorum | None = None


class Stratum(NamedTuple):
    """A part of the people for which places are kept, and how many."""

    name: Located[str]
    places: Located[int]


class DecisionRule(Noun):
    """A way to decide, with every convention that can change the outcome.

    ``name`` is empty for a rule written inside a vote. A convention that is absent is not declared:
    a method that needs it says so and does not count.
    """

    span: Span
    name: str = ""
    method: Located[str]
    base: Located[str] | None = None
    threshold: Located[Threshold] | None = None
    quorum: Quorum | None = None
    second_call: SecondCall | None = None
    unranked: Located[str] | None = None
    not_judged: Located[str] | None = None
    equal_ranks: Located[str] | None = None
    strength: Located[str] | None = None
    ties: Located[str] | None = None
    defects: Located[str] | None = None
    skipped_ranks: Located[str] | None = None
    default_option: Located[str] | None = None
    beats: Located[Threshold] | None = None
    seats: Located[int] | None = None
    women: Located[int] | None = None
    men: Located[int] | None = None
    strata: tuple[Stratum, ...] = ()
    most_names: Located[int] | None = None
    declined: Located[str] | None = None
    grades: tuple[Located[str], ...] = ()
    points: Located[int] | None = None
    most_on_one: Located[int] | None = None
    positions: Located[str] | None = None
    variant: Located[str] | None = None
    disclose: Located[str] | None = None
    fallback: Located[str] | None = None
    seed: Located[str] | None = None
    seed_from: Located[str] | None = None


class Proxy(Noun):
    """That somebody votes for somebody else: who gives the voice, who carries it, each with a class.

    ``giver`` and ``carrier`` are handles or numbers of a list, as in a roll.
    """

    giver: Located[str]
    carrier: Located[str]
    giver_class: Located[str] | None = None
    carrier_class: Located[str] | None = None


class Electorate(Noun):
    """Who may vote: those present, a roll, a group on a day, the candidates.

    ``classes`` are those of the statutes, from the lowest to the highest; ``most_proxies`` is how many
    voices one person may carry.
    """

    kind: Located[str]
    group: Located[str] | None = None
    date: Located[date] | None = None
    present: Located[int] | None = None
    represented: Located[int] | None = None
    registered: Located[int] | None = None
    roll: tuple[Located[str], ...] = ()
    classes: tuple[Located[str], ...] = ()
    proxies: tuple[Proxy, ...] = ()
    most_proxies: Located[int] | None = None


class RollEntry(NamedTuple):
    """A line of ``roll.csv``: who is on the roll, and the salt of its commitment (none before the
    opening)."""

    entry: str
    salt: str
    span: Span


class Roll(Noun):
    """Everything ``roll.csv`` says; lines may be taken away from it, the commitments stay in the vote."""

    span: Span
    entries: tuple[RollEntry, ...] = ()


class Option(Noun):
    """One of the answers to a question; ``sex`` serves parity, ``stratum`` the lots drawn by strata."""

    id: Located[str]
    title: Located[str]
    sex: Located[str] | None = None
    stratum: Located[str] | None = None


class Question(Noun):
    """What is asked, on which texts, with which answers, in the order of the paper."""

    id: Located[str]
    title: Located[str]
    on: tuple[Located[str], ...] = ()
    options: tuple[Option, ...] = ()


class Cancelled(Noun):
    """That a vote was called off: when, and why."""

    date: Located[date]
    reason: Located[str]


class Row(Noun):
    """One ballot as it was entered: its number and the cells that are not empty, in the order of the file."""

    ballot: str
    span: Span
    cells: tuple[Located[str], ...]


class Ballots(Noun):
    """The ballots of one file: the columns, and one row a ballot.

    ``cells`` of a row are as many as ``columns``; an empty cell has an empty value.
    """

    span: Span
    columns: tuple[Located[str], ...] = ()
    rows: tuple[Row, ...] = ()
    claims: str = ""


class OptionCount(Noun):
    """How many chose an option."""

    option: Located[str]
    count: Located[int]


class QuestionCount(Noun):
    """The count of a question: each option, the blanks, the abstentions, those set aside."""

    question: Located[str]
    options: tuple[OptionCount, ...] = ()
    blank: Located[int] | None = None
    abstain: Located[int] | None = None
    invalid: Located[int] | None = None


class Counts(Noun):
    """A show of hands, as it was counted: everything ``counts.yaml`` says."""

    span: Span
    record: Located[str] | None = None
    sources: tuple[Located[str], ...] = ()
    cast: Located[int] | None = None
    questions: tuple[QuestionCount, ...] = ()


class Move(Noun):
    """One move of a round: who, about whom, of what kind, and what came of it."""

    kind: Located[str]
    person: Located[str] | None = None
    name: Located[str] | None = None
    count: Located[int] | None = None
    reason: Located[str] | None = None
    objection: Located[str] | None = None
    lifted_by: Located[str] | None = None
    outcome: Located[str] | None = None


class Round(Noun):
    """One step of an election without candidates, of a nomination, or of a decision by consent.

    ``question`` is the one it is about; None where the vote asks one alone.
    """

    id: Located[str]
    kind: Located[str]
    question: Located[str] | None = None
    names: tuple[Located[str], ...] = ()
    moves: tuple[Move, ...] = ()
    note: Located[str] | None = None


class Rounds(Noun):
    """Everything ``rounds.yaml`` says."""

    span: Span
    record: Located[str] | None = None
    sources: tuple[Located[str], ...] = ()
    role: Located[str] | None = None
    circle: Located[int] | None = None
    rounds: tuple[Round, ...] = ()


class FrozenText(Noun):
    """A text put to the vote: its git blob, and the digest of its substance.

    ``under`` is the title or the word (``socle``) that brought it into the vote, when no question names it.
    """

    id: Located[str]
    blob: Located[str]
    digest: Located[str]
    under: Located[str] | None = None


class FrozenElectorate(Noun):
    """How many could vote at the opening, and for a roll each entry as a salted commitment.

    ``count`` and ``represented`` are None when the vote opened before those present were counted.
    """

    count: Located[int] | None = None
    represented: Located[int] | None = None
    commitments: tuple[Located[str], ...] = ()


class Frozen(Noun):
    """What does not move once the vote is open."""

    date: Located[Moment]
    commit: Located[str] | None = None
    rule: DecisionRule
    electorate: FrozenElectorate
    texts: tuple[FrozenText, ...] = ()
    questions: tuple[Question, ...] = ()
    digest: Located[str]


class Vote(Noun):
    """Everything the folder ``programme/votes/<id>`` says.

    ``rule`` is either the name of a rule of the collective (``rule_name``) or one written in the vote.
    ``entries`` are the independent entries of the same paper ballots: one, or two that must agree.
    ``many`` stands in their place where the ballots are too many to be held row by row.
    ``second_call_of`` is the vote whose quorum failed; ``closed`` is when a vote that lasts was ended;
    ``drawn`` is what came of the public draw that the rule announces, written once it was held.
    """

    id: VoteId
    span: Span
    title: Located[str]
    plenary: Located[str] | None = None
    date: Located[date] | None = None
    opens: Located[Moment] | None = None
    closes: Located[Moment] | None = None
    second_call_of: Located[str] | None = None
    rule_name: Located[str] | None = None
    rule: DecisionRule | None = None
    electorate: Electorate
    ballots: Located[str]
    expected_ballots: Located[int] | None = None
    questions: tuple[Question, ...] = ()
    frozen: Frozen | None = None
    closed: Located[Moment] | None = None
    drawn: Located[str] | None = None
    cancelled: Cancelled | None = None
    entries: tuple[Ballots, ...] = ()
    many: "BallotFile | None" = None
    counts: Counts | None = None
    rounds: Rounds | None = None
    roll: Roll | None = None

    @property
    def boxes(self) -> "tuple[Ballots | BallotFile, ...]":
        """The files of ballots, held or not."""
        return self.entries if self.many is None else (*self.entries, self.many)
