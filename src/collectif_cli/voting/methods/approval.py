"""Approval: each ballot approves as many options as it likes, and the option approved most often is chosen.

Source: Brams and Fishburn, *Approval Voting* (1983). A cell holds ``1``, ``x`` or ``oui`` for an option that
is approved, ``0``, ``non`` or nothing for one that is not. A ballot that approves nothing is blank. With
``seats``, as many are chosen; with ``threshold`` and ``base``, only those approved by such a share.
"""

from collections.abc import Mapping

from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting import adding
from collectif_cli.voting.columns import a_column_each as columns
from collectif_cli.voting.columns import options
from collectif_cli.voting.leaders import with_seed
from collectif_cli.voting.method import Poll, Reading, Refusal
from collectif_cli.voting.outcome import Result

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots", "sums")
follows = ("base", "threshold", "seats")
tie_breaks = ("kept", "lot", "second-vote")

_WORDS: Mapping[str, int] = {
    **dict.fromkeys(("1", "x", "oui", "yes", "pour", "for"), 1),
    **dict.fromkeys(("0", "non", "no", ""), 0),
}


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give the base when a threshold is asked, and the seed when lots are drawn; else nothing."""
    return with_seed(rule, *(("base",) if rule.threshold else ()))


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the options that are approved."""
    words = [cell.strip().casefold() for cell in cells]
    for at, word in enumerate(words):
        if word not in _WORDS:
            said = message("“{cell}” is neither 1 nor 0", cell=cells[at].strip())
            return Reading(refusal=Refusal("not-approval", said, at))
    return Reading(
        mark=tuple((option, 1) for option, word in zip(options(question), words, strict=True) if _WORDS[word])
    )


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give the option approved most often."""
    return adding.counted(poll, rule, _profiles, lambda _: adding.sum_of)


def _profiles(poll: Poll, rule: DecisionRule) -> adding.Profiles:
    """Give how many ballots approve each option, among all that were handed in."""
    return adding.profiles(poll, 1, poll.figures.cast)
