"""Family ``reference``: every id that is written leads somewhere."""

from collections.abc import Collection, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.identifiers import Link, Target
from collectif_cli.model.message import Message, message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.plenary import Decision
from collectif_cli.model.register import RETIRING, Register

# What a decision or a question may be on that is neither a proposal nor a title of the outline.
SUBJECT_WORDS = frozenset(
    {"outline", "programme", "socle", "charter", "calendar", "method", "statutes", "list", "role", "rules"}
)


def unknown_person(link: Link, register: Register) -> Iterator[Finding]:
    """Whoever is named by a handle stands in ``groups/people.yaml``."""
    if "people:people" not in register.unreadable:
        sentence = message("“{id}” is not in groups/people.yaml", id=link.id)
        yield from _unknown(link, register.people, sentence)


def unknown_group(link: Link, register: Register) -> Iterator[Finding]:
    """A group that is named has its folder in ``groups/``."""
    if not _excused(link, register, "group") and _present(link, register.groups, register) is None:
        yield from _unknown(link, register.groups, message("there is no group “{id}”", id=link.id))


def unknown_proposal(link: Link, register: Register) -> Iterator[Finding]:
    """A proposal that is named has its file in ``programme/proposals/``."""
    if _excused(link, register, "proposal") or link.id in register.retired:
        return  # a retired id has its own rule, which says what became of it
    if _present(link, register.proposals, register) is None:
        yield from _unknown(link, register.proposals, message("there is no proposal “{id}”", id=link.id))


def unknown_competence(link: Link, register: Register) -> Iterator[Finding]:
    """A competence that is named is one of the territory, in ``collectif.yaml``."""
    known = [competence.id.value for competence in register.collective.competences]
    yield from _not_in_head(
        link, known, message("“{id}” is not a competence of collectif.yaml", id=link.id), register
    )


def unknown_level(link: Link, register: Register) -> Iterator[Finding]:
    """A level that is named is one of ``levels`` in ``collectif.yaml``."""
    known = [level.value for level in register.collective.levels]
    yield from _not_in_head(
        link, known, message("“{id}” is not a level of collectif.yaml", id=link.id), register
    )


def unknown_rule(link: Link, register: Register) -> Iterator[Finding]:
    """A rule that a vote names and did not freeze is one of ``decision_rules`` in ``collectif.yaml``."""
    known = [rule.name for rule in register.collective.decision_rules]
    frozen = (vote.rule_name for vote in register.votes.values() if vote.frozen)
    if link.id not in known and not any(name and name.span == link.span for name in frozen):
        sentence = message("“{id}” is not a decision rule of collectif.yaml", id=link.id)
        yield from _not_in_head(link, known, sentence, register)


def unknown_meeting(link: Link, register: Register) -> Iterator[Finding]:
    """A meeting that is named has its file, ``groups/<group>/meetings/<date>.md``."""
    if not _excused(link, register, "meeting"):
        sentence = message("there is no meeting “{id}”", id=link.id)
        yield from _unknown(
            link, register.meetings, sentence, message("write it as “group/date”, such as water/2019-04-12")
        )


def unknown_contribution(link: Link, register: Register) -> Iterator[Finding]:
    """A contribution that is named has its file, ``programme/contributions/<source>/<id>.md``."""
    if not _excused(link, register, "contribution"):
        sentence = message("there is no contribution “{id}”", id=link.id)
        yield from _unknown(link, register.contributions, sentence, message("write it as “source/number”"))


def unknown_plenary(link: Link, register: Register) -> Iterator[Finding]:
    """A plenary that is named has its file in ``programme/plenaries/``."""
    if not _excused(link, register, "plenary"):
        yield from _unknown(link, register.plenaries, message("there is no plenary “{id}”", id=link.id))


def unknown_decision(link: Link, register: Register) -> Iterator[Finding]:
    """A decision that is named stands in the minutes of its plenary: ``<plenary>/<decision>``."""
    if not _excused(link, register, "plenary", link.id.partition("/")[0]):
        sentence = message("there is no decision “{id}”", id=link.id)
        yield from _unknown(link, register.decisions, sentence, message("write it as “plenary/decision”"))


def unknown_vote(link: Link, register: Register) -> Iterator[Finding]:
    """A vote that is named has its folder in ``programme/votes/``."""
    if not _excused(link, register, "vote"):
        yield from _unknown(link, register.votes, message("there is no vote “{id}”", id=link.id))


def unknown_adopter(link: Link, register: Register) -> Iterator[Finding]:
    """What is said to have decided is a vote, or a decision of a plenary."""
    if "/" in link.id:
        yield from unknown_decision(link, register)
    else:
        yield from unknown_vote(link, register)


def unknown_subject(link: Link, register: Register) -> Iterator[Finding]:
    """What is decided on is a proposal, a title of the outline, a group, an organisation, or a known word."""
    if link.id in register.aliases or link.id in register.retired or "outline:outline" in register.unreadable:
        return
    if any(_excused(link, register, kind) for kind in ("proposal", "group", "organisation")):
        return
    for known in (register.proposals, register.nodes, SUBJECT_WORDS, register.groups, register.organisations):
        if link.id in known:
            return
    sentence = message("“{id}” is neither a proposal nor a title of the outline", id=link.id)
    near = nearest(link.id, [*register.nodes, *SUBJECT_WORDS, *register.groups, *register.proposals])
    yield Finding(link.span, sentence, _did_you_mean(near) if near else None)


def former_id(link: Link, register: Register) -> Iterator[Finding]:
    """A thing that changed its id is called by the present one."""
    known = register.groups if link.target is Target.GROUP else register.proposals
    present = _present(link, known, register)
    if present is not None and link.id not in known:
        yield Finding(
            link.span,
            message("“{id}” is now called “{present}”", id=link.id, present=present),
            message("write “{present}”", present=present),
        )


def retired_id(link: Link, register: Register) -> Iterator[Finding]:
    """A title or a text that a plenary split, merged, removed or renamed is no longer rested on."""
    if link.id not in register.retired or link.id in register.proposals or link.id in register.nodes:
        return
    if _present(link, register.proposals, register) is None:
        into = tuple(heir.value for heir in _retirement(link.id, register).into)
        yield Finding(
            link.span,
            message("a plenary retired “{id}”", id=link.id),
            message("name what took its place: {ids}", ids=into) if into else message("remove it"),
        )


def _retirement(id: str, register: Register) -> Decision:
    """Give the decision that retired an id."""
    return next(
        decision
        for decision in register.decisions.values()
        if decision.kind.value in RETIRING and any(on.value == id for on in decision.on)
    )


def _present(link: Link, known: Collection[str], register: Register) -> str | None:
    """Give the present id of a thing of that kind, if the link names a former one."""
    present = register.aliases.get(link.id)
    return present if present in known else None


def _excused(link: Link, register: Register, kind: str, id: str = "") -> bool:
    """Tell whether the id leads to a text that is there and could not be read."""
    return f"{kind}:{id or link.id}" in register.unreadable


def _not_in_head(
    link: Link, known: Collection[str], sentence: Message, register: Register
) -> Iterator[Finding]:
    """Find an id that ``collectif.yaml`` does not have, when that file could be read."""
    if "collective:collective" not in register.unreadable:
        yield from _unknown(link, known, sentence)


def _unknown(
    link: Link, known: Collection[str], sentence: Message, otherwise: Message | None = None
) -> Iterator[Finding]:
    if link.id not in known:
        near = nearest(link.id, known)
        yield Finding(link.span, sentence, _did_you_mean(near) if near else otherwise)


def _did_you_mean(near: str) -> Message:
    return message("did you mean “{near}”?", near=near)
