"""A rule: its slug, what it looks at, how grave its findings are, the generator that finds them."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from collectif_cli.checks.severity import Gravity
from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.identifiers import Target
from collectif_cli.model.register import Register

# What the rule looks at, then the register; a rule on the whole is given the register twice.
Find = Callable[[Any, Register], Iterator[Finding]]


class Rule(NamedTuple):
    """One rule.

    ``on`` is the type of value it looks at (``Proposal``, ``Group``…), ``Document`` for any file,
    ``Register`` for the whole, or a ``Target`` for each reference to a thing of that kind.
    """

    slug: str
    on: type | Target
    gravity: Gravity
    find: Find

    @property
    def family(self) -> str:
        """The first word of the slug: group, proposal, reference…"""
        return self.slug.partition("-")[0]
