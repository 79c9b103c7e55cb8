"""Family ``candidates``: the shape of the list; what the law and the charter ask of it is another matter."""

from collections.abc import Iterator

from collectif_cli.model.candidates import CandidateList
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.model.source import repeated


def position_twice(listed: CandidateList, register: Register) -> Iterator[Finding]:
    """Each place of the list is held once."""
    for again, first in repeated(one.position for one in listed.candidates):
        said = message(
            "place {position} is held already, on line {line}", position=again.value, line=first.span.line
        )
        yield Finding(again.span, said, message("give each candidate a place of their own"))


def position_gap(listed: CandidateList, register: Register) -> Iterator[Finding]:
    """The places of the list follow one another from 1."""
    before = 0
    for one in sorted(listed.candidates, key=lambda one: one.position.value):
        position = one.position
        if position.value > before + 1:
            said = message("place {missing} is held by nobody", missing=before + 1)
            yield Finding(position.span, said, message("number the places from 1, without a gap"))
        before = position.value


def person_twice(listed: CandidateList, register: Register) -> Iterator[Finding]:
    """Nobody stands twice on the list."""
    for again, first in repeated(one.person for one in listed.candidates if one.person):
        said = message(
            "“{person}” is on the list already, on line {line}", person=again.value, line=first.span.line
        )
        yield Finding(again.span, said, message("keep one of the two places"))


def nobody(listed: CandidateList, register: Register) -> Iterator[Finding]:
    """Each place of a list that is not sealed names somebody."""
    if _is_sealed(listed):
        return
    for one in listed.candidates:
        if one.person is None and one.name is None:
            yield Finding(
                one.position.span,
                message("nobody is named in place {position}", position=one.position.value),
                message("add “person” or “name”, or seal the list: “sealed: true”"),
            )


def invisible_person(listed: CandidateList, register: Register) -> Iterator[Finding]:
    """Somebody who asked not to be named stands on no list that everybody can read."""
    if _is_sealed(listed):
        return
    for one in listed.candidates:
        person = register.people.get(one.person.value) if one.person else None
        if one.person is not None and person is not None and not person.is_visible:
            yield Finding(
                one.person.span,
                message("“{person}” asked not to be named", person=one.person.value),
                message("seal the list until it is filed (“sealed: true”), or ask the person"),
            )


def _is_sealed(listed: CandidateList) -> bool:
    return listed.sealed is not None and listed.sealed.value
