"""How a text was decided, in words: what, when, how, and what is known of the count."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.consolidation.acts import Act, Counted
from collectif_cli.model.message import Message, message, messages
from collectif_cli.render.documents.saying import Saying
from collectif_cli.voting.explain import titles_of
from collectif_cli.voting.outcome import Verdict
from collectif_cli.voting.words import outcome

_WHAT = {
    "adopt": message("Adopted"),
    "reject": message("Rejected"),
    "rename": message("Renamed"),
    "reword": message("Reworded"),
    "reorder": message("Moved in its list"),
    "split": message("Split"),
    "merge": message("Merged"),
    "move": message("Moved"),
    "duplicate": message("Also placed elsewhere"),
    "remove": message("Taken off the list"),
    "extract": message("Set aside for a later debate"),
    "refer-back": message("Sent back to the group"),
    "replace-term": message("A word replaced"),
    "mandate": message("Mandate given"),
    "waive": message("Exception granted"),
    "accept-organisation": message("Organisation accepted"),
}
_HOW = {
    "consent": message("by consent"),
    "consensus": message("by consensus"),
    "acclamation": message("by acclamation"),
    "show-of-hands": message("by a show of hands"),
    "paper": message("by paper ballot"),
    "secret-ballot": message("by secret ballot"),
    "online": message("online"),
}
_COUNTED_BY = frozenset({"show-of-hands", "paper", "secret-ballot", "online"})


class ActView(NamedTuple):
    """An act as templates show it: what was done and when, then how, then each figure."""

    said: str
    details: tuple[str, ...]
    counts: tuple[str, ...]
    adopts: bool
    vote: str


def act_view(act: Act, saying: Saying) -> ActView:
    """Give the words of an act."""
    return ActView(
        said=saying.say(_dated(act, saying)),
        details=saying.all(details(act)),
        counts=saying.all(one for counted in act.known.counted for one in counts(counted)),
        adopts=act.adopts,
        vote=saying.writer.line(act.vote.id) if act.vote is not None else "",
    )


def what(act: Act) -> Message | str:
    """Give what was done, in a word or by the title that the minutes give it."""
    decision = act.decision
    if decision is None:
        return message("Put to the vote")
    known = _WHAT.get(decision.kind.value)
    if decision.title is not None and (known is None or len(decision.on) == 1):
        return decision.title.value
    return known or message("Discussed")


def _dated(act: Act, saying: Saying) -> Message:
    """Give what was done with when and where."""
    day, number = saying.dated(act.day), act.plenary.number if act.plenary else None
    if number is not None:
        return message("{what} · plenary {number}, {day}", what=what(act), number=str(number.value), day=day)
    if act.plenary is not None:
        return message("{what} · plenary of {day}", what=what(act), day=day)
    return message("{what} · {day}", what=what(act), day=day) if day else message("{what}", what=what(act))


def details(act: Act) -> Iterator[Message]:
    """Yield how it was decided, what is known of the count, and what the minutes add."""
    how = act.decision.how.value if act.decision and act.decision.how else ""
    if how:
        yield _HOW[how]
    yield from _record(act, how)
    for counted in act.known.counted:
        if not _is_said(act, counted):
            yield outcome(counted.result.outcome, titles_of(counted.question))
    if act.decision and act.decision.note:
        yield message("{note}", note=act.decision.note.value)


def _is_said(act: Act, counted: Counted) -> bool:
    """Tell whether what was done says the outcome already: what was adopted was voted “adopted”."""
    verdict = {"adopt": Verdict.ADOPTED, "reject": Verdict.REJECTED}
    kind = act.decision.kind.value if act.decision else ""
    return verdict.get(kind) is counted.result.outcome.verdict and what(act) == _WHAT[kind]


def _record(act: Act, how: str) -> Iterator[Message]:
    record, sources = act.known.record, act.known.sources
    if record == "undisclosed":
        yield message("the count was not published")
    elif record == "missing":
        yield message("the count was not kept")
    elif record == "sealed":
        yield message("the ballots are sealed")
    elif record == "disputed" and sources:
        yield message("the result is disputed, the sources do not agree: {sources}", sources=sources)
    elif record == "disputed":
        yield message("the result is disputed")
    elif act.known.uncounted or (how in _COUNTED_BY and act.vote is None):
        yield message("no count is in the texts")


def counts(counted: Counted) -> Iterator[Message]:
    """Yield the votes of each option; nothing when only the outcome may be told."""
    if not counted.told:
        return
    titles = titles_of(counted.question)
    for total in counted.result.totals:
        yield messages("{option}: {n} vote", "{option}: {n} votes", total.votes, option=titles[total.option])
    blank = counted.result.figures.blank
    if blank:
        yield messages("{n} blank ballot", "{n} blank ballots", blank)
