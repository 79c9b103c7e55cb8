"""How close a vote by duels was, from the duels alone: in a time that does not grow with the ballots.

To make an option win all its duels: for each other that it does not beat, take some of the ballots that place
that other before it, and put it first on them. On each such ballot the duel gains one vote and loses one,
no duel of the option loses anything, and no duel among the others moves. So the ballots needed for each duel,
added up, are enough, whether or not some of them are the same. An option that wins all its duels is chosen by
every method by duels; options that fail against the default one still do, since that duel is among others.
"""

from collections.abc import Iterator

from collectif_cli.model.vote import DecisionRule
from collectif_cli.voting.by_duels.default_option import Hurdle, faced, hurdle_of
from collectif_cli.voting.duels import Matrix
from collectif_cli.voting.outcome import Decision, Figures, Margin, Outcome, Verdict, quorum_missed


def margin_of_matrix(
    options: tuple[str, ...],
    matrix: Matrix,
    rule: DecisionRule,
    decision: Decision,
    figures: Figures,
    least: int,
) -> Margin:
    """Give the margin, where fewer than ``least`` ballots are proved not to be enough."""
    missed = quorum_missed(decision)
    if missed is not None:
        return missed
    found = sorted(_enough(options, matrix, rule, decision.outcome), key=lambda one: one[0])
    if decision.outcome.verdict is Verdict.ELECTED:  # to silence every ballot is enough too
        found.append((figures.expressed or 0, Outcome(Verdict.UNDECIDED, because="nothing-expressed")))
    if not found:
        return Margin(because="not-found", at_least=least)
    best = min(found, key=lambda one: one[0])
    return Margin(*best) if best[0] <= least else Margin(*best, at_least=least)


def _enough(
    options: tuple[str, ...], matrix: Matrix, rule: DecisionRule, now: Outcome
) -> Iterator[tuple[int, Outcome]]:
    hurdle = hurdle_of(rule)
    out = {one.option for one in faced(hurdle, options, matrix) if one.because}
    for place, option in enumerate(options):
        if now.verdict is Verdict.ELECTED and now.options == (option,):
            continue
        asked = [
            _to_beat(matrix[place][other], matrix[other][place], hurdle if name == _default(hurdle) else None)
            for other, name in enumerate(options)
            if other != place and name not in out
        ]
        number = sum(one for one in asked if one is not None)
        if None not in asked and number:
            yield number, Outcome(Verdict.ELECTED, (option,))


def _default(hurdle: Hurdle | None) -> str:
    return hurdle.default if hurdle is not None else ""


def _to_beat(votes: int, against: int, hurdle: Hurdle | None) -> int | None:
    """Give how many of the ``against`` must turn for the duel to be won; None when all are not enough.

    Against the default option (``hurdle``), it is won by what the rule asks.
    """
    number = max((against - votes) // 2 + 1, 0)
    if hurdle is not None:
        number = max(number, hurdle.quorum - votes)
        while number <= against and hurdle.fails(votes + number, against - number):
            number += 1
    return number if number <= against else None
