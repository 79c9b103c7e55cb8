"""Names written on papers: how often each was, for each sex or for all, and who takes the places."""

from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.model.record import record as made
from collectif_cli.voting.outcome import Result, Verdict, Working
from collectif_cli.voting.quotas import MEN, WOMEN
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


class Group(NamedTuple):
    """So many places, those named for them with how often, the most first, and who takes a place for sure."""

    name: str
    places: int
    named: tuple[tuple[str, int], ...]
    chosen: tuple[str, ...]


class Named(Working):
    """The groups, and who declined afterwards; ``comes_up``: the next one takes the place."""

    groups: tuple[Group, ...]
    declined: tuple[str, ...] = ()
    comes_up: bool = False


def record(working: Named) -> tuple[tuple[str, Node | None], ...]:
    """Give each group with how often each name was written, and who declined."""
    groups = tuple(
        made(
            ("group", one.name or None),
            ("places", one.places),
            ("named", Record(one.named)),
            ("sure", one.chosen or None),
        )
        for one in working.groups
        if one.named
    )
    return (("groups", groups or None), ("declined", working.declined or None))


def steps(working: Named, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give how often each name was written, the most first, and that the outcome is told in another order."""
    found = [
        Step(_heading(one), tuple(_told(name, many, titles) for name, many in one.named))
        for one in working.groups
        if one.named
    ]
    if working.declined:
        what = (
            message("Those who declined are not counted, and the next ones come up:")
            if working.comes_up
            else message("Those who declined leave their place empty:")
        )
        found.append(
            Step(what, tuple(message("declined: {option}", option=titles[name]) for name in working.declined))
        )
    if result.outcome.verdict in {Verdict.ELECTED, Verdict.TIE}:
        said = message("Those named most often are designated; they are told in alphabetical order.")
        found.append(Step(said))
    return tuple(found)


def _heading(group: Group) -> Message:
    if group.name == WOMEN:
        return messages("Women named, for {n} place:", "Women named, for {n} places:", group.places)
    if group.name == MEN:
        return messages("Men named, for {n} place:", "Men named, for {n} places:", group.places)
    return messages("People named, for {n} place:", "People named, for {n} places:", group.places)


def _told(name: str, many: int, titles: Titles) -> Message:
    return messages("{option}: {n} paper", "{option}: {n} papers", many, option=titles[name])
