"""Whether the texts that a count rests on could all be read: no ballot may go missing unread."""

from collections.abc import Iterable, Iterator

from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.vote import DecisionRule, Vote


def illegible(
    vote: Vote, rule: DecisionRule, plenary: Plenary | None, faults: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield the errors of reading in the folder of the vote, in the text of its rule and in its plenary."""
    folder = vote.span.path.rpartition("/")[0] + "/"
    texts = {rule.span.path, *([plenary.span.path] if plenary else [])}
    for fault in faults:
        path = fault.span.path
        if fault.severity is Severity.ERROR and (path.startswith(folder) or path in texts):
            yield fault
