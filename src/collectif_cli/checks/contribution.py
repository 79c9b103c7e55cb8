"""Family ``contribution``: what residents sent ends with a fate, an answer and a trace."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from collectif_cli.model.body import without_comments
from collectif_cli.model.contribution import Contribution
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.register import Register

# How long a contribution may wait when the calendar says nothing of contributions.
PATIENCE = timedelta(days=60)
_WORD = re.compile(r"\w")
_ANSWERED = frozenset({"adopted", "partly", "declined", "out-of-scope"})
_AWAITED = {"triaged": frozenset({"new"}), "answered": frozenset({"new", "assigned"})}


def fate_without_answer(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution whose fate is settled has an answer to its author."""
    if contribution.answer is None and contribution.fate.value in _ANSWERED:
        sentence = message("whoever wrote this has no answer")
        hint = message("add “answer”: one or two sentences on what became of it, and why")
        yield Finding(contribution.fate.span, sentence, hint)


def adopted_without_proposal(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution that was taken up, whole or in part, names the proposals it went into."""
    if contribution.fate.value in {"adopted", "partly"} and not contribution.proposals:
        sentence = message("nothing says which proposal took this up")
        yield Finding(contribution.fate.span, sentence, message("add “proposals”, with at least one id"))


def assigned_without_group(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution that was assigned names its group."""
    if contribution.fate.value == "assigned" and contribution.group is None:
        sentence = message("nothing says which group looks after this contribution")
        yield Finding(contribution.fate.span, sentence, message("add “group”"))


def merged_without_target(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution merged into another names it, and no other contribution does."""
    merged = contribution.fate.value == "merged"
    if merged and contribution.merged_into is None:
        sentence = message("nothing says into which contribution this one went")
        yield Finding(contribution.fate.span, sentence, message("add “merged_into”"))
    elif contribution.merged_into is not None and not merged:
        sentence = message("“merged_into” is for merged contributions, and this one is not")
        hint = message("set the fate to “merged”, or remove “merged_into”")
        yield Finding(contribution.merged_into.span, sentence, hint)


def merged_in_circle(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """Contributions are not merged into one another in a circle."""
    if contribution.merged_into is None:
        return
    seen: list[str] = [contribution.id]
    id = contribution.merged_into.value
    while id and id not in seen and (card := register.contributions.get(id)):
        seen.append(card.id)
        id = card.merged_into
    if id == contribution.id and id == min(seen):
        sentence = message("these contributions are merged into one another: {ids}", ids=tuple(seen))
        yield Finding(contribution.merged_into.span, sentence, message("keep one of them, and answer it"))


def one_sided(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A proposal that a contribution names says that it comes from it."""
    for reference in contribution.proposals:
        card = register.proposals.get(register.aliases.get(reference.value, reference.value))
        if card is None or contribution.id in card.contributions:
            continue
        target = register.proposals.get(card.into)
        if target is None or contribution.id not in target.contributions:
            sentence = message("the proposal “{id}” does not mention this contribution", id=card.id)
            hint = message("add “{own}” to the “origin” of the proposal", own=contribution.id)
            yield Finding(reference.span, sentence, hint)


def late(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution does not wait past the phase that triages or answers contributions, or past 60 days."""
    if contribution.fate.value not in {"new", "assigned"} or contribution.date is None:
        return
    due = _due(contribution.fate.value, contribution.date.value, register)
    if due < register.today:
        sentence = message("this contribution has been waiting since {date}", date=contribution.date.value)
        hint = message("give it a group, or a fate and an answer; it was due by {due}", due=due)
        yield Finding(contribution.fate.span, sentence, hint)


def empty(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution says something."""
    if not _WORD.search(without_comments(contribution.body.text)):
        sentence = message("this contribution is empty")
        hint = message("paste what was sent, or remove the file if nothing was")
        yield Finding(contribution.span, sentence, hint)


def edited_upstream(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """The text of a contribution is the one on the platform, or somebody compared the two."""
    if contribution.edited is not None:
        sentence = message("the platform has another text since {date}", date=contribution.edited.value)
        hint = message(
            "compare the two; take the new one with “--take {id}”, or remove “edited”", id=contribution.id
        )
        yield Finding(contribution.edited.span, sentence, hint)


def removed_upstream(contribution: Contribution, register: Register) -> Iterator[Finding]:
    """A contribution is still on the platform it came from, or somebody knows why it is not."""
    if contribution.removed is not None:
        sentence = message("this is no longer on the platform since {date}", date=contribution.removed.value)
        hint = message("ask why: if whoever wrote it took it back, remove it, unless a proposal rests on it")
        yield Finding(contribution.removed.span, sentence, hint)


def _due(fate: str, sent: date, register: Register) -> date:
    """Give the day by which a contribution of that fate, sent on that day, should have moved on."""
    ends = [
        phase.ends.value
        for phase in register.collective.phases
        for objective in phase.objectives
        if objective.evidence
        and objective.evidence.contributions
        and fate in _AWAITED[objective.evidence.contributions.value]
    ]
    left = [end for end in ends if end >= sent]
    if left:
        return min(left)
    return sent + PATIENCE if fate == "new" else date.max
