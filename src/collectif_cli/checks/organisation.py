"""Family ``organisation``: who joined, by whose word, on what terms, and who met it."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.organisation import Organisation
from collectif_cli.model.register import Register


def left_before_joined(organisation: Organisation, register: Register) -> Iterator[Finding]:
    """An organisation leaves after it joined."""
    joined, left = organisation.joined, organisation.left
    if joined is not None and left is not None and left.value < joined.value:
        said = message(
            "it left on {left}, before it joined on {joined}", left=left.value, joined=joined.value
        )
        yield Finding(left.span, said, message("correct one of the two dates"))


def no_acceptance(organisation: Organisation, register: Register) -> Iterator[Finding]:
    """An organisation that joined was accepted by a plenary."""
    joined = organisation.joined
    if joined is not None and joined.value <= register.today and organisation.accepted_by is None:
        yield Finding(
            joined.span,
            message("it joined and no decision accepts it"),
            message("add “accepted_by: plenary/decision”"),
        )


def acceptance_kind(organisation: Organisation, register: Register) -> Iterator[Finding]:
    """The decision that accepts an organisation is one to accept it, and no other."""
    accepted = organisation.accepted_by
    decision = register.decisions.get(accepted.value) if accepted else None
    if accepted is None or decision is None:
        return
    if decision.kind.value != "accept-organisation":
        said = message(
            "the decision “{decision}” is of the kind “{kind}”: it accepts no organisation",
            decision=accepted.value,
            kind=decision.kind.value,
        )
        yield Finding(accepted.span, said, message("name a decision of the kind “accept-organisation”"))
    elif decision.on and organisation.id not in {on.value for on in decision.on}:
        said = message("the decision “{decision}” accepts another organisation", decision=accepted.value)
        yield Finding(accepted.span, said, message("name the decision that accepts this one"))


def no_modalities(organisation: Organisation, register: Register) -> Iterator[Finding]:
    """An organisation that joined did so on terms that were voted."""
    joined = organisation.joined
    if joined is not None and joined.value <= register.today and organisation.modalities is None:
        yield Finding(
            joined.span,
            message("it joined and nothing says on what terms"),
            message("add “modalities: {example}”", example="{vote: …}"),
        )


def meeting_alone(organisation: Organisation, register: Register) -> Iterator[Finding]:
    """Nobody meets an organisation alone: at least two people of the collective are there."""
    for encounter in organisation.meetings:
        if encounter.present is not None and encounter.present.value < 2:
            yield Finding(
                encounter.present.span,
                message("fewer than two people of the collective were at this meeting"),
                message("meet organisations at least two together; the minutes are public"),
            )
