"""Runs the rules over a programme: each text under the rules of its kind, each reference, then the whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from collectif_cli.checks.rule import Rule
from collectif_cli.model.diagnostic import Diagnostic, Finding
from collectif_cli.model.document import Document
from collectif_cli.model.identifiers import Target
from collectif_cli.model.proposal import Proposal
from collectif_cli.model.register import Register

# Findings of one rule in one text: beyond that nobody mends line by line, and telling all takes hours.
MOST = 200


class Walk:
    """The rules, sorted by what they look at."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort them once."""
        self._of_type: dict[type, list[Rule]] = defaultdict(list)
        self._of_target: dict[Target, list[Rule]] = defaultdict(list)
        for rule in rules:
            if isinstance(rule.on, Target):
                self._of_target[rule.on].append(rule)
            else:
                self._of_type[rule.on].append(rule)

    def text(self, document: Document, register: Register) -> Iterator[Diagnostic]:
        """Yield what is wrong in one text and in its references."""
        value = document.value
        status = value.status.value if isinstance(value, Proposal) else ""
        subjects = ((document, self._of_type[Document]), (value, self._of_type[type(value)]))
        for subject, rules in subjects:
            for rule in rules:
                for finding in islice(rule.find(subject, register), MOST):
                    yield _diagnose(rule, finding, status, register)
        for link in document.links:
            for rule in self._of_target[link.target]:
                for finding in rule.find(link, register):
                    yield _diagnose(rule, finding, status, register)

    def whole(self, register: Register) -> Iterator[Diagnostic]:
        """Yield what is wrong between the texts."""
        for rule in self._of_type[Register]:
            for finding in rule.find(register, register):
                yield _diagnose(rule, finding, register.status_at(finding.span.path), register)


def _diagnose(rule: Rule, finding: Finding, status: str, register: Register) -> Diagnostic:
    return Diagnostic(finding.span, rule.slug, finding.message, finding.hint, rule.gravity(status, register))
