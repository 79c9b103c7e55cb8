"""The changes to people and to the rosters of groups, in the files that hold them."""

from datetime import date

from collectif_cli.errors import Refused
from collectif_cli.model.group import Group, Mandate, Membership
from collectif_cli.model.message import message
from collectif_cli.store.edit import append, enlist, find, keys, put
from collectif_cli.store.edit_words import Pairs, pairs
from collectif_cli.store.readers.group import GROUP, MANDATE, MEMBERSHIP, WORKING_METHODS

_GROUP_ORDER = tuple(GROUP.fields)
_ROW_ORDER = tuple(MEMBERSHIP.fields)
_METHODS_ORDER = tuple(WORKING_METHODS.fields)
_MANDATE_ORDER = tuple(MANDATE.fields)


def with_person(text: str, handle: str, name: str | None, joined: date) -> str:
    """Give ``people.yaml`` with one more person; without a name, one who is counted and never named.

    A file in alphabetical order stays so; elsewhere the person comes last.
    """
    visible = None if name else False
    known = keys(text)
    order = sorted({*known, handle}) if list(known) == sorted(known) else ()
    return put(text, (handle,), pairs(("name", name), ("visible", visible), ("joined", joined)), order)


def with_member(
    text: str, handle: str, day: date, *, role: str = "members", until: date | None = None
) -> str:
    """Give ``group.yaml`` with a person listed from a day on, in ``members`` or ``facilitators``."""
    return append(text, (role,), pairs(("person", handle), ("from", day), ("to", until)), _GROUP_ORDER)


def with_membership_ended(text: str, group: Group, membership: Membership, day: date) -> str:
    """Give ``group.yaml`` with the last day of a membership, as the group was read from that text."""
    role = "facilitators" if membership in group.facilitators else "members"
    until = membership.until.value.isoformat() if membership.until else None
    person, since = membership.person.value, membership.since.value.isoformat()
    rows = find(text, (role,), ("person", person), ("from", since), ("to", until))
    if not rows:
        raise Refused(message("the line of “{person}” is not found again", person=person))
    return put(text, (role, rows[0], "to"), day, _ROW_ORDER)


def with_mandate(text: str, mandate: Pairs) -> str:
    """Give ``group.yaml`` with one more mandate."""
    return append(text, ("mandates",), mandate, _GROUP_ORDER)


def with_mandate_ended(text: str, mandate: Mandate, day: date) -> str:
    """Give ``group.yaml`` with the last day of a mandate, as it was read from that text."""
    rows = find(
        text,
        ("mandates",),
        ("role", mandate.role.value),
        ("person", mandate.person.value),
        ("for", mandate.purpose.value if mandate.purpose else None),
        ("from", mandate.since.value.isoformat()),
        ("to", mandate.until.value.isoformat() if mandate.until else None),
    )
    if not rows:
        raise Refused(message("the line of “{person}” is not found again", person=mandate.person.value))
    return put(text, ("mandates", rows[0], "to"), day, _MANDATE_ORDER)


def with_methods(text: str, rhythm: str | None, places: tuple[str, ...], tools: tuple[str, ...]) -> str:
    """Give ``group.yaml`` with the rhythm of the group, and more of its places and tools."""
    if "working_methods" not in keys(text):
        methods = pairs(("rhythm", rhythm), ("places", places or None), ("tools", tools or None))
        return put(text, ("working_methods",), methods, _GROUP_ORDER)
    if rhythm is not None:
        text = put(text, ("working_methods", "rhythm"), rhythm, _METHODS_ORDER)
    for key, items in (("places", places), ("tools", tools)):
        for item in items:
            text = append(text, ("working_methods", key), item, _METHODS_ORDER)
    return text


def with_figures(text: str, key: str, figures: Pairs) -> str:
    """Give ``group.yaml`` with one more dated entry in ``headcount`` or ``composition``."""
    return append(enlist(text, (key,)), (key,), figures, _GROUP_ORDER)


def with_group_values(text: str, *given: tuple[str, str | date | None]) -> str:
    """Give ``group.yaml`` with simple values under those keys; None changes nothing."""
    for key, value in given:
        if value is not None:
            text = put(text, (key,), value, _GROUP_ORDER)
    return text
