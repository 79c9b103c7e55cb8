"""Family ``plenary``, its decisions: each has an id, a manner, what it takes to carry it out, a proof."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import Message, message
from collectif_cli.model.plenary import UNTOLD, Decision, Plenary
from collectif_cli.model.register import Register
from collectif_cli.model.source import repeated
from collectif_cli.model.vote import Vote

# What each kind of decision needs to say, by the keys of the file.
_NEEDED: dict[str, tuple[str, ...]] = {
    "adopt": ("on",),
    "reject": ("on",),
    "rename": ("on", "to"),
    "reword": ("on", "to"),
    "reorder": ("on",),
    "split": ("on", "into"),
    "merge": ("on", "into"),
    "move": ("on", "into"),
    "duplicate": ("on", "into"),
    "remove": ("on",),
    "extract": ("on",),
    "refer-back": ("on",),
    "replace-term": ("from", "to"),
    "accept-organisation": ("on",),
}


def decision_twice(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """Each decision of a plenary has its own id."""
    for again, first in repeated(decision.id for decision in plenary.decisions):
        said = message(
            "the decision “{id}” is there twice, first on line {line}", id=again.value, line=first.span.line
        )
        yield Finding(again.span, said, message("give it another id"))


def future_decision(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """A plenary that is still to come has decided nothing."""
    if plenary.date.value > register.today and plenary.decisions:
        said = message(
            "this plenary is to be held on {date} and decisions are written", date=plenary.date.value
        )
        yield Finding(
            plenary.decisions[0].id.span, said, message("write what is to be decided on the agenda")
        )


def without_manner(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """A decision says how it was taken, unless the record is silent on it."""
    for decision in plenary.decisions:
        if decision.how is None and decision.vote is None and _record(decision) not in UNTOLD:
            yield Finding(
                decision.id.span,
                message("nothing says how “{id}” was decided", id=decision.id.value),
                message("add “how”: consent, show-of-hands, paper…, or say that the record is missing"),
            )


def incomplete(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """A decision says all that is needed to carry it out: on what, from what, to what."""
    for decision in plenary.decisions:
        written = {"on": decision.on, "from": decision.source, "to": decision.target, "into": decision.into}
        kind = decision.kind
        for key in _NEEDED.get(kind.value, ()):
            if not written[key] and _record(decision) != "missing":
                said = message("a decision “{kind}” needs “{key}”", kind=kind.value, key=key)
                yield Finding(kind.span, said, _EXAMPLES[key])
        if kind.value == "split" and len(decision.into) == 1:
            hint = message("name all the parts, or use the kind “rename”")
            yield Finding(decision.into[0].span, message("what is split gives at least two parts"), hint)


_EXAMPLES: dict[str, Message] = {
    "on": message("say what is decided on: “on: [an-id]”"),
    "from": message("give the word that is replaced: “from: …”"),
    "to": message("give the new words: “to: …”"),
    "into": message("say what it becomes, or where it goes: “into: [an-id]”"),
}


def vote_mismatch(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """The vote that a decision rests on was held by this plenary, on this subject."""
    for decision, vote in _voted(plenary, register):
        asked = {on.value for question in vote.questions for on in question.on}
        stranger = next((on for on in decision.on if on.value not in asked), None) if asked else None
        if vote.plenary is not None and vote.plenary.value != plenary.id and decision.vote is not None:
            said = message("this vote was held by another plenary, “{plenary}”", plenary=vote.plenary.value)
            yield Finding(decision.vote.span, said, message("name the vote of this plenary"))
        elif stranger is not None:
            said = message("the vote “{vote}” was not on “{id}”", vote=vote.id, id=stranger.value)
            yield Finding(
                stranger.span, said, message("decide on what was voted, or add it under “on” in the vote")
            )


def cancelled_vote(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """No decision rests on a vote that was called off."""
    for decision, vote in _voted(plenary, register):
        if vote.cancelled is not None and decision.vote is not None:
            said = message(
                "the vote “{vote}” was called off on {date}", vote=vote.id, date=vote.cancelled.date.value
            )
            yield Finding(decision.vote.span, said, message("name the vote that was held instead"))


def disputed_without_sources(plenary: Plenary, register: Register) -> Iterator[Finding]:
    """What is disputed is told by at least two sources."""
    for decision in plenary.decisions:
        record = decision.record
        if record is not None and record.value == "disputed" and len(decision.sources) < 2:
            yield Finding(
                record.span,
                message("this is said to be disputed and fewer than two sources are given"),
                message("add “sources”: who says what, at least two of them"),
            )


def _voted(plenary: Plenary, register: Register) -> Iterator[tuple[Decision, Vote]]:
    """Yield the decisions that rest on a vote, with the vote; one that does not exist is another matter."""
    for decision in plenary.decisions:
        vote = register.votes.get(decision.vote.value) if decision.vote else None
        if vote is not None:
            yield decision, vote


def _record(decision: Decision) -> str:
    return decision.record.value if decision.record else "recorded"
