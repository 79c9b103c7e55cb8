"""Cap Collectif: the exports of a step, which hold several kinds of rows, and those of a questionnaire.

Two generations of titles: ``proposal_…`` with ``contribution_type``, where comments, votes, news and reports
repeat the proposal they are about; and ``export_contribution_…`` with a column for each question. Source: the
exporter of cap-collectif/platform (AGPL-3.0), by the files that it makes.
"""

import base64
import binascii
from collections import Counter
from collections.abc import Sequence

from collectif_cli.model.message import message, messages
from collectif_cli.model.sent import Asked, Sent, Tally
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.lines import Row
from collectif_cli.store.platforms.platform import first_line
from collectif_cli.store.platforms.sheet import Sheet, Where, count_of, open_sheet

title = message("Cap Collectif")

_REPLY = "export_contribution_"
_PROPOSAL = Where(
    key=("proposal_reference", "proposal_id"),
    title=("proposal_title",),
    body=("proposal_summary", "proposal_description"),
    date=("proposal_publishedAt", "proposal_createdAt"),
    author=("proposal_author_id", "proposal_author_username"),
    url=("proposal_link",),
    theme=("proposal_theme_title", "proposal_category_name"),
)
_DEBATE = frozenset({"debate_url", "vote_publishedAt"})


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the titles of the columns."""
    return bool(files) and all(_generation(file) for file in files)


def _generation(file: Handed) -> str:
    titles = first_line(file)
    if {"contribution_type", "proposal_id"} <= titles:
        return "proposals"
    if f"{_REPLY}id" in titles:
        return "replies"
    return "votes" if titles >= _DEBATE else ""


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each proposal once, or each reply to the questionnaire."""
    found: list[Sent] = []
    for file in files:
        generation = _generation(file)
        sheet = open_sheet(file, notes)
        if sheet is None:
            return None
        if generation == "proposals":
            found.extend(_proposals(sheet, asked, notes))
        elif generation == "replies":
            found.extend(_replies(sheet, asked, notes))
        else:
            said = message("this file holds the votes of a debate, and no contribution")
            notes.remark(Span(file.path), said)
    return tuple(found)


def _proposals(sheet: Sheet, asked: Asked, notes: Notes) -> list[Sent]:
    votes: Counter[str] = Counter()
    aside: Counter[str] = Counter()
    rows: list[Row] = []
    for row in sheet.rows:
        kind = sheet.raw(row, "contribution_type")
        if kind == "proposal":
            rows.append(row)
        elif kind == "proposalVote":
            votes[sheet.raw(row, "proposal_id")] += _counts(sheet, row)
        else:
            aside[kind] += 1
    found = [one for row in rows if (one := _proposal(sheet, row, asked, votes, notes)) is not None]
    for kind, n in sorted(aside.items()):
        said = messages(
            "{n} row “{kind}” was left aside: only proposals are taken",
            "{n} rows “{kind}” were left aside: only proposals are taken",
            n,
            kind=kind,
        )
        notes.remark(Span(sheet.path), said)
    return found


def _counts(sheet: Sheet, row: Row) -> bool:
    """Tell whether a vote counts: it was published, and is part of the total."""
    return all(sheet.raw(row, f"proposal_votes_{part}") != "No" for part in ("published", "accounted"))


def _proposal(sheet: Sheet, row: Row, asked: Asked, votes: Counter[str], notes: Notes) -> Sent | None:
    span = Span(sheet.path, row.line)
    state = sheet.raw(row, "proposal_publicationStatus")
    if state not in ("", "PUBLISHED") or sheet.raw(row, "proposal_trashedAt"):
        notes.remark(span, message("this proposal is not published on the platform: it was left aside"))
        return None
    declared = count_of(sheet.raw(row, "proposal_votes_digitalCount"))
    counted = votes[sheet.raw(row, "proposal_id")]
    if declared is not None and declared != counted:
        column = sheet.titles["proposal_votes_digitalCount"] + 1
        said = messages(
            "{n} vote is declared, and {counted} found in the rows",
            "{n} votes are declared, and {counted} found in the rows",
            declared,
            counted=counted,
        )
        notes.remark(span._replace(column=column), said)
    paper = count_of(sheet.raw(row, "proposal_votes_paperCount")) or 0
    tally = Tally(counted + paper) if declared is not None else None
    sent = sheet.taken(row, _PROPOSAL, asked.language, tally)
    return sent and sent._replace(key=_name(sent.key.strip('"')))


def _replies(sheet: Sheet, asked: Asked, notes: Notes) -> list[Sent]:
    where = Where(
        key=(f"{_REPLY}id",),
        body=tuple(one for one in sheet.titles if one and not one.startswith(_REPLY)),
        date=(f"{_REPLY}published_at", f"{_REPLY}created_at"),
        author=(f"{_REPLY}author_id",),
        headed=True,
    )
    found = []
    for row in sheet.rows:
        draft, published = (sheet.raw(row, f"{_REPLY}{part}") for part in ("draft", "published"))
        if draft == "Yes" or published == "No":
            said = message("this reply is not published on the platform: it was left aside")
            notes.remark(Span(sheet.path, row.line), said)
        elif (sent := sheet.taken(row, where, asked.language)) is not None:
            found.append(sent)
    return found


def _name(key: str) -> str:
    """Give the name inside an id such as ``UHJvcG9zYWw6cHJvcG9zYWwy``, which is ``Proposal:proposal2``."""
    try:
        inside = base64.b64decode(key, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return key
    return inside.rpartition(":")[2] if ":" in inside and inside.isprintable() else key
