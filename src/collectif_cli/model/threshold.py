"""Shares and the comparisons with them that rules are made of."""

from fractions import Fraction

from collectif_cli.model.noun import Noun


class Threshold(Noun):
    """A comparison with a share, such as ``> 1/2`` or ``>= 2/3``: the two differ at equality."""

    sign: str
    share: Fraction

    def met_by(self, part: int, whole: int) -> bool:
        """Tell whether ``part`` out of ``whole`` meets it; nothing out of nothing never does."""
        if whole == 0:
            return False
        share = Fraction(part, whole)
        comparisons = {
            ">": share > self.share,
            ">=": share >= self.share,
            "<": share < self.share,
            "<=": share <= self.share,
        }
        return comparisons[self.sign]

    def __str__(self) -> str:
        """Give it as it is written in the texts."""
        return f"{self.sign} {self.share.numerator}/{self.share.denominator}"
