"""What was said on a proposal for consent, and what became of each objection."""

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.model.record import record as record_of
from collectif_cli.voting.objections import (
    DISMISSED,
    LIFTED,
    MAINTAINED,
    MERGED,
    QUALIFIED,
    RAISED,
    Objection,
)
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


class Objections(Working):
    """How many said each answer (none where nobody counted), and the objections in the order of the rounds.

    ``unheard`` is how many ballots object beyond those objections.
    """

    said: tuple[tuple[str, int], ...] = ()
    objections: tuple[Objection, ...] = ()
    unheard: int = 0


def record(working: Objections) -> tuple[tuple[str, Node | None], ...]:
    """Give how many said what, then each objection with what became of it; reasons stay in the rounds."""
    return (
        ("said", Record(working.said) if working.said else None),
        ("objections", tuple(_record(one) for one in working.objections) or None),
        ("unheard", working.unheard or None),
    )


def _record(one: Objection) -> Record:
    return record_of(("id", one.id), ("became", one.became), ("by", one.by or None))


def steps(working: Objections, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give what was said, what became of each objection, and what follows from that."""
    found = []
    if working.said:
        found.append(Step(message("What was said:"), tuple(_answers(working))))
    if working.objections:
        said = messages("The objection, and what became of it:", "The objections, and what became of each:",
                        len(working.objections))  # fmt: skip
        found.append(Step(said, tuple(_told(one) for one in working.objections)))
    if working.unheard:
        found.append(
            Step(
                messages(
                    "{n} objection has not been heard yet: it stands until it is.",
                    "{n} objections have not been heard yet: they stand until they are.",
                    working.unheard,
                )
            )
        )
    stands = sum(one.stands for one in working.objections) + working.unheard
    last = (
        messages(
            "{n} objection stands, and one is enough to stop a proposal.",
            "{n} objections stand, and one is enough to stop a proposal.",
            stands,
        )
        if stands
        else message("No objection stands. A concern is written down, and stops nothing.")
    )
    return (*found, Step(last))


def _answers(working: Objections) -> list[Message]:
    said = dict(working.said)
    return [
        messages("{n} consents", "{n} consent", said["consent"]),
        messages("{n} has a concern", "{n} have a concern", said["concern"]),
        messages("{n} objects", "{n} object", said["objection"]),
    ]


def _told(one: Objection) -> Message:
    became = _became(one)
    if one.reason:
        return message(
            "“{objection}” ({reason}): {became}",
            objection=one.id,
            reason=one.reason.rstrip(" ."),
            became=became,
        )
    return message("“{objection}”: {became}", objection=one.id, became=became)


def _became(one: Objection) -> Message:
    if one.became == LIFTED:
        return message("lifted by “{by}”", by=one.by.rstrip(" ."))
    if one.became == MERGED:
        return message("merged into “{other}”", other=one.by)
    return {
        RAISED: message("it stands: nobody has answered it yet"),
        QUALIFIED: message("it stands: found to be an objection, and not lifted yet"),
        DISMISSED: message("found not to be an objection"),
        MAINTAINED: message("it stands: maintained"),
    }[one.became]
