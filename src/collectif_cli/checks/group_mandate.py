"""Family ``group``: the binômes, and what the plenary mandated them for."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.group import Group, Mandate, at_once
from collectif_cli.model.message import message
from collectif_cli.model.register import Register

_OTHER_ROLE = {"titulaire": "suppleant", "suppleant": "titulaire"}


def _beside(mandate: Mandate, group: Group, role: str) -> Iterator[Mandate]:
    """Yield the mandates of the group for the same body, at the same time, in a role."""
    purpose = _purpose(mandate)
    for other in group.pair:
        same = other.role.value == role and _purpose(other) == purpose
        if same and other is not mandate and at_once(mandate, other):
            yield other


def _purpose(mandate: Mandate) -> str:
    return mandate.purpose.value if mandate.purpose else ""


def binome_of_two(group: Group, register: Register) -> Iterator[Finding]:
    """A binôme is two people: one ``titulaire`` and one ``suppleant`` for the same body at the same time."""
    for mandate in group.pair:
        missing = _OTHER_ROLE[mandate.role.value]
        if not any(_beside(mandate, group, missing)):
            yield Finding(
                mandate.person.span,
                message(
                    "“{person}” is mandated alone, and a binôme is two people", person=mandate.person.value
                ),
                message("add a “{role}” once the plenary has mandated one", role=missing),
            )


def binome_one_person(group: Group, register: Register) -> Iterator[Finding]:
    """The two roles of a binôme are held by two different people."""
    for mandate in group.pair:
        if mandate.role.value != "suppleant":
            continue
        if any(one.person.value == mandate.person.value for one in _beside(mandate, group, "titulaire")):
            yield Finding(
                mandate.person.span,
                message("“{person}” holds both roles of the binôme", person=mandate.person.value),
                message("name someone else here, or remove this line"),
            )


def binome_too_many(group: Group, register: Register) -> Iterator[Finding]:
    """Each role of a binôme is held by one person at a time."""
    for index, mandate in enumerate(group.pair):
        earlier = next(
            (one for one in _beside(mandate, group, mandate.role.value) if one in group.pair[:index]), None
        )
        if earlier:
            yield Finding(
                mandate.person.span,
                message(
                    "“{person}” already is “{role}” at that time",
                    person=earlier.person.value,
                    role=mandate.role.value,
                ),
                message("end the first mandate with “to”, or write “role: other” here"),
            )


def mandate_two_groups(whole: Register, register: Register) -> Iterator[Finding]:
    """One person carries the word of one group, for one body at a time."""
    held: dict[tuple[str, str], list[tuple[str, Mandate]]] = {}
    for group in register.groups.values():
        for mandate in group.pair:
            others = held.setdefault((mandate.person.value, _purpose(mandate)), [])
            for other, earlier in others:
                if other != group.id and at_once(earlier, mandate):
                    yield Finding(
                        mandate.person.span,
                        message(
                            "“{person}” is already mandated by the group “{group}”",
                            person=mandate.person.value,
                            group=other,
                        ),
                        message("find another name, or let the plenary accept it"),
                    )
                    break
            others.append((group.id, mandate))


def mandate_not_member(group: Group, register: Register) -> Iterator[Finding]:
    """Whoever is mandated is in the group on the day on which the mandate begins."""
    if not group.roster:
        return
    for mandate in group.mandates:
        listed = (one for one in group.roster if one.person.value == mandate.person.value)
        if mandate.person.value in register.people and not any(
            one.covers(mandate.since.value) for one in listed
        ):
            yield Finding(
                mandate.person.span,
                message(
                    "“{person}” is not in this group on {day}",
                    person=mandate.person.value,
                    day=mandate.since.value,
                ),
                message("add them to “members”, or correct the dates"),
            )


def mandate_without_decision(group: Group, register: Register) -> Iterator[Finding]:
    """The mandate of a binôme names the decision of the plenary that gave it."""
    for mandate in group.pair:
        if mandate.given_by is None:
            yield Finding(
                mandate.person.span,
                message("no decision of a plenary gives this mandate"),
                message("add “given_by: plenary/decision”"),
            )


def mandate_unfounded(group: Group, register: Register) -> Iterator[Finding]:
    """The decision that a mandate rests on is a mandate, and not one given to another group."""
    for mandate in group.mandates:
        decision = register.decisions.get(mandate.given_by.value) if mandate.given_by else None
        if mandate.given_by is None or decision is None:
            continue
        if decision.kind.value != "mandate":
            yield Finding(
                mandate.given_by.span,
                message("the decision “{decision}” is not a mandate", decision=mandate.given_by.value),
                message("name a decision of kind “mandate”"),
            )
        named = tuple(one.value for one in decision.on)
        ours = {group.id, _purpose(mandate), *(alias.value for alias in group.aliases)}
        if named and all(one in register.groups for one in named) and ours.isdisjoint(named):
            yield Finding(
                mandate.given_by.span,
                message("this decision mandates another group: {groups}", groups=named),
                message("name the decision that mandates this one"),
            )


def mandate_before_plenary(group: Group, register: Register) -> Iterator[Finding]:
    """A mandate begins at the earliest on the day of the plenary that gave it."""
    for mandate in group.mandates:
        id = mandate.given_by.value.partition("/")[0] if mandate.given_by else ""
        plenary = register.plenaries.get(id)
        if plenary and mandate.since.value < plenary.date.value:
            yield Finding(
                mandate.since.span,
                message("the plenary gave this mandate later, on {day}", day=plenary.date.value),
                message("correct the date, or name another decision"),
            )
