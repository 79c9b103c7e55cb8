"""What the other usual conventions would have made of the same ballots."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located
from collectif_cli.model.threshold import Threshold
from collectif_cli.model.vote import BASES, DecisionRule
from collectif_cli.voting.conditions import WITH_BLANK, base_number
from collectif_cli.voting.outcome import Alternative, Figures, Outcome

_HALF = Threshold(sign=">", share=Fraction(1, 2))


def under_other_conventions(
    rule: DecisionRule,
    figures: Figures,
    outcome_under: Callable[[DecisionRule], Outcome],
    majorities: bool = True,
) -> tuple[Alternative, ...]:
    """Give the outcome under each other usual convention that is another one here.

    Without ``majorities``, an absolute majority is not thought of where the rule asks for none.

    A base whose number is not known, or is the one already used, is left out: it could change nothing.
    """
    found = []
    for convention, value, other in _others(rule, figures, majorities):
        found.append(Alternative(convention, value, outcome_under(other)))
    return (*found, *without_quorum(rule, outcome_under), *_without_lot(rule, outcome_under))


def declared_otherwise(
    rule: DecisionRule,
    conventions: Mapping[str, Sequence[str]],
    outcome_under: Callable[[DecisionRule], Outcome],
) -> tuple[Alternative, ...]:
    """Give the outcome under each other value of those conventions, one changed at a time."""
    found = []
    for name, values in conventions.items():
        said = getattr(rule, name)
        for value in values:
            if said is None or value != said.value:
                other = replace(rule, **{name: Located(value, rule.span)})
                found.append(Alternative(name, value, outcome_under(other)))
    return tuple(found)


def without_quorum(
    rule: DecisionRule, outcome_under: Callable[[DecisionRule], Outcome]
) -> tuple[Alternative, ...]:
    """Give the outcome without the quorum that the rule asks; nothing when it asks none."""
    if rule.quorum is None:
        return ()
    return (Alternative("quorum", "none", outcome_under(replace(rule, quorum=None))),)


def _without_lot(
    rule: DecisionRule, outcome_under: Callable[[DecisionRule], Outcome]
) -> tuple[Alternative, ...]:
    if rule.ties is None or rule.ties.value != "lot":
        return ()
    return (Alternative("ties", "kept", outcome_under(replace(rule, ties=None))),)


def _others(
    rule: DecisionRule, figures: Figures, majorities: bool
) -> Iterator[tuple[str, str, DecisionRule]]:
    if rule.threshold is None:
        yield from _absolute_majorities(rule, figures) if majorities else ()
    else:
        yield from _bases(rule, rule.threshold, figures)
        asked = rule.threshold.value
        if 0 < asked.share < 1:  # more than everybody, or none at least, is no convention of anyone
            flipped = Threshold(sign=">=" if asked.sign == ">" else ">", share=asked.share)
            yield "threshold", str(flipped), replace(rule, threshold=Located(flipped, rule.span))


def _bases(
    rule: DecisionRule, threshold: Located[Threshold], figures: Figures
) -> Iterator[tuple[str, str, DecisionRule]]:
    used = rule.base.value if rule.base else ""
    names = (*BASES, WITH_BLANK) if used == "expressed" else BASES
    known = {base_number(used, figures)}
    for name in names:
        number = base_number(name, figures)
        if number is not None and number not in known:
            known.add(number)
            yield "base", name, replace(rule, base=Located(name, rule.span), threshold=threshold)


def _absolute_majorities(rule: DecisionRule, figures: Figures) -> Iterator[tuple[str, str, DecisionRule]]:
    """Yield more than half of each base, where the rule asks for most votes only."""
    known: set[int] = set()
    for name in BASES:
        number = base_number(name, figures)
        if number is not None and number not in known:
            known.add(number)
            base, threshold = Located(name, rule.span), Located(_HALF, rule.span)
            yield "absolute-majority", name, replace(rule, base=base, threshold=threshold)
