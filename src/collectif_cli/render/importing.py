"""What an import of contributions found, for a terminal and for programs."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from collectif_cli.model.contribution import Contribution
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import safe
from collectif_cli.triage.reconcile import Reconciled

_MOST_NAMED = 5


class Imported(NamedTuple):
    """The files, what they are, how many contributions they hold, what that changes, what is odd in them."""

    files: tuple[str, ...]
    platform: Message
    sent: int
    found: Reconciled
    faults: tuple[Finding, ...]
    remarks: tuple[Finding, ...]


def imported_text(told: Imported, language: Language) -> str:
    """Give a line for each thing that an import changes, in the order in which one wants to know it."""
    return "".join(f"{safe(language.say(said))}\n" for said in _lines(told))


def _lines(told: Imported) -> Iterator[Message]:
    found = told.found
    yield messages(
        "read: {files}, {platform}: {n} contribution",
        "read: {files}, {platform}: {n} contributions",
        told.sent,
        files=told.files,
        platform=told.platform,
    )
    if found.new:
        yield messages("  {n} is new", "  {n} are new", len(found.new))
    same = found.texts("same")
    if same:
        yield messages("  {n} is as it was", "  {n} are as they were", len(same))
    taken = found.texts("taken")
    if taken:
        yield messages(
            "  {n} was edited there, and its new text was taken: {ids}",
            "  {n} were edited there, and their new texts were taken: {ids}",
            len(taken),
            ids=_named(taken),
        )
    left = found.texts("left")
    if left:
        yield messages(
            "  {n} was edited there, and its text here stays, for it was sorted or changed here: {ids}",
            "  {n} were edited there, and their texts here stay, for they were sorted or changed here: {ids}",
            len(left),
            ids=_named(left),
        )
        yield message("    to take the new text all the same: “--take {id}”", id=left[0].id)
    recounted = sum(one.recounted for one in found.met)
    if recounted:
        yield messages("  {n} has other counts", "  {n} have other counts", recounted)
    back = tuple(one.here for one in found.met if one.back)
    if back:
        yield messages(
            "  {n} is there again: {ids}", "  {n} are there again: {ids}", len(back), ids=_named(back)
        )
    if found.gone:
        yield messages(
            "  {n} is no longer there, and stays here: {ids}",
            "  {n} are no longer there, and stay here: {ids}",
            len(found.gone),
            ids=_named(found.gone),
        )


def _named(contributions: tuple[Contribution, ...]) -> tuple[str, ...]:
    """Give the first ids, and that there are more."""
    more = ("…",) if len(contributions) > _MOST_NAMED else ()
    return (*(one.id for one in contributions[:_MOST_NAMED]), *more)


def imported_json(told: Imported, source: str, language: Language, *, done: bool) -> str:
    """Give the same for programs; ``done`` tells whether it was written."""
    found = told.found

    def ids(contributions: tuple[Contribution, ...]) -> list[str]:
        return [one.id for one in contributions]

    def finding(one: Finding) -> dict[str, Any]:
        place = {"path": one.span.path, "line": one.span.line, "column": one.span.column}
        return {**place, "message": language.say(one.message)}

    return for_programs(
        {
            "version": 1,
            "source": source,
            "platform": language.say(told.platform),
            "read": told.sent,
            "new": list(found.new),
            "same": len(found.texts("same")),
            "taken": ids(found.texts("taken")),
            "left": ids(found.texts("left")),
            "recounted": [one.here.id for one in found.met if one.recounted],
            "back": [one.here.id for one in found.met if one.back],
            "gone": ids(found.gone),
            "faults": [finding(one) for one in told.faults],
            "remarks": [finding(one) for one in told.remarks],
            "written": done,
        }
    )
