"""The option that the others must beat to be counted at all, such as "reopen the debate".

Source: Debian Constitution, A.6.2 and A.6.3: with a quorum R, an option that fewer than R ballots place
before the default one is dropped; so is one that does not beat it by the majority asked. Under ``> 1/2``
that is more ballots for than against; a majority of N to 1 is the share N / (N + 1) of both.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.conditions import ceiling, is_number
from collectif_cli.voting.duels import Matrix

_MORE = Threshold(sign=">", share=Fraction(1, 2))


class Against(NamedTuple):
    """An option against the default one: the ballots for each, and whether it stays.

    ``because`` is empty where it stays; else ``quorum`` or ``beats``.
    """

    option: str
    votes: int
    against: int
    because: str = ""


class Hurdle(NamedTuple):
    """What is asked of the options: the default one, the majority over it, at least how many ballots."""

    default: str
    beats: Threshold
    quorum: int

    def fails(self, votes: int, against: int) -> str:
        """Tell what an option with so many ballots before and after the default one lacks; else nothing."""
        if votes < self.quorum:
            return "quorum"
        return "" if self.beats.met_by(votes, votes + against) else "beats"


def hurdle_of(rule: DecisionRule) -> Hurdle | None:
    """Give what the rule asks; None when it names no default option."""
    if rule.default_option is None or rule.default_option.value == "none":
        return None
    least = ceiling(rule.quorum.at_least.value) if rule.quorum and is_number(rule.quorum) else 0
    return Hurdle(rule.default_option.value, rule.beats.value if rule.beats else _MORE, least)


def faced(hurdle: Hurdle | None, options: Sequence[str], matrix: Matrix) -> tuple[Against, ...]:
    """Give how each other option fared against the default one, in the order of the paper."""
    if hurdle is None or hurdle.default not in options:
        return ()
    default = options.index(hurdle.default)
    found = []
    for place, option in enumerate(options):
        if place != default:
            votes, against = matrix[place][default], matrix[default][place]
            found.append(Against(option, votes, against, hurdle.fails(votes, against)))
    return tuple(found)
