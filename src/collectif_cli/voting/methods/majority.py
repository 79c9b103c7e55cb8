"""Majority: a text is adopted when the votes for it, divided by the base, meet the threshold.

How a vote says which option is "for":

- a question without ``options`` has three: ``for``, ``against`` and ``abstain``; a ballot names one of
  them, in English or in French (``pour``, ``contre``, ``abstention``), and an empty cell is a blank ballot;
- a question whose options bear those ids is read the same way; it offers abstention only if it lists it;
- several texts put one by one on the same paper are several questions, each with its own column;
- a question with any other options asks for an absolute majority among them: the leading option is
  chosen if its votes meet the threshold, else nothing is decided.

Abstentions and blank ballots are not votes expressed (Code électoral, L65, for the blank ones): they
weigh only in the bases that count everyone who voted, or everyone who could. A text with as many votes
for as against is rejected by a threshold of "> 1/2": that is no tie, since the rule decides it.
"""

from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.columns import one_column as columns
from collectif_cli.voting.columns import options as _ids
from collectif_cli.voting.conditions import base_used, quorum_test, threshold_test
from collectif_cli.voting.leaders import what_follows, with_seed
from collectif_cli.voting.method import Poll, Reading
from collectif_cli.voting.outcome import Decision, Outcome, Result, Verdict
from collectif_cli.voting.single_choice import counted, lead, totals
from collectif_cli.voting.validity import read_one

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots", "counts")
follows = ("base", "threshold")
tie_breaks = ("kept", "lot", "second-vote")

FOR, AGAINST, ABSTAIN = "for", "against", "abstain"
_WORDS = {
    "for": FOR,
    "pour": FOR,
    "against": AGAINST,
    "contre": AGAINST,
    "abstain": ABSTAIN,
    "abstention": ABSTAIN,
}


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give what a share is of and how large it must be; and the seed when lots are drawn."""
    return with_seed(rule, "base", "threshold")


def options(question: Question) -> tuple[str, ...]:
    """Give ``for`` and ``against``, or the other options of the question."""
    return (FOR, AGAINST) if _is_for_or_against(question) else _ids(question)


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the option that the cell names, or an abstention where the paper offers it."""
    if not _is_for_or_against(question):
        return read_one(cells[0], {option: option for option in _ids(question)})
    offered = {_WORDS[option] for option in _ids(question)} or {FOR, AGAINST, ABSTAIN}
    return read_one(cells[0], {word: meant for word, meant in _WORDS.items() if meant in offered}, ABSTAIN)


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give whether the text is adopted, or which option has the majority."""
    return counted(poll, rule, _adopt if poll.options == (FOR, AGAINST) else lead)


def _adopt(poll: Poll, rule: DecisionRule) -> Decision:
    """Give the decision on one text."""
    votes = totals(poll)[0].votes
    base = base_used(rule, poll.figures)
    test = threshold_test(rule.threshold.value, votes, base.number) if rule.threshold and base else None
    quorum = quorum_test(rule, poll.figures)
    if quorum is not None and not quorum.reached:
        outcome = Outcome(Verdict.NO_QUORUM)
    elif test is None or test.base == 0:
        outcome = Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    else:
        outcome = Outcome(Verdict.ADOPTED if test.reached else Verdict.REJECTED)
    follows = what_follows(outcome, rule)
    return Decision(outcome=outcome, base=base, quorum=quorum, threshold=test, follows=follows)


def _is_for_or_against(question: Question) -> bool:
    """Tell whether the question is on one text: no options of its own, or for, against and maybe abstain."""
    meant = [_WORDS.get(option, "") for option in _ids(question)]
    return not meant or (sorted(set(meant)) == sorted(meant) and {FOR, AGAINST} <= set(meant) <= set(_WORDS))
