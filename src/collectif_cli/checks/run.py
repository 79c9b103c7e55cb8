"""Examines a programme on a day: every rule on every text, then the last word."""

from collections.abc import Collection, Iterable
from datetime import date

from collectif_cli.checks.rule import Rule
from collectif_cli.checks.settle import Settled, settle
from collectif_cli.checks.walk import Walk
from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.model.programme import Programme
from collectif_cli.model.register import register_of


def examine(
    programme: Programme,
    faults: Iterable[Diagnostic],
    rules: Iterable[Rule],
    today: date,
    known_rules: Collection[str] = (),
) -> Settled:
    """Give what stands and what is set aside, out of the faults of reading and what the rules find.

    ``known_rules`` are the slugs that a collective may set aside, those of the faults of reading included;
    without them no slug is said to be unknown.
    """
    register = register_of(programme, today, frozenset(known_rules))
    walk = Walk(rules)
    found = list(faults)
    for document in programme.documents:
        found.extend(walk.text(document, register))
    found.extend(walk.whole(register))
    return settle(found, register)
