"""The figures that a rule rests on: whether anybody wrote them, or could."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.conditions import base_number, is_number, quorum_figures
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.outcome import Figures


def unknown_figures(vote: Vote, rule: DecisionRule, figures: Figures) -> Iterator[Finding]:
    """Yield the numbers that the rule rests on and that nobody wrote."""
    uncounted = tuple(uncounted_presence(vote, rule))
    if uncounted:
        yield from uncounted
        return
    if rule.threshold is not None and rule.base is not None and base_number(rule.base.value, figures) is None:
        yield _unknown(vote, _missing_of(rule.base.value, figures))
    if rule.quorum is not None:
        part, whole = quorum_figures(rule.quorum, figures)
        if part is None:
            name = "cast" if rule.quorum.of.value == "present" or figures.present is None else "represented"
            yield _unknown(vote, name)
        if whole is None and not is_number(rule.quorum):
            name = "registered" if rule.quorum.of.value == "registered" else "present-and-represented"
            yield _unknown(vote, _missing_of(name, figures))


def never_known(vote: Vote, rule: DecisionRule, voters: Voters) -> Iterator[Finding]:
    """Yield the numbers that will still be missing when the vote, open by then, is counted.

    What the vote says of its electorate moves no more; the attendance of its plenary is written on the day.
    """
    later = 0 if voters.kind == "present" and vote.plenary is not None else None
    present = later if voters.present is None else voters.present
    represented = later if voters.represented is None else voters.represented
    counted = Figures(
        registered=voters.registered, present=present, represented=represented, cast=0, expressed=0
    )
    yield from dict.fromkeys(unknown_figures(vote, rule, counted))


def uncounted_presence(vote: Vote, rule: DecisionRule) -> Iterator[Finding]:
    """Yield that the rule rests on those present, in a vote in which nobody counts them.

    A group, a roll or the candidates vote from where they are, unless the vote says how many were present.
    """
    if vote.electorate.kind.value == "present" or vote.electorate.present is not None:
        return
    said = message("the rule rests on those present, and nobody counts them: {who}", who=_who(vote))
    over = message("call this vote off, and ask it again under another rule") if vote.frozen else None
    base, quorum = rule.base, rule.quorum
    if rule.threshold is not None and base is not None and base.value.startswith("present"):
        yield Finding(base.span, said, over or message("write “base: registered”, “cast” or “expressed”"))
    if quorum is not None and quorum.of.value == "present" and not is_number(quorum):
        yield Finding(quorum.of.span, said, over or message("write “of: registered”, or “quorum: none”"))


def _who(vote: Vote) -> Message:
    return {
        "group": message("a group votes"),
        "roll": message("those on a roll vote"),
        "candidates": message("the candidates vote"),
    }[vote.electorate.kind.value]


def _missing_of(base: str, figures: Figures) -> str:
    """Give which number a base lacks."""
    if base == "present-and-represented":
        return "present" if figures.present is None else "represented"
    return base


_UNKNOWN: dict[str, tuple[Message, Message]] = {
    "cast": (
        message("the rule needs how many voted in all, and nothing says it"),
        message("write it under “cast” in counts.yaml"),
    ),
    "present": (
        message("the rule needs how many were present, and nothing says it"),
        message("write it under “electorate”, or under “attendance” in the plenary"),
    ),
    "represented": (
        message("the rule needs how many were represented, and nothing says it"),
        message("write it under “electorate”, or under “attendance” in the plenary; 0 if nobody was"),
    ),
    "registered": (
        message("the rule needs how many are registered, and nothing says it"),
        message("write “registered” under “electorate”"),
    ),
}


def _unknown(vote: Vote, name: str) -> Finding:
    place = vote.counts.span if name == "cast" and vote.counts else vote.electorate.kind.span
    return Finding(place, *_UNKNOWN[name])
