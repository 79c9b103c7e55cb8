"""Family ``vote``, its rule: everything that can change the outcome is declared before the vote opens."""

from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import rule_of, unknown_fallback
from collectif_cli.voting.followed import unknown_default
from collectif_cli.voting.needed_figures import uncounted_presence
from collectif_cli.voting.quotas import quota_faults
from collectif_cli.voting.workable import unworkable


def rule_incomplete(vote: Vote, register: Register) -> Iterator[Finding]:
    """A rule written in a vote declares every convention that its method needs."""
    for rule in _own_rule(vote):
        for key in _missing(rule):
            said = message(
                "“{method}” needs “{key}”, which this rule does not say", method=rule.method.value, key=key
            )
            hint = message("add “{key}”: another choice may give another outcome", key=key)
            yield Finding(rule.method.span, said, hint)


def fallback_unknown(vote: Vote, register: Register) -> Iterator[Finding]:
    """The rule that a vote falls back on is one of the collective."""
    known = [rule.name for rule in register.collective.decision_rules]
    for rule in _own_rule(vote):
        yield from unknown_fallback(rule, known)


def rule_unworkable(vote: Vote, register: Register) -> Iterator[Finding]:
    """The rule of a vote can be followed with its options and its voters."""
    rule = rule_of(vote, register.collective)
    if rule is None or vote.frozen is not None or vote.cancelled is not None:
        return
    found = [*unknown_default(rule, vote.questions), *uncounted_presence(vote, rule)]
    if rule.method.value in METHODS:
        method = METHODS[rule.method.value]
        found += quota_faults(rule, vote.questions, method)
        found += unworkable(rule, method) if vote.rule is not None else ()
    for one in found:
        of_rule = vote.rule_name is not None and one.span.path != vote.span.path
        yield one._replace(span=vote.rule_name.span) if vote.rule_name is not None and of_rule else one


def _own_rule(vote: Vote) -> tuple[DecisionRule, ...]:
    """Give the rule that a vote writes itself, as long as it may still change."""
    may_change = vote.frozen is None and vote.cancelled is None
    return (vote.rule,) if vote.rule is not None and may_change else ()


def _missing(rule: DecisionRule) -> Iterator[str]:
    """Yield what the rule must declare and does not; a seed is drawn later, once the vote is open."""
    method = rule.method.value
    needed = METHODS[method].needs(rule) if method in METHODS else ()
    for key in needed:
        if key != "seed" and not getattr(rule, key):
            yield key
