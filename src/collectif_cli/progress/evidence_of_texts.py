"""The evidence of the numerous texts: contributions sorted and answered, proposals that came so far."""

from collections.abc import Iterator, Sequence

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.phase import ProposalsEvidence
from collectif_cli.model.proposal import TERMINAL
from collectif_cli.model.register import ContributionCard
from collectif_cli.progress.missing import (
    BINOMES,
    COORDINATION,
    GROUP,
    PLENARY,
    Actor,
    Missing,
    Remedy,
    fill_in,
    typed,
)
from collectif_cli.progress.scope import Scope

# What counts as having reached a status: the status itself and those that come after it.
_SORTED = frozenset({"consensual", "divisive", "adopted", "rejected", "extracted"})
_REACHED = {
    "submitted": _SORTED | {"submitted", "merged", "referred"},
    "consensual": frozenset({"consensual", "adopted"}),
    "divisive": _SORTED - {"consensual"},
}
_NAMED = 3  # so many of those that wait are named; more would hide what to do


def contributions(asked: str, scope: Scope) -> Iterator[Missing]:
    """All contributions have a fate, or a fate and an answer."""
    new = [one for one in scope.contributions if one.fate == "new"]
    if new:
        said = messages(
            "{n} contribution is not sorted yet: {ids}",
            "{n} contributions are not sorted yet: {ids}",
            len(new),
            ids=_some(new),
        )
        assign = message("collectif contribution assign {id} --group {group}", id=new[0].id, group=_id(scope))
        sort = message("collectif contribution triage")
        yield _waiting(said, assign if scope.group else sort, scope)
    # What was merged into another is answered with it.
    silent = [one for one in scope.contributions if one.fate not in {"new", "merged"} and not one.is_answered]
    if asked == "answered" and silent:
        said = messages(
            "{n} contribution waits for an answer: {ids}",
            "{n} contributions wait for an answer: {ids}",
            len(silent),
            ids=_some(silent),
        )
        answer = message("collectif contribution answer {id} --text TEXT", id=silent[0].id)
        yield _waiting(said, answer, scope)


def _waiting(said: Message, command: Message, scope: Scope) -> Missing:
    who = scope.facilitators(scope.group) if scope.group else COORDINATION
    return Missing(said, (who,), typed(command))


def _id(scope: Scope) -> str:
    """Give the id of the group; dots for any group of the collective."""
    return scope.group.id if scope.group else "…"


def _some(cards: Sequence[ContributionCard]) -> Message | tuple[str, ...]:
    """Give the first ids, and how many there are beside them."""
    first = tuple(sorted(card.id for card in cards)[:_NAMED])
    more = len(cards) - len(first)
    return messages("{ids} and {n} more", "{ids} and {n} more", more, ids=", ".join(first)) if more else first


def proposals(asked: ProposalsEvidence, scope: Scope) -> Iterator[Missing]:
    """At least so many proposals reached a status."""
    status = asked.status.value
    least = asked.at_least.value if asked.at_least else 1
    there = reached(status, scope)
    if there < least:
        who, remedy = _way_to(status, scope)
        yield Missing(_short_of(status, least - there, there, least), who, remedy)


def reached(status: str, scope: Scope) -> int:
    """Give how many proposals came to a status, or beyond it."""
    return sum(one.status in _REACHED.get(status, {status}) for one in scope.proposals)


def _short_of(status: str, n: int, there: int, least: int) -> Message:
    """Say how many proposals are missing at a status, in the words that people have for it."""
    one, many = _SHORT.get(status, _OTHER)[:2]
    return Message(one, many, (("n", n), ("there", there), ("least", least), ("status", status)))


def _way_to(status: str, scope: Scope) -> tuple[tuple[Actor, ...], Remedy]:
    """Give who can bring a proposal to a status, and how."""
    new = typed(message("collectif proposal new --group {group} --title TITLE", group=_id(scope)))
    under_way = [one for one in scope.proposals if one.status not in TERMINAL]
    drafts = [one for one in under_way if one.status == "draft"]
    group = scope.facilitators(scope.group) if scope.group else GROUP
    if status in {"draft", "submitted"}:
        submit = message("collectif proposal submit {id}", id=drafts[0].id if drafts else "")
        return (group,), typed(submit) if drafts and status == "submitted" else new
    submitted = [one for one in under_way if one.status not in {"draft", status}]
    if not submitted:
        return (group,), new
    if status in {"adopted", "rejected"}:
        return (PLENARY,), typed(message("collectif vote new --on {id}", id=submitted[0].id))
    return (BINOMES,), fill_in("status", submitted[0].path)


_OTHER = messages(
    "{n} proposal with the status “{status}” is missing ({there} of {least})",
    "{n} proposals with the status “{status}” are missing ({there} of {least})",
    0,
)
_SHORT = {
    "submitted": messages(
        "{n} submitted proposal is missing ({there} of {least})",
        "{n} submitted proposals are missing ({there} of {least})",
        0,
    ),
    "consensual": messages(
        "{n} proposal that agrees is missing ({there} of {least})",
        "{n} proposals that agree are missing ({there} of {least})",
        0,
    ),
    "divisive": messages(
        "{n} proposal is not sorted yet ({there} of {least} are)",
        "{n} proposals are not sorted yet ({there} of {least} are)",
        0,
    ),
    "adopted": messages(
        "{n} adopted proposal is missing ({there} of {least})",
        "{n} adopted proposals are missing ({there} of {least})",
        0,
    ),
}
