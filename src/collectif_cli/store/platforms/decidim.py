"""Decidim: the proposals of an export, as CSV with ``;``, as JSON, or in the ZIP of the open data.

Source: decidim/decidim, ``ProposalSerializer`` and the open data exporter: keys inside keys are joined by
``/``, texts are in one column for each language. Likes were endorsements before 0.30.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from collectif_cli.model.message import message, messages
from collectif_cli.model.sent import Asked, Sent, Tally
from collectif_cli.model.source import Span
from collectif_cli.store.importers.importer import Handed, Notes
from collectif_cli.store.platforms.archive import is_archive, unpacked
from collectif_cli.store.platforms.lines import Row
from collectif_cli.store.platforms.platform import first_line, head
from collectif_cli.store.platforms.records import json_of, sheet_of
from collectif_cli.store.platforms.sheet import Sheet, Where, count_of, open_sheet

title = message("Decidim")

_SUPPORTS = ("supports", "proposal_votes_count", "votes/total_count", "likes/total_count",
             "endorsements/total_count")  # fmt: skip
_COMMENTS = ("comments", "comments_count", "comments/total_count")


def knows(files: Sequence[Handed]) -> bool:
    """Tell by the titles, the keys, or the name of the archive."""
    return bool(files) and all(_is_known(file) for file in files)


def _is_known(file: Handed) -> bool:
    if is_archive(file):
        return b"open-data" in file.raw
    start = head(file)
    if start.lstrip().startswith(("[", "{")):
        return '"participatory_space"' in start
    return "participatory_space/id" in first_line(file)


def read(files: Sequence[Handed], asked: Asked, notes: Notes) -> tuple[Sent, ...] | None:
    """Give each proposal; comments are counted, to compare with what each proposal declares."""
    parts: list[Handed] = []
    for file in files:
        inside = unpacked(file, notes) if is_archive(file) else (file,)
        if inside is None:
            return None
        parts.extend(inside)
    comments = [one for one in parts if "comment" in one.name.rpartition(":")[2]]
    proposals = [one for one in parts if one not in comments and _is_of_proposals(one)]
    if not proposals:
        said = message("there is no table of proposals here")
        notes.fault(Span(files[0].path), said, message("export the proposals, or the open data"))
        return None
    counted = _comments(comments, notes) if comments else None
    found: list[Sent] = []
    for file in proposals:
        sheet = _sheet(file, notes)
        if sheet is None:
            return None
        found.extend(_proposals(sheet, asked, counted, notes))
    return tuple(found)


def _is_of_proposals(file: Handed) -> bool:
    """Tell whether a table is one of proposals: the open data hold twenty others."""
    name = file.name.rpartition(":")[2]
    return name.endswith((".csv", ".json")) and ("proposal" in name or ":" not in file.path)


def _sheet(file: Handed, notes: Notes) -> Sheet | None:
    if not head(file).lstrip().startswith(("[", "{")):
        return open_sheet(file, notes)
    said = json_of(file, notes)
    return None if said is None else sheet_of(said if isinstance(said, list) else [said], file.path, notes)


def _comments(files: Iterable[Handed], notes: Notes) -> Counter[str]:
    """Give how many comments there are on each thing."""
    counted: Counter[str] = Counter()
    for file in files:
        sheet = _sheet(file, notes)
        if sheet is not None:
            counted.update(sheet.raw(row, "commentable_id", "root_commentable_id") for row in sheet.rows)
    return counted


def _proposals(sheet: Sheet, asked: Asked, counted: Counter[str] | None, notes: Notes) -> list[Sent]:
    where = Where(
        key=("id",),
        title=_in_language("title", sheet, asked),
        date=("published_at", "created_at"),
        author=("author/id", "author/name"),
        url=("url",),
        theme=(*_in_language("category/name", sheet, asked), *_in_language("scope/name", sheet, asked)),
    )
    bodies = _in_language("body", sheet, asked)
    found = []
    for row in sheet.rows:
        if sheet.raw(row, "state") == "withdrawn" or sheet.raw(row, "withdrawn_at"):
            said = message("its author took this proposal back: it was left aside")
            notes.remark(Span(sheet.path, row.line), said)
            continue
        supports = count_of(sheet.raw(row, *_SUPPORTS))
        tally = None if supports is None else Tally(supports)
        sent = sheet.taken(row, where._replace(body=_written(sheet, row, bodies)), asked.language, tally)
        if sent is not None:
            found.append(sent)
            if counted is not None:
                _compare(sheet, row, counted, notes)
    return found


def _written(sheet: Sheet, row: Row, titles: Sequence[str]) -> tuple[str, ...]:
    """Give the first of those columns in which something is written: one language is enough."""
    return tuple(one for one in titles if sheet.raw(row, one))[:1]


def _in_language(stem: str, sheet: Sheet, asked: Asked) -> tuple[str, ...]:
    """Give the columns of a text, that of the language of the collective first."""
    own = f"{stem}/{asked.language}"
    others = [one for one in sheet.titles if one.startswith(f"{stem}/") and one != own]
    return (own, *others, stem)


def _compare(sheet: Sheet, row: Row, counted: Counter[str], notes: Notes) -> None:
    declared = count_of(sheet.raw(row, *_COMMENTS))
    found = counted[sheet.raw(row, "id")]
    if declared is not None and declared != found:
        said = messages(
            "{n} comment is declared, and {counted} found in the rows",
            "{n} comments are declared, and {counted} found in the rows",
            declared,
            counted=found,
        )
        notes.remark(Span(sheet.path, row.line), said)
