"""What was found for an objective: so many people since such a day, the names mandated, the last meeting."""

from collections.abc import Callable, Iterator
from typing import Any

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.phase import Evidence, ExplorationEvidence, PlenaryEvidence, VoteEvidence
from collectif_cli.progress.evidence_of_plenaries import decision_days, held_plenary
from collectif_cli.progress.evidence_of_texts import reached
from collectif_cli.progress.membership import active_members
from collectif_cli.progress.public_names import public_names
from collectif_cli.progress.scope import Scope


def found_evidence(evidence: Evidence, scope: Scope) -> tuple[Message, ...]:
    """Give what was found, kind after kind; nothing of the kinds that are only there or not."""
    found: list[Message] = []
    for kind, tell in _FOUND.items():
        asked = getattr(evidence, kind)
        if asked is not None:
            found.extend(tell(getattr(asked, "value", asked), scope))
    return tuple(found)


def _members(asked: int, scope: Scope) -> Iterator[Message]:
    there = sum(active_members(group, scope.today) for group in scope.groups)
    yield messages("{n} person", "{n} people", there)


def _composition(asked: bool, scope: Scope) -> Iterator[Message]:
    days = [
        one.date.value for group in scope.groups for one in group.composition if one.date.value <= scope.today
    ]
    if days:
        yield message("composition declared on {day}", day=max(days))


def _facilitator(asked: bool, scope: Scope) -> Iterator[Message]:
    leading = [one for group in scope.groups for one in group.facilitators if one.covers(scope.today)]
    people = public_names((one.person.value for one in leading), scope.register.people)
    if people.names:
        since = min(one.since.value for one in leading)
        yield message("{names}, since {day}", names=people.names, day=since)


def _meetings(asked: int, scope: Scope) -> Iterator[Message]:
    days = [one.date for one in scope.meetings]
    if days:
        yield messages("{n} meeting, on {day}", "{n} meetings, the last on {day}", len(days), day=max(days))


def _exploration(asked: ExplorationEvidence, scope: Scope) -> Iterator[Message]:
    done = [
        scope.register.explorations[group.id]
        for group in scope.groups
        if group.id in scope.register.explorations
    ]
    for kind, short in _EXPLORED.items():
        count = sum(len(getattr(one, kind)) for one in done)
        if getattr(asked, kind) and count:
            yield short(count)


_EXPLORED: dict[str, Callable[[int], Message]] = {
    "documents": lambda n: messages("{n} document", "{n} documents", n),
    "existing_projects": lambda n: messages("{n} existing project", "{n} existing projects", n),
    "visits": lambda n: messages("{n} visit", "{n} visits", n),
    "round_tables": lambda n: messages("{n} round table", "{n} round tables", n),
}


def _contributions(asked: str, scope: Scope) -> Iterator[Message]:
    if scope.contributions:
        yield messages("{n} contribution", "{n} contributions", len(scope.contributions))


def _proposals(asked: Any, scope: Scope) -> Iterator[Message]:
    count = reached(asked.status.value, scope)
    if count:
        yield messages("{n} proposal", "{n} proposals", count)


def _mandates(asked: int, scope: Scope) -> Iterator[Message]:
    given = [one for group in scope.groups for one in group.mandates if one.since.value <= scope.today]
    people = public_names((one.person.value for one in given), scope.register.people)
    if people.names and scope.group:
        since = min(one.since.value for one in given)
        yield message("{names}, since {day}", names=people.names, day=since)


def _plenary(asked: PlenaryEvidence, scope: Scope) -> Iterator[Message]:
    held = held_plenary(asked, scope.register)
    if held:
        yield message("on {day}", day=held.date.value)


def _vote(asked: VoteEvidence, scope: Scope) -> Iterator[Message]:
    days = list(decision_days(asked.on.value if asked.on else "", scope.register))
    if days:
        yield message("on {day}", day=max(days))


_FOUND: dict[str, Callable[[Any, Scope], Iterator[Message]]] = {
    "members": _members,
    "composition": _composition,
    "facilitator": _facilitator,
    "meetings": _meetings,
    "exploration": _exploration,
    "contributions": _contributions,
    "proposals": _proposals,
    "mandates": _mandates,
    "plenary": _plenary,
    "vote": _vote,
}
