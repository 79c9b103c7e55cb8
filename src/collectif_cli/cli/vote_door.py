"""Whether a vote still takes ballots, and under which name the ones at hand go: said before any is typed."""

from collections.abc import Iterator

from collectif_cli.cli.context import Context
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import Message, message
from collectif_cli.model.programme import Programme
from collectif_cli.model.vote import Vote
from collectif_cli.store.places import path_of
from collectif_cli.store.sealed_box import box_path
from collectif_cli.voting.frozen import frozen_faults

# The names of a file of ballots: the papers entered once, or each of two times.
ENTRIES: dict[str | None, str] = {None: "ballots", "a": "ballots-a", "b": "ballots-b"}


def require_takes_ballots(vote: Vote, programme: Programme) -> None:
    """Raise Refused, with what can be done, once the vote takes no ballot any more."""
    for said, hint in _ends(vote, programme):
        raise Refused(said, hint)


def _ends(vote: Vote, programme: Programme) -> Iterator[tuple[Message, Message | None]]:
    """Yield why no ballot is taken: the vote was called off, counted, closed, or changed since it opened."""
    if vote.cancelled is not None:
        said = message("this vote was called off: {reason}", reason=vote.cancelled.reason.value)
        yield said, message("to ask the question again, prepare another vote: collectif vote new")
    if any((one.kind, one.id) == ("result", vote.id) for one in programme.documents):
        hint = message(
            "counted too early, while no commit holds {path}: remove that file, then go on; "
            "otherwise call the vote off, and ask it again",
            path=path_of("result", vote.id),
        )
        yield message("“{vote}” is counted: it takes no ballot any more", vote=vote.id), hint
    if vote.closed is not None:
        hint = message(
            "closed before its papers were entered: remove “closed” from {path}, and say why in the commit",
            path=vote.span.path,
        )
        day = vote.closed.value.day
        yield (
            message("“{vote}” was closed on {day}: it takes no ballot any more", vote=vote.id, day=day),
            hint,
        )
    for one in frozen_faults(vote):
        yield one.message, one.hint


def entry_path(context: Context, vote: Vote, entry: str | None, *, sealed: bool) -> str:
    """Give the file that an entry goes to; raise Refused when the papers are entered under other names."""
    if entry not in ENTRIES:
        raise UsageError(
            message("“{word}” is not one of the words expected here", word=entry or ""),
            message("choose one of: {words}", words=("a", "b")),
        )
    for other, name in ENTRIES.items():
        there = _path(vote, name, sealed=sealed)
        if (other is None) != (entry is None) and (context.root / there).exists():
            raise Refused(
                message("{path} is there already: one box has one entry, or two called a and b", path=there),
                message("go on with it: do without “--as”")
                if other is None
                else message("say which of the two this is: “--as a” or “--as b”"),
            )
    return _path(vote, ENTRIES[entry], sealed=sealed)


def _path(vote: Vote, name: str, *, sealed: bool) -> str:
    return box_path(vote.id, f"{name}.csv") if sealed else path_of("ballots", vote.id, name)
