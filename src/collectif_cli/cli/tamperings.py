"""Every way of cheating that the self-test tries: what it is called, what it does to the copy.

A tampering gives False where the programme has nothing of the kind to tamper with. ``_open`` chooses the
vote: one that is open and counted, from ballots where ballots are needed.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from collectif_cli.cli.tampering_lab import Lab
from collectif_cli.model.message import Message, message
from collectif_cli.model.vote import Ballots, Vote
from collectif_cli.store.ballot_rows import with_row, without_row
from collectif_cli.store.edit import in_front, put, remove
from collectif_cli.store.vote_edits import with_cancelled


class Tampering(NamedTuple):
    """What is tried, in words; what it does; whether it goes into a commit, as it must to reach others."""

    said: Message
    do: Callable[[Lab, Vote], bool]


def _entries(change: Callable[[str, Ballots], str]) -> Callable[[Lab, Vote], bool]:
    """Give what changes every entry of the papers in the same way."""

    def do(lab: Lab, vote: Vote) -> bool:
        if not vote.entries or len(vote.entries[0].rows) < 2:
            return False
        for entry in vote.entries:
            lab.edit(entry.span.path, lambda text, entry=entry: change(text, entry))  # type: ignore[misc]
        return True

    return do


def _edited(text: str, entry: Ballots) -> str:
    row = entry.rows[0]
    other = next(one for one in (*entry.rows[1:], None) if one is None or _said(one) != _said(row))
    cells = _said(other) if other is not None else ("",) * len(entry.columns)
    return with_row(text, entry.span.path, row.ballot, cells)


def _swapped(text: str, entry: Ballots) -> str:
    one = entry.rows[0]
    other = next((row for row in entry.rows if _said(row) != _said(one)), entry.rows[1])
    text = with_row(text, entry.span.path, one.ballot, _said(other))
    return with_row(text, entry.span.path, other.ballot, _said(one))


def _added(text: str, entry: Ballots) -> str:
    return with_row(text, entry.span.path, "ajout-1", _said(entry.rows[0]))


def _dropped(text: str, entry: Ballots) -> str:
    return without_row(text, entry.span.path, entry.rows[-1].ballot)


def _said(row: object) -> tuple[str, ...]:
    return tuple(cell.value for cell in row.cells)  # type: ignore[attr-defined]


def _and_count(do: Callable[[Lab, Vote], bool]) -> Callable[[Lab, Vote], bool]:
    """Give the same, with the result written anew so that it fits."""

    def cunning(lab: Lab, vote: Vote) -> bool:
        if not do(lab, vote):
            return False
        if vote.expected_ballots is not None:
            number = len(lab.vote(vote.id).entries[0].rows)
            lab.edit(vote.span.path, lambda text: put(text, ("expected_ballots",), number))
        lab.count_again(vote.id)
        return True

    return cunning


def _and_freeze(do: Callable[[Lab, Vote], bool]) -> Callable[[Lab, Vote], bool]:
    """Give the same, with the digest and the result written anew so that they fit."""

    def cunning(lab: Lab, vote: Vote) -> bool:
        if not do(lab, vote):
            return False
        lab.freeze_again(vote.id)
        return True

    return cunning


def _text_body(lab: Lab, vote: Vote) -> bool:
    path = _bound(lab, vote)
    if path:
        lab.edit(path, lambda text: f"{text.rstrip()}\n\nUne phrase que personne n'a votée.\n")
    return bool(path)


def _text_title(lab: Lab, vote: Vote) -> bool:
    path = _bound(lab, vote)
    if path:
        lab.edit(path, lambda text: in_front(text, lambda front: put(front, ("title",), "Un autre titre")))
    return bool(path)


def _text_gone(lab: Lab, vote: Vote) -> bool:
    path = _bound(lab, vote)
    if path:
        lab.remove(path)
    return bool(path)


def _bound(lab: Lab, vote: Vote) -> str:
    """Give the file of a proposal that this vote adopted and that nothing binds since."""
    states = [one for one in lab.verify().texts if one.vote == vote.id]
    return next((one.path for one in states if one.path.startswith("programme/proposals/")), "")


def _frozen(*path: str | int, value: str | int) -> Callable[[Lab, Vote], bool]:
    """Give what writes a value into the frozen part."""

    def do(lab: Lab, vote: Vote) -> bool:
        lab.edit(vote.span.path, lambda text: put(text, ("frozen", *path), value))
        return True

    return do


def _frozen_rule(lab: Lab, vote: Vote) -> bool:
    rule = vote.frozen.rule if vote.frozen else None
    if rule is not None and rule.threshold is not None:
        return _frozen("rule", "threshold", value=">= 1/9")(lab, vote)
    return _frozen("rule", "seed", value="un autre tirage")(lab, vote)


def _frozen_text(lab: Lab, vote: Vote) -> bool:
    if vote.frozen is None or not vote.frozen.texts:
        return False
    digest = "sha256:" + "5" * 64
    return _frozen("texts", 0, "digest", value=digest)(lab, vote)


def _unfrozen(lab: Lab, vote: Vote) -> bool:
    lab.edit(vote.span.path, lambda text: remove(text, ("frozen",)))
    return True


def _above(*path: str, value: str) -> Callable[[Lab, Vote], bool]:
    """Give what writes a value above the frozen part."""

    def do(lab: Lab, vote: Vote) -> bool:
        lab.edit(vote.span.path, lambda text: put(text, path, value))
        return True

    return do


def _question(lab: Lab, vote: Vote) -> bool:
    lab.edit(vote.span.path, lambda text: put(text, ("questions", 0, "title"), "Une autre question"))
    return True


def _result(lab: Lab, vote: Vote) -> bool:
    path = f"programme/votes/{vote.id}/result.yaml"
    lab.edit(path, lambda text: text.replace("outcome:", "outcome: un", 1))
    return True


def _no_result(lab: Lab, vote: Vote) -> bool:
    lab.remove(f"programme/votes/{vote.id}/result.yaml")
    return True


def _no_vote(lab: Lab, vote: Vote) -> bool:
    folder = f"programme/votes/{vote.id}"
    for place in sorted((lab.root / folder).iterdir()):
        lab.remove(f"{folder}/{place.name}")
    return True


def _status(lab: Lab, vote: Vote) -> bool:
    path = _bound(lab, vote)
    if path:
        lab.edit(path, lambda text: in_front(text, lambda front: put(front, ("status",), "rejected")))
    return bool(path)


def _cancelled(lab: Lab, vote: Vote) -> bool:
    if not _bound(lab, vote):
        return False
    lab.edit(vote.span.path, lambda text: with_cancelled(text, date(2001, 1, 1), "Un prétexte."))
    return True


def _roll(lab: Lab, vote: Vote) -> bool:
    if vote.roll is None or vote.frozen is None or not vote.frozen.electorate.commitments:
        return False
    lab.edit(vote.roll.span.path, lambda text: f"{text.rstrip()}\nintrus,{'0' * 32}\n")
    return True


TAMPERINGS: tuple[Tampering, ...] = (
    Tampering(message("a ballot is edited"), _entries(_edited)),
    Tampering(message("two ballots are swapped"), _entries(_swapped)),
    Tampering(message("a ballot is added"), _entries(_added)),
    Tampering(message("a ballot is dropped"), _entries(_dropped)),
    Tampering(message("a ballot is edited, and the result with it"), _and_count(_entries(_edited))),
    Tampering(message("a ballot is added, and the result with it"), _and_count(_entries(_added))),
    Tampering(message("a ballot is dropped, and the result with it"), _and_count(_entries(_dropped))),
    Tampering(message("a voted text is edited"), _text_body),
    Tampering(message("the title of a voted text is edited"), _text_title),
    Tampering(message("a voted text is removed"), _text_gone),
    Tampering(message("the digest of a voted text is edited"), _frozen_text),
    Tampering(
        message("the digest of a voted text is edited, and the seal with it"), _and_freeze(_frozen_text)
    ),
    Tampering(message("the rule is edited"), _frozen_rule),
    Tampering(message("the rule is edited, and the seal with it"), _and_freeze(_frozen_rule)),
    Tampering(message("the electorate is edited"), _frozen("electorate", "count", value=9_999)),
    Tampering(
        message("the electorate is edited, and the seal with it"),
        _and_freeze(_frozen("electorate", "count", value=9_999)),
    ),
    Tampering(message("an intruder is put on the roll"), _roll),
    Tampering(message("the date of the opening is edited"), _frozen("date", value="2001-01-01")),
    Tampering(
        message("the date of the opening is edited, and the seal with it"),
        _and_freeze(_frozen("date", value="2001-01-01")),
    ),
    Tampering(message("the title of the vote is edited"), _above("title", value="Un autre vote")),
    Tampering(message("the question is edited"), _question),
    Tampering(message("the vote is closed again, as if it had never opened"), _unfrozen),
    Tampering(message("the vote is called off once its texts are adopted"), _cancelled),
    Tampering(message("the result is edited"), _result),
    Tampering(message("the result is removed"), _no_result),
    Tampering(message("the vote is removed"), _no_vote),
    Tampering(message("the status of an adopted text is edited"), _status),
)
