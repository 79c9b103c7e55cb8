"""Family ``proposal``, its levels and competences: is it ours to decide, and of whom is it asked?"""

import re
from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.proposal import TERMINAL, Proposal
from collectif_cli.model.register import Register

# The words by which a text says that it asks something of others rather than promises it.
_ASKING = re.compile(
    r"\b(?:demander|demandons|soutenir|soutenons|plaider|plaidons|défendre|interpeller|interpellons|alerter|alertons"
    r"|négocier|appeler|appelons|obtenir|convaincre|peser pour|ask|support|plead|urge|press|call on|call for"
    r"|negotiate|lobby|persuade)",
    re.IGNORECASE,
)


# How to say it instead, by the usual ids of the levels that are not ours.
_WORDING = {
    "departement": message("write what we will do: “ask the Department to…”, “support…”, “plead for…”"),
    "department": message("write what we will do: “ask the Department to…”, “support…”, “plead for…”"),
    "region": message("write what we will do: “ask the Region to…”, “support…”, “plead for…”"),
    "etat": message("write what we will do: “ask the State to…”, “support…”, “plead for…”"),
    "state": message("write what we will do: “ask the State to…”, “support…”, “plead for…”"),
    "europe": message("write what we will do: “ask the European Union to…”, “support…”, “plead for…”"),
}


def _wording(level: str) -> Message:
    return _WORDING.get(level) or message("write what we will do: ask, support, plead")


def _asks(proposal: Proposal) -> bool:
    """Tell whether a text says somewhere that it asks something of others."""
    return bool(_ASKING.search(proposal.title.value) or _ASKING.search(proposal.body.text))


def no_level(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal says which level of government it is for."""
    if not proposal.levels and register.collective.levels:
        known = tuple([level.value for level in register.collective.levels])
        hint = message("add “levels”, with one or more of: {levels}", levels=known)
        yield Finding(proposal.title.span, message("nothing says who would have to decide this"), hint)


def level_not_ours(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal that is not ours to decide says that it asks, supports or pleads."""
    ours = register.collective.own_levels
    if not ours or not proposal.levels or any(level.value in ours for level in proposal.levels):
        return
    if not _asks(proposal):
        sentence = message("none of these levels is ours, and the text reads as a promise")
        yield Finding(proposal.levels[0].span, sentence, _wording(proposal.levels[0].value))


def competence_not_ours(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A proposal that bears one of our levels promises nothing that others alone exercise."""
    ours = register.collective.own_levels
    holders = {one.id.value: one.exercised_by.value for one in register.collective.competences}
    held = [(one, holders[one.value]) for one in proposal.competences if one.value in holders]
    if not any(level.value in ours for level in proposal.levels):
        return
    if held and not any(level in ours for _, level in held) and not _asks(proposal):
        competence, level = held[0]
        sentence = message(
            "“{competence}” is exercised by “{level}”, which is not ours, and the text reads as a promise",
            competence=competence.value,
            level=level,
        )
        yield Finding(competence.span, sentence, _wording(level))


def level_not_groups(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """The levels of a proposal are among those that its groups work on."""
    if proposal.status.value in TERMINAL:
        return
    ids = _groups(proposal)
    theirs = [level.value for id in ids if id in register.groups for level in register.groups[id].levels]
    for level in proposal.levels if theirs else ():
        if level.value not in theirs:
            sentence = message("“{level}” is not a level of this proposal's group", level=level.value)
            hint = message("add the level to the group, or name the group that works on it in “with”")
            yield Finding(level.span, sentence, hint)


def competence_level(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """A competence of a proposal is exercised by one of its levels."""
    if not proposal.competences or not proposal.levels:
        return
    levels = [level.value for level in proposal.levels]
    exercised = {one.id.value: one.exercised_by.value for one in register.collective.competences}
    for competence in proposal.competences:
        level = exercised.get(competence.value)
        if level is not None and level not in levels:
            sentence = message(
                "“{competence}” is exercised by “{level}”", competence=competence.value, level=level
            )
            hint = message("add “{level}” to the levels, or change the competence", level=level)
            yield Finding(competence.span, sentence, hint)


def competence_not_groups(proposal: Proposal, register: Register) -> Iterator[Finding]:
    """The competences of a proposal are among those that its groups work on."""
    if proposal.status.value in TERMINAL:
        return
    ids = _groups(proposal)
    theirs = [one.value for id in ids if id in register.groups for one in register.groups[id].competences]
    for competence in proposal.competences if theirs else ():
        if competence.value not in theirs:
            sentence = message(
                "“{competence}” is not a competence of this proposal's group", competence=competence.value
            )
            hint = message("add it to the group, or name the group that works on it in “with”")
            yield Finding(competence.span, sentence, hint)


def _groups(proposal: Proposal) -> tuple[str, ...]:
    """Give the group of the proposal and those that wrote it together."""
    if not proposal.with_groups:
        return (proposal.group.value,)
    return (proposal.group.value, *(group.value for group in proposal.with_groups))
