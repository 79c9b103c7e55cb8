"""Ballots too many to be held row by row: the same polls, made from the file some lines at a time."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from collectif_cli.model.ballot_file import INSTALL, BallotFile
from collectif_cli.model.diagnostic import Finding, Severity
from collectif_cli.model.message import message
from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.voting.close_look import is_few
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.entries import column_faults, faults_of_box, titles_of
from collectif_cli.voting.followed import without_options
from collectif_cli.voting.method import Method, Poll

if TYPE_CHECKING:
    from collectif_cli.voting.bulk.count import Box

# Without NumPy, files of so many bytes are still read row by row: three quarters of a million ballots of a
# dozen options, in half a minute and two gigabytes.
MOST_WITHOUT = 24_000_000


class Read(NamedTuple):
    """What ballots by the million give: the polls, what forbids counting, and the digest."""

    polls: tuple[Poll, ...]
    faults: tuple[Finding, ...] = ()
    digest: str = ""


def row_by_row(vote: Vote) -> tuple[Vote, tuple[Finding, ...]]:
    """Give the vote with all its ballots held, or what is wrong in them."""
    if vote.many is None:
        return vote, ()
    entry, found = vote.many.whole()
    faults = tuple(
        Finding(one.span, one.message, one.hint) for one in found if one.severity is Severity.ERROR
    )
    return replace(vote, entries=() if entry is None else (entry,), many=None), faults


def read_many(
    vote: Vote, questions: tuple[Question, ...], rule: DecisionRule, method: Method, voters: Voters
) -> Read | None:
    """Read the ballots of a vote that has many; None where they are held, or are to be, row by row.

    They are where they are few after all, where rounds go with them, and where NumPy is not installed.
    """
    file = vote.many
    if file is None or not method.reads or "rounds" in method.reads:
        return None
    if find_spec("numpy") is None:
        return None if file.size <= MOST_WITHOUT else Read((), (_without_numpy(file),))
    without = tuple(without_options(questions, method))
    titles = titles_of(questions, rule, method)
    strange = tuple(column_faults(file.span, file.columns, titles))
    asked = () if without or strange else questions
    box = _box(file, asked, rule, method, titles)
    if box.faults:
        return Read((), box.faults)
    cast = box.profile.cast
    if is_few(cast):
        return None
    faults = (*without, *strange, *box.twice, *faults_of_box(vote, file.span, file.claims, cast))
    polls = tuple(
        box.poll(share, method.options(question), question.id.value, voters)
        for share, question in zip(box.profile.shares, asked, strict=True)
    )
    return Read(polls, faults, box.digest)


def _without_numpy(file: BallotFile) -> Finding:
    said = message("these ballots are too many to be counted without NumPy, which is not installed")
    return Finding(file.span, said, message("type “{command}”", command=INSTALL))


def _box(
    file: BallotFile, questions: tuple[Question, ...], rule: DecisionRule, method: Method, titles: list[str]
) -> "Box":
    from collectif_cli.voting.bulk.count import Box
    from collectif_cli.voting.bulk.profile import Asked

    columns = titles if questions else [column.value for column in file.columns]
    return Box(file, Asked(questions, rule, method), columns)
