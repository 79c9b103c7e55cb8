"""What in the rule of a vote forbids opening it: nothing that cannot be counted is fixed."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message
from collectif_cli.model.vote import DecisionRule, Vote
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import undeclared, unknown_fallback
from collectif_cli.voting.drawing import early_seed, open_lot_faults
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.followed import unknown_default
from collectif_cli.voting.needed_figures import never_known
from collectif_cli.voting.quotas import quota_faults


def rule_obstacles(vote: Vote, rule: DecisionRule, voters: Voters, rules: Iterable[str]) -> Iterator[Finding]:
    """Yield what the rule lacks, what it cannot follow, the numbers it needs and that nobody will write."""
    method = METHODS.get(rule.method.value)
    if method is None:
        said = message("the method “{method}” is not counted yet by this version", method=rule.method.value)
        yield Finding(rule.method.span, said)
        return
    yield from undeclared(rule, method)
    yield from quota_faults(rule, vote.questions, method)
    if not method.reads:
        yield from open_lot_faults(vote, rule)
        yield from early_seed(vote)
    yield from unknown_fallback(rule, rules)
    for question in vote.questions:
        if not method.options(question):
            said = message("the question “{question}” offers no options", question=question.id.value)
            yield Finding(question.id.span, said, message("list the answers under “options”"))
    yield from unknown_default(rule, vote.questions)
    if voters.kind == "present" or voters.registered:
        yield from never_known(vote, rule, voters)
