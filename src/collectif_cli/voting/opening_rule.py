"""What in the rule of a vote forbids opening it: nothing that cannot be counted is fixed."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import not_counted, undeclared, unknown_fallback
from collectif_cli.voting.drawing import early_seed, open_lot_faults
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.followed import unknown_default, without_options
from collectif_cli.voting.needed_figures import never_known
from collectif_cli.voting.quotas import quota_faults


def rule_obstacles(vote: Vote, rule: DecisionRule, voters: Voters, rules: Iterable[str]) -> Iterator[Finding]:
    """Yield what the rule lacks, what it cannot follow, the numbers it needs and that nobody will write."""
    method = METHODS.get(rule.method.value)
    if method is None:
        yield not_counted(rule.method)
        return
    yield from undeclared(rule, method)
    yield from quota_faults(rule, vote.questions, method)
    if not method.reads:
        yield from open_lot_faults(vote, rule)
        yield from early_seed(vote)
    yield from unknown_fallback(rule, rules)
    yield from without_options(vote.questions, method)
    yield from unknown_default(rule, vote.questions)
    if voters.kind == "present" or voters.registered:
        yield from never_known(vote, rule, voters)
