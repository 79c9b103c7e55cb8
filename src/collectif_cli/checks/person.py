"""Family ``person``: everyone of ``groups/people.yaml``, and as little about them as possible."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.people import People
from collectif_cli.model.register import Register

# Signs that are taken for one another when a handle is read or copied by hand.
_TWINS = str.maketrans({"0": "o", "1": "l", "i": "l", "-": None})


def dates_reversed(people: People, register: Register) -> Iterator[Finding]:
    """Nobody leaves before joining."""
    for person in people.people:
        if person.joined and person.left and person.left.value < person.joined.value:
            yield Finding(
                person.left.span,
                message(
                    "“{person}” leaves before joining, on {day}", person=person.id, day=person.joined.value
                ),
                message("correct one of the two dates"),
            )


def without_name(people: People, register: Register) -> Iterator[Finding]:
    """Whoever may be named has a public name or a pseudonym."""
    for person in people.people:
        if person.is_visible and person.name is None:
            yield Finding(
                person.span,
                message("“{person}” may be named and has no name", person=person.id),
                message("add “name”, or “visible: false” for somebody who is counted and never named"),
            )


def hidden_with_name(people: People, register: Register) -> Iterator[Finding]:
    """Nothing that tells who they are is written about those who asked never to be named."""
    for person in people.people:
        told = () if person.is_visible else (person.name, person.account)
        for one in told:
            if one:
                yield Finding(
                    one.span,
                    message("“{person}” is never to be named, and this tells who it is", person=person.id),
                    message("remove it: this file is public, and so is its history"),
                )


def same_name(people: People, register: Register) -> Iterator[Finding]:
    """Two people do not bear the same public name."""
    bearers: dict[str, str] = {}
    for person in people.people:
        if person.name:
            other = bearers.setdefault(person.name.value.casefold(), person.id)
            if other != person.id:
                yield Finding(
                    person.name.span,
                    message("“{other}” has the same public name", other=other),
                    message("tell them apart with a letter or another pseudonym"),
                )


def same_account(people: People, register: Register) -> Iterator[Finding]:
    """An account of the forge belongs to one person."""
    holders: dict[str, str] = {}
    for person in people.people:
        if person.account:
            other = holders.setdefault(person.account.value.casefold(), person.id)
            if other != person.id:
                yield Finding(
                    person.account.span,
                    message("“{other}” has the same account", other=other),
                    message("keep it on one of the two: the account tells who may change what"),
                )


def look_alike(people: People, register: Register) -> Iterator[Finding]:
    """Two handles differ by more than signs that look the same."""
    seen: dict[str, str] = {}
    for person in people.people:
        other = seen.setdefault(_looks(person.id), person.id)
        if other != person.id:
            yield Finding(
                person.span,
                message("“{person}” is easily mistaken for “{other}”", person=person.id, other=other),
                message("if it is one person, keep one line; if not, make the two differ more"),
            )


def _looks(handle: str) -> str:
    """Give the handle as a hurried eye sees it: no hyphen, 1 and i as l, 0 as o, no doubled letter."""
    plain = handle.translate(_TWINS).replace("rn", "m").replace("vv", "w")
    return "".join(sign for sign, before in zip(plain, " " + plain, strict=False) if sign != before)
