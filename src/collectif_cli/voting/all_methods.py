"""The index of the methods that this version counts: a line a method, imported when it is asked for.

``check`` asks which methods there are each time it runs; importing what counts them all would take longer
than the rest of it.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from collectif_cli.voting.method import Method

# Slug -> module of ``voting/methods``; the order is the one in which they are told.
_MODULES = {
    "majority": "majority",
    "plurality": "plurality",
    "consent": "consent",
    "majority-judgment": "majority_judgment",
    "approval": "approval",
    "dots": "dots",
    "score": "score",
    "borda": "borda",
    "condorcet": "condorcet",
    "schulze": "schulze",
    "ranked-pairs": "ranked_pairs",
    "irv": "irv",
    "stv": "stv",
    "nomination": "nomination",
    "sortition": "sortition",
}


class Methods(Mapping[str, Method]):
    """The methods by their slugs."""

    def __getitem__(self, slug: str) -> Method:
        """Give the method; raise KeyError when this version does not count it."""
        return cast("Method", import_module(f"collectif_cli.voting.methods.{_MODULES[slug]}"))

    def __contains__(self, slug: object) -> bool:
        """Tell whether there is such a method, without importing it."""
        return slug in _MODULES

    def __iter__(self) -> Iterator[str]:
        """Give the slugs."""
        return iter(_MODULES)

    def __len__(self) -> int:
        """Give how many there are."""
        return len(_MODULES)


METHODS = Methods()

if TYPE_CHECKING:  # each module has the names of the Protocol
    from collectif_cli.voting.methods import (
        approval,
        borda,
        condorcet,
        consent,
        dots,
        irv,
        majority,
        majority_judgment,
        nomination,
        plurality,
        ranked_pairs,
        schulze,
        score,
        sortition,
        stv,
    )

    _PROVED: tuple[Method, ...] = (
        majority, plurality, consent, majority_judgment, approval, dots, score, borda,
        condorcet, schulze, ranked_pairs, irv, stv, nomination, sortition,
    )  # fmt: skip
