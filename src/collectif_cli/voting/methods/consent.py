"""Consent: a text is adopted when no objection stands against it.

Each person consents, has a concern or objects. A concern is written down and stops nothing; an objection is
an argument, that the circle looks at: it stops the text until it is found not to be one, merged into another
one, or lifted. Objections are not counted against consents: one that stands is enough.

- A ballot says ``consent``, ``concern`` or ``objection`` (``consentement``, ``réserve``, ``objection``); so
  do the counts of a show of hands. ``rounds.yaml`` says what became of each objection. Either may be alone.
- More objections on the ballots than in the rounds: nobody has looked at the others yet, and they stand.
- An objection that is maintained rejects the text, unless the rule names a ``fallback`` that then decides;
  one that nobody has looked at yet leaves it undecided.

Sources: Sociocracy 3.0, "Consent Decision-Making" and "Objection"; Endenburg, *Sociocracy* (1998).
"""

from collectif_cli.model.noun import replace
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.columns import one_column as columns
from collectif_cli.voting.columns import options as _ids
from collectif_cli.voting.conditions import quorum_test
from collectif_cli.voting.leaders import what_follows
from collectif_cli.voting.method import Poll, Reading
from collectif_cli.voting.objections import DISMISSED, MAINTAINED, Objection
from collectif_cli.voting.outcome import (
    Alternative,
    Decision,
    Margin,
    Outcome,
    Result,
    Verdict,
    quorum_missed,
)
from collectif_cli.voting.sensitivity import under_other_conventions
from collectif_cli.voting.single_choice import totals
from collectif_cli.voting.validity import read_one
from collectif_cli.voting.workings.objections import Objections

__all__ = ["columns", "count", "follows", "needs", "options", "read", "reads", "tie_breaks"]

reads = ("ballots", "counts", "rounds")
follows = ("fallback",)
tie_breaks = ()

CONSENT, CONCERN, OBJECTION = "consent", "concern", "objection"
_WORDS = {
    "consent": CONSENT,
    "consentement": CONSENT,
    "concern": CONCERN,
    "réserve": CONCERN,
    "reserve": CONCERN,
    "objection": OBJECTION,
}


def needs(rule: DecisionRule) -> tuple[str, ...]:
    """Give nothing: what an objection does is the method itself."""
    return ()


def options(question: Question) -> tuple[str, ...]:
    """Give the three answers; none for a question that lists others."""
    return () if set(_ids(question)) - {CONSENT, CONCERN, OBJECTION} else (CONSENT, CONCERN, OBJECTION)


def read(question: Question, rule: DecisionRule, cells: tuple[str, ...]) -> Reading:
    """Give the answer that the cell names."""
    return read_one(cells[0], _WORDS)


def count(poll: Poll, rule: DecisionRule) -> Result:
    """Give whether the text is adopted: whether no objection stands."""
    working = _working(poll)
    decision = _decided(poll, rule, working)
    return Result(
        question=poll.question,
        figures=poll.figures,
        decision=decision,
        working=working,
        margin=_margin(poll, rule, decision),
        sensitivity=(
            *_had_all_stood(poll, rule, working),
            *under_other_conventions(
                rule,
                poll.figures,
                lambda other: _decided(poll, other, working).outcome,
                majorities=False,
            ),
        ),
        set_aside=poll.set_aside,
    )


def _working(poll: Poll) -> Objections:
    said = {one.option: one.votes for one in totals(poll)}
    unheard = max(said[OBJECTION] - len(poll.objections), 0)
    return Objections(
        said=tuple(said.items()) if poll.figures.expressed is not None else (),
        objections=poll.objections,
        unheard=unheard,
    )


def _decided(poll: Poll, rule: DecisionRule, working: Objections) -> Decision:
    quorum = quorum_test(rule, poll.figures)
    outcome = (
        Outcome(Verdict.NO_QUORUM) if quorum is not None and not quorum.reached else _outcome(rule, working)
    )
    return Decision(outcome=outcome, quorum=quorum, follows=what_follows(outcome, rule))


def _outcome(rule: DecisionRule, working: Objections) -> Outcome:
    if working.said and not any(number for _, number in working.said) and not working.objections:
        return Outcome(Verdict.UNDECIDED, because="nothing-expressed")
    became = {one.became for one in working.objections if one.stands}
    if working.unheard or became - {MAINTAINED}:
        return Outcome(Verdict.UNDECIDED, because="objections-open")
    if not became:
        return Outcome(Verdict.ADOPTED)
    if rule.fallback is not None:
        return Outcome(Verdict.UNDECIDED, because="objection-maintained")
    return Outcome(Verdict.REJECTED)


def _had_all_stood(poll: Poll, rule: DecisionRule, working: Objections) -> tuple[Alternative, ...]:
    """Give the outcome had every objection stood that was found not to be one."""
    if all(one.became != DISMISSED for one in poll.objections):
        return ()
    kept = tuple(_standing(one) for one in poll.objections)
    outcome = _decided(poll, rule, replace(working, objections=kept)).outcome
    return (Alternative("objections", "all", outcome),)


def _standing(one: Objection) -> Objection:
    return one._replace(became=MAINTAINED) if one.became == DISMISSED else one


def _margin(poll: Poll, rule: DecisionRule, decision: Decision) -> Margin:
    """Give how close it was where ballots alone decide: an objection more, or none of those there are.

    Once an objection was talked about, what alters the outcome is what is answered to it, which is no number.
    """
    missed = quorum_missed(decision)
    if missed is not None:
        return missed
    outcome = decision.outcome
    if poll.objections or poll.figures.cast is None:
        return Margin(because="objections")
    if outcome.verdict is Verdict.ADOPTED or outcome.because == "nothing-expressed":
        changed, number = (OBJECTION, 1) if outcome.verdict is Verdict.ADOPTED else (CONSENT, 1)
    else:
        changed, number = CONSENT, sum(many for mark, many in poll.marks if mark[0][0] == OBJECTION)
    if poll.figures.cast < number:
        return Margin(because="never")
    heard = Objections(said=((changed, 1),), unheard=1 if changed == OBJECTION else 0)
    return Margin(number, _outcome(rule, heard))
