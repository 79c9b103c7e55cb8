"""Lots: the digest of each option, the text it is made from, and who takes the places."""

import shlex
from typing import NamedTuple

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.record import Node, Record
from collectif_cli.model.record import record as made
from collectif_cli.voting.outcome import Result, Working
from collectif_cli.voting.quotas import MEN, WOMEN
from collectif_cli.voting.step import Step
from collectif_cli.voting.words import Titles


class Group(NamedTuple):
    """So many places, the lots of those who may take them, the smallest first, and who does."""

    name: str
    places: int
    lots: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]


class Drawn(Working):
    """The lots by groups; each is the SHA-256 of ``<drawn_from>/<option>``."""

    drawn_from: str
    announced: str
    groups: tuple[Group, ...]
    declined: tuple[str, ...] = ()


def record(working: Drawn) -> tuple[tuple[str, Node | None], ...]:
    """Give the text that lots are made from, the lots of each group, and who declined."""
    groups = tuple(
        made(
            ("group", one.name or None),
            ("places", one.places),
            ("lots", Record(one.lots)),
            ("drawn", one.chosen or None),
        )
        for one in working.groups
    )
    return (("drawn_from", working.drawn_from), ("groups", groups), ("declined", working.declined or None))


def steps(working: Drawn, result: Result, titles: Titles) -> tuple[Step, ...]:
    """Give what was announced, how to redo a lot, and the lots of each group, the smallest first."""
    first = next((id for one in working.groups for id, _ in one.lots), "")
    by_hand = f"printf %s {shlex.quote(f'{working.drawn_from}/{first}')} | sha256sum"
    found = [
        Step(message("Announced before the draw: {announced}.", announced=working.announced.rstrip("."))),
        Step(
            message("The lot of each is the SHA-256 of “{text}”.", text=f"{working.drawn_from}/<id>"),
            (message("to redo the first one, type on one line:"),),
            by_hand,
        ),
    ]
    for one in working.groups:
        lots = tuple(_told(id, digest, one, working, titles) for id, digest in one.lots)
        found.append(Step(_heading(one), lots))
    return tuple(found)


def _heading(group: Group) -> Message:
    if group.name == WOMEN:
        return messages(
            "Women, {n} place: the smallest lot takes it.",
            "Women, {n} places: the smallest lots take them.",
            group.places,
        )
    if group.name == MEN:
        return messages(
            "Men, {n} place: the smallest lot takes it.",
            "Men, {n} places: the smallest lots take them.",
            group.places,
        )
    if group.name:
        return messages(
            "“{stratum}”, {n} place: the smallest lot takes it.",
            "“{stratum}”, {n} places: the smallest lots take them.",
            group.places,
            stratum=group.name,
        )
    return messages(
        "{n} place: the smallest lot takes it.", "{n} places: the smallest lots take them.", group.places
    )


def _told(id: str, digest: str, group: Group, working: Drawn, titles: Titles) -> Message:
    if id in working.declined:
        return message("{digest} {option}: declined", digest=digest, option=titles[id])
    if id in group.chosen:
        return message("{digest} {option}: drawn", digest=digest, option=titles[id])
    return message("{digest} {option}", digest=digest, option=titles[id])
