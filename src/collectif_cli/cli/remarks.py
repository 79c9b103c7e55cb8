"""What the rules will say of a change, told when it is made: reality bends, the tool warns and goes on."""

from collections import Counter
from collections.abc import Sequence

from collectif_cli.checks.all_checks import CHECKS
from collectif_cli.checks.run import examine
from collectif_cli.cli.context import Context
from collectif_cli.cli.rows import KNOWN_RULES
from collectif_cli.model.change import Change
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.message import message
from collectif_cli.store.changed_tree import ChangedTree
from collectif_cli.store.load import load


def remark_on(context: Context, changes: Sequence[Change], *families: str) -> None:
    """Say what those families of rules will find that they did not find before, notes left out."""
    rules = [rule for rule in CHECKS.values() if rule.family in families]

    def findings(changes: Sequence[Change]) -> tuple[Diagnostic, ...]:
        programme, faults = load(ChangedTree(context.tree(), changes))
        return examine(programme, faults, rules, context.today, KNOWN_RULES).standing

    known = Counter((one.span.path, one.code, one.message) for one in findings(()))
    for one in findings(changes):
        place = (one.span.path, one.code, one.message)
        known[place] -= 1
        if one.severity is Severity.NOTE or known[place] >= 0:
            continue
        context.remark(message("to know, in {path}: {said}", path=one.span.path, said=one.message))
        if one.hint is not None:
            context.remark(message("  {hint}", hint=one.hint))
