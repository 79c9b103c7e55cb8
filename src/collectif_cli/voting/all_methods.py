"""The index of the methods that this version counts: a line a method."""

from collectif_cli.voting.method import Method
from collectif_cli.voting.methods import (
    approval,
    condorcet,
    dots,
    irv,
    majority,
    majority_judgment,
    plurality,
    ranked_pairs,
    schulze,
    score,
    stv,
)

METHODS: dict[str, Method] = {
    "majority": majority,
    "plurality": plurality,
    "majority-judgment": majority_judgment,
    "approval": approval,
    "dots": dots,
    "score": score,
    "condorcet": condorcet,
    "schulze": schulze,
    "ranked-pairs": ranked_pairs,
    "irv": irv,
    "stv": stv,
}
