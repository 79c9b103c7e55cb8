"""Polis: the comments of a conversation, with the votes on them: 1 agrees, -1 disagrees, 0 passes.

People vote again: the last vote of each on a comment counts. Source: compdemocracy/polis, “Export”; and
compdemocracy/openData. In the tables, 1 agrees whatever the sign in the database is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from collectif_cli.model.message import message, messages
from collectif_cli.model.sent import Asked, Sent, Tally
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.lines import Row
from collectif_cli.store.platforms.platform import first_line
from collectif_cli.store.platforms.sheet import Sheet, Where, count_of, open_sheet

title = message("Polis")

_WHERE = Where(key=("comment-id",), body=("comment-body",), date=("timestamp",), author=("author-id",))
_KINDS = {
    "comments": frozenset({"comment-id", "comment-body"}),
    "votes": frozenset({"comment-id", "voter-id", "vote"}),
    "participants": frozenset({"participant", "n-votes"}),
    "summary": frozenset({"topic"}),
}


# The last vote of each voter on each comment, by the comment and the voter.
Votes: TypeAlias = dict[tuple[str, str], str]


def _kind(file: Handed) -> str:
    titles = first_line(file)
    return next((kind for kind, needed in _KINDS.items() if needed <= titles), "")


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the titles of the comments."""
    return any(_kind(file) == "comments" for file in files)


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each comment that moderation did not refuse, and tell the totals that do not match."""
    sheets: dict[str, Sheet] = {}
    for file in files:
        kind = _kind(file)
        sheet = open_sheet(file, notes) if kind and kind not in sheets else None
        if sheet is None:
            notes.remark(Span(file.path), message("this file was left aside"))
        else:
            sheets[kind] = sheet
    votes = _votes(sheets["votes"], notes) if "votes" in sheets else None
    comments = list(sheets["comments"].rows) if "comments" in sheets else []
    tallies = _tallies(votes) if votes else {}
    found = [
        one
        for row in comments
        if (one := _comment(sheets["comments"], row, asked, tallies if votes else None, notes)) is not None
    ]
    if votes and "participants" in sheets:
        _compare_people(sheets["participants"], votes, notes)
    if "summary" in sheets:
        _compare_summary(sheets["summary"], found, notes)
    return tuple(found)


def _votes(sheet: Sheet, notes: Notes) -> Votes:
    """Read the votes in the order of their instants; those that were given again are told."""
    rows = sorted(sheet.rows, key=lambda row: count_of(sheet.raw(row, "timestamp")) or 0)
    last: Votes = {}
    again = 0
    for row in rows:
        who = (sheet.raw(row, "comment-id"), sheet.raw(row, "voter-id"))
        vote = sheet.raw(row, "vote")
        if vote not in ("1", "-1", "0"):
            said = message("“{vote}” is not a vote: it was left aside", vote=vote)
            notes.remark(Span(sheet.path, row.line, sheet.titles["vote"] + 1), said)
            continue
        again += who in last
        last[who] = vote
    if again:
        said = messages(
            "{n} vote was given again: the last one counts",
            "{n} votes were given again: the last of each counts",
            again,
        )
        notes.remark(Span(sheet.path), said)
    return last


def _tallies(votes: Votes) -> dict[str, Tally]:
    """Give the totals of each comment."""
    counts: Counter[tuple[str, str]] = Counter((one, vote) for (one, _who), vote in votes.items())
    return {
        one: Tally(counts[one, "1"], counts[one, "-1"], counts[one, "0"])
        for one in {key[0] for key in counts}
    }


def _comment(
    sheet: Sheet, row: Row, asked: Asked, tallies: dict[str, Tally] | None, notes: Notes
) -> Sent | None:
    if sheet.raw(row, "moderated") == "-1":
        said = message("moderation refused this comment: it was left aside")
        notes.remark(Span(sheet.path, row.line), said)
        return None
    agrees, disagrees = (count_of(sheet.raw(row, one)) for one in ("agrees", "disagrees"))
    tally = None if agrees is None else Tally(agrees, disagrees)
    if tallies is not None:
        counted = tallies.get(sheet.raw(row, "comment-id"), Tally(0, 0, 0))
        if tally is not None and (tally.agree, tally.disagree) != (counted.agree, counted.disagree):
            said = message(
                "{agrees} for and {disagrees} against are declared; the votes say {agree} and {disagree}",
                agrees=tally.agree,
                disagrees=tally.disagree or 0,
                agree=counted.agree,
                disagree=counted.disagree or 0,
            )
            notes.remark(Span(sheet.path, row.line), said)
        tally = counted
    return sheet.taken(row, _WHERE, asked.language, tally)


def _compare_people(sheet: Sheet, votes: Votes, notes: Notes) -> None:
    """Tell the people whose number of votes is not that of the rows."""
    counts = Counter(voter for _comment, voter in votes)
    for row in sheet.rows:
        declared = count_of(sheet.raw(row, "n-votes"))
        counted = counts[sheet.raw(row, "participant")]
        if declared is not None and declared != counted:
            said = messages(
                "{n} vote is declared, and {counted} found in the rows",
                "{n} votes are declared, and {counted} found in the rows",
                declared,
                counted=counted,
            )
            notes.remark(Span(sheet.path, row.line), said)


def _compare_summary(sheet: Sheet, found: Iterable[Sent], notes: Notes) -> None:
    """Tell when the summary, a line for each figure, counts other comments than those that were taken."""
    for row in sheet.rows:
        declared = count_of(row.cells[1]) if len(row.cells) > 1 else None
        counted = len(tuple(found))
        if row.cells[0] == "comments" and declared is not None and declared != counted:
            said = messages(
                "{n} comment is declared, and {counted} taken",
                "{n} comments are declared, and {counted} taken",
                declared,
                counted=counted,
            )
            notes.remark(Span(sheet.path, row.line, 2), said)
