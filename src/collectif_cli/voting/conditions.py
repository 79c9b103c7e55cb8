"""The conditions of a rule - base, quorum, threshold - put to the figures of a question."""

from fractions import Fraction

from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import DecisionRule, Quorum
from collectif_cli.voting.outcome import BaseUsed, Figures, QuorumTest, ThresholdTest

# Beside the bases that a rule can name: another usual convention, shown among the other ones.
WITH_BLANK = "expressed-and-blank"


def base_number(name: str, figures: Figures) -> int | None:
    """Give how many the base of that name holds; None when the record does not say.

    ``cast`` is every ballot handed in, those set aside included (the *votants* of the Code électoral).
    """
    if name == "expressed":
        return figures.expressed
    if name == WITH_BLANK:
        return _sum(figures.expressed, figures.blank)
    if name == "cast":
        return figures.cast
    if name == "present":
        return figures.present
    if name == "present-and-represented":
        return _sum(figures.present, figures.represented)
    return figures.registered


def base_used(rule: DecisionRule, figures: Figures) -> BaseUsed | None:
    """Give the base that the rule names; None when it names none, or when its number is not known."""
    number = base_number(rule.base.value, figures) if rule.base else None
    return BaseUsed(rule.base.value, number) if rule.base and number is not None else None


def quorum_figures(quorum: Quorum, figures: Figures) -> tuple[int | None, int | None]:
    """Give who took part and the population the share is of, None for what the record does not say.

    Of the ``registered``, those took part who were present or represented, or, where no presence is
    recorded (a vote at a distance), those who voted. Of those ``present`` or represented, those took part
    who voted. Nobody is taken to be represented, or not, unless it is written.
    """
    there = _sum(figures.present, figures.represented)
    if quorum.of.value == "registered":
        return (figures.cast if figures.present is None else there), figures.registered
    return figures.cast, there


def is_number(quorum: Quorum) -> bool:
    """Tell whether the quorum is a number of people: above 1; up to 1 it is a share, and 1 is everybody."""
    return quorum.at_least.value > 1


def quorum_test(rule: DecisionRule, figures: Figures) -> QuorumTest | None:
    """Give the quorum with what was reached; None when none is asked or when the figures are not known."""
    if rule.quorum is None:
        return None
    part, whole = quorum_figures(rule.quorum, figures)
    asked = rule.quorum.at_least.value
    if part is None:
        return None
    if is_number(rule.quorum):
        return QuorumTest(rule.quorum.of.value, asked, part, None, ceiling(asked))
    return (
        None
        if whole is None
        else QuorumTest(rule.quorum.of.value, asked, part, whole, ceiling(asked * whole))
    )


def threshold_test(threshold: Threshold, votes: int, base: int) -> ThresholdTest:
    """Give the threshold with what was reached; ``needed`` is the smallest number of votes that meets it."""
    asked = threshold.share * base
    needed = ceiling(asked) if threshold.sign == ">=" else asked.numerator // asked.denominator + 1
    return ThresholdTest(threshold, votes, base, needed)


def ceiling(share: Fraction) -> int:
    """Give the smallest whole number that is not below."""
    return -(-share.numerator // share.denominator)


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
