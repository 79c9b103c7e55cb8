"""From what a person writes after ``--at`` or ``--since`` to a commit: a date, or a name that git knows.

A date is a day (``2019-10-09``) or a time (``2019-10-09T18:30``, with an offset from UTC or without).
It means the last commit of the present branch, following first parents from HEAD, whose committer date is
at or before the end of that day. A day, or a time without offset, is compared with the commit's own local
time, as the person who made it saw it on the clock: the answer is the same whoever asks. A branch or tag
whose name looks like a date is reached as ``refs/heads/2019-10-09``.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from collectif_cli.errors import RepositoryError, UsageError
from collectif_cli.model.message import Message, message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.revision import Revision
from collectif_cli.store.history.command import ask
from collectif_cli.store.history.place import Place
from collectif_cli.store.history.reading_room import look

DATED = "%H %ct %cI"
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def resolve(place: Place, text: str) -> Revision:
    """Give the commit that ``text`` means; raise UsageError when there is none."""
    if _DATE.fullmatch(text):
        return _at(place, text)
    if text.startswith("-") or not text or not text.isprintable():
        raise UsageError(message("“{text}” is neither a revision nor a date", text=text), _how())
    answer = ask(place.root, "rev-parse", "--verify", "--end-of-options", f"{text}^{{commit}}")
    commit = answer.out.decode("ascii", "replace").strip()
    if "is ambiguous" in answer.err:
        raise UsageError(
            message("“{text}” may mean several revisions", text=text),
            message("write more of the id, or the full name, such as refs/heads/{text}", text=text),
        )
    if answer.status or not _ID.fullmatch(commit):
        raise _unknown(place, text)
    return describe(place, commit)


def head_of(place: Place) -> str | None:
    """Give the id of the present commit; None when there is none yet."""
    answer = ask(place.root, "rev-parse", "--verify", "-q", "HEAD^{commit}")
    return None if answer.status else answer.out.decode("ascii").strip()


def needed_head(place: Place) -> str:
    """Give the id of the present commit, or raise RepositoryError."""
    head = head_of(place)
    if head is None:
        raise RepositoryError(
            message("this repository has no commit yet, so it has no past"),
            message("make a first commit, with “git commit” or with the option “--commit” of a verb"),
        )
    return head


def describe(place: Place, commit: str) -> Revision:
    """Give a commit with its date."""
    return read_dated(look(place, "log", "-1", f"--format={DATED}", commit).decode("ascii", "replace"))


def read_dated(line: str) -> Revision:
    """Read a line of git in the format ``DATED``; an absurd date or offset gives the nearest sayable one."""
    commit, seconds, local = line.split()
    try:
        when = datetime.fromisoformat(local)
    except ValueError:
        try:
            when = datetime.fromtimestamp(int(seconds), UTC)
        except (OverflowError, ValueError, OSError):
            when = datetime(9999, 12, 31, tzinfo=UTC)
    return Revision(commit, when, when.date())


def _at(place: Place, text: str) -> Revision:
    asked = _asked(text)
    first = None
    for revision in _first_parents(place):
        there = revision.when if asked.tzinfo else revision.when.replace(tzinfo=None)
        if there <= asked:
            return revision._replace(day=asked.date())
        first = revision
    raise _too_early(place, asked.date(), first.day if first else asked.date())


def _asked(text: str) -> datetime:
    """Give the instant that a text means: the last of a day."""
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time.max)
        return datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(message("“{text}” is not a date of the calendar", text=text), _how()) from None


def _first_parents(place: Place) -> Iterator[Revision]:
    out = look(place, "log", "--first-parent", f"--format={DATED}", needed_head(place))
    yield from map(read_dated, out.decode("ascii", "replace").splitlines())


def _too_early(place: Place, asked: date, first: date) -> UsageError | RepositoryError:
    if place.shallow:
        return RepositoryError(
            message("this clone holds the history only from {first} on", first=first), _deepen()
        )
    return UsageError(
        message("the history of this branch begins on {first}, after {asked}", first=first, asked=asked)
    )


def _unknown(place: Place, text: str) -> UsageError | RepositoryError:
    if head_of(place) is None and text in ("HEAD", "@"):
        needed_head(place)
    said = message("there is no revision “{text}”", text=text)
    names = ask(
        place.root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"
    )
    near = nearest(text, names.out.decode("utf-8", "replace").split())
    if near:
        return UsageError(said, message("did you mean “{word}”?", word=near))
    return UsageError(said, _deepen() if place.shallow else _how())


def _how() -> Message:
    return message("give a branch, a tag, the id of a commit, or a date such as 2019-10-09")


def _deepen() -> Message:
    return message("fetch the rest with “git fetch --unshallow”")
