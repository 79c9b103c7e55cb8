"""Whether the texts show what an objective asks for: a rule per kind of evidence, and what is missing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from collectif_cli.model.contribution import Contribution
from collectif_cli.model.group import Group
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.phase import (
    Evidence,
    ExplorationEvidence,
    PlenaryEvidence,
    ProposalsEvidence,
    VoteEvidence,
)
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import Proposal
from collectif_cli.progress.membership import active_members

# What counts as having reached a status: the status itself and those that come after it.
_SORTED = frozenset({"consensual", "divisive", "adopted", "rejected", "extracted"})
_REACHED = {
    "submitted": _SORTED | {"submitted", "merged", "referred"},
    "consensual": frozenset({"consensual", "adopted"}),
    "divisive": _SORTED - {"consensual"},
}


class Scope:
    """What the evidence is looked for in: one group, or the whole collective, up to a day."""

    def __init__(self, programme: Programme, today: date, group: Group | None = None) -> None:
        """Take the group, or None for the collective."""
        self.programme = programme
        self.today = today
        self.group = group

    @property
    def proposals(self) -> Iterator[Proposal]:
        """The proposals of the scope; a group's are those it signs alone or with others."""
        for proposal in self.programme.proposals.values():
            if self.group is None or self.group.id in {
                proposal.group.value,
                *(g.value for g in proposal.with_groups),
            }:
                yield proposal

    @property
    def contributions(self) -> Iterator[Contribution]:
        """The contributions of the scope."""
        for one in self.programme.contributions.values():
            if self.group is None or (one.group is not None and one.group.value == self.group.id):
                yield one

    @property
    def groups(self) -> Sequence[Group]:
        """The group, or all of them."""
        return [self.group] if self.group else list(self.programme.groups.values())


def missing_evidence(evidence: Evidence, scope: Scope) -> tuple[Message, ...]:
    """Give what is missing, a sentence each, in the order in which the contract lists the kinds."""
    found: list[Message] = []
    for kind, look in EVIDENCE.items():
        asked = getattr(evidence, kind)
        if asked is not None:
            found.extend(look(getattr(asked, "value", asked), scope))
    return tuple(found)


def _document(kind: str, scope: Scope) -> Iterator[Message]:
    if kind in {"outline", "candidates", "glossary"}:
        if getattr(scope.programme, kind) is None:
            yield message("programme/{kind}.yaml is not written", kind=kind)
        return
    for group in scope.groups:
        text = scope.programme.group_texts.get(f"{group.id}/{kind}")
        if text is None or not text.body.words:
            yield message("groups/{group}/{kind}.md is not written", group=group.id, kind=kind)


def _field(key: str, scope: Scope) -> Iterator[Message]:
    for group in scope.groups:
        if not getattr(group, key):
            yield message("groups/{group}/group.yaml does not say “{key}”", group=group.id, key=key)


def _members(least: int, scope: Scope) -> Iterator[Message]:
    there = sum(active_members(group, scope.today) for group in scope.groups)
    if there < least:
        yield messages(
            "{n} person is missing ({there} of {least})",
            "{n} people are missing ({there} of {least})",
            least - there,
            there=there,
            least=least,
        )


def _composition(asked: bool, scope: Scope) -> Iterator[Message]:
    for group in scope.groups:
        if asked and not group.composition:
            yield message("the composition of “{group}” is not declared", group=group.name)


def _facilitator(asked: bool, scope: Scope) -> Iterator[Message]:
    for group in scope.groups:
        if asked and not any(one.covers(scope.today) for one in group.facilitators):
            yield message("“{group}” has no facilitator", group=group.name)


def _meetings(least: int, scope: Scope) -> Iterator[Message]:
    held = sum(
        scope.group is None or one.group == scope.group.id
        for one in scope.programme.meetings.values()
        if one.date.value <= scope.today
    )
    if held < least:
        yield messages("{n} meeting is missing", "{n} meetings are missing", least - held)


def _exploration(asked: ExplorationEvidence, scope: Scope) -> Iterator[Message]:
    for group in scope.groups:
        done = scope.programme.explorations.get(group.id)
        for kind, short in _EXPLORED.items():
            least = getattr(asked, kind)
            gap = least.value - len(getattr(done, kind, ())) if least else 0
            if gap > 0:
                yield short(gap)
        if asked.competences and asked.competences.value and not (done and done.competences):
            yield message("who decides what is not written in exploration.yaml")


_EXPLORED: dict[str, Callable[[int], Message]] = {
    "documents": lambda n: messages("{n} document is missing", "{n} documents are missing", n),
    "existing_projects": lambda n: messages(
        "{n} existing project is missing", "{n} existing projects are missing", n
    ),
    "visits": lambda n: messages("{n} visit is missing", "{n} visits are missing", n),
    "round_tables": lambda n: messages("{n} round table is missing", "{n} round tables are missing", n),
}


def _contributions(asked: str, scope: Scope) -> Iterator[Message]:
    waiting = sum(one.fate.value == "new" for one in scope.contributions)
    if waiting:
        yield messages("{n} contribution is not sorted yet", "{n} contributions are not sorted yet", waiting)
    if asked == "answered":
        silent = sum(one.fate.value != "new" and one.answer is None for one in scope.contributions)
        if silent:
            yield messages(
                "{n} contribution waits for an answer", "{n} contributions wait for an answer", silent
            )


def _proposals(asked: ProposalsEvidence, scope: Scope) -> Iterator[Message]:
    status = asked.status.value
    least = asked.at_least.value if asked.at_least else 1
    reached = sum(one.status.value in _REACHED.get(status, {status}) for one in scope.proposals)
    if reached < least:
        yield messages(
            "{n} proposal with the status “{status}” is missing",
            "{n} proposals with the status “{status}” are missing",
            least - reached,
            status=status,
        )


def _mandates(least: int, scope: Scope) -> Iterator[Message]:
    given = sum(one.since.value <= scope.today for group in scope.groups for one in group.mandates)
    if given < least:
        yield messages("{n} mandate is missing", "{n} mandates are missing", least - given)


def _plenary(asked: PlenaryEvidence, scope: Scope) -> Iterator[Message]:
    for plenary in scope.programme.plenaries.values():
        held = plenary.date.value <= scope.today
        numbered = asked.number is None or (
            plenary.number is not None and plenary.number.value == asked.number.value
        )
        kinds = {"any", *(one.kind.value for one in plenary.decisions)}
        if held and numbered and (asked.kind is None or asked.kind.value in kinds):
            return
    if asked.number is not None:
        yield message("plenary number {number} is not recorded", number=asked.number.value)
    else:
        yield message(
            "no plenary has decided this (“{kind}”)", kind=asked.kind.value if asked.kind else "any"
        )


def _vote(asked: VoteEvidence, scope: Scope) -> Iterator[Message]:
    subject = asked.on.value if asked.on else ""
    for plenary in scope.programme.plenaries.values():
        for decision in plenary.decisions:
            if plenary.date.value <= scope.today and any(on.value == subject for on in decision.on):
                rejected = decision.kind.value == "reject"
                if asked.outcome is None or (asked.outcome.value == "rejected") == rejected:
                    return
    yield message("no vote or decision on “{subject}” is recorded", subject=subject)


def _edition(name: str, scope: Scope) -> Iterator[Message]:
    del scope
    yield message("the edition “{name}” is not published", name=name)


# The index of evidence kinds: a kind is a key of ``evidence:`` in collectif.yaml.
EVIDENCE: dict[str, Callable[[Any, Scope], Iterator[Message]]] = {
    "document": _document,
    "field": _field,
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
    "edition": _edition,
}
