"""The index of the methods that this version counts: a line a method."""

from collectif_cli.voting.method import Method
from collectif_cli.voting.methods import condorcet, irv, majority, plurality, ranked_pairs, schulze, stv

METHODS: dict[str, Method] = {
    "majority": majority,
    "plurality": plurality,
    "condorcet": condorcet,
    "schulze": schulze,
    "ranked-pairs": ranked_pairs,
    "irv": irv,
    "stv": stv,
}
