"""The index of the methods that this version counts: a line a method."""

from collectif_cli.voting.method import Method
from collectif_cli.voting.methods import approval, dots, majority, majority_judgment, plurality, score

METHODS: dict[str, Method] = {
    "majority": majority,
    "plurality": plurality,
    "majority-judgment": majority_judgment,
    "approval": approval,
    "dots": dots,
    "score": score,
}
