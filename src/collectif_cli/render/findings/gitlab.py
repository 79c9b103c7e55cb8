"""Findings as a GitLab code quality report.

Source: GitLab Docs, "Code Quality", custom tool: the subset of the Code Climate format that GitLab reads.
"""

import hashlib
from collections import Counter

from collectif_cli.model.diagnostic import Severity
from collectif_cli.render.findings.report import Report
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report, language: Language, screen: Screen) -> str:
    """Give a list of issues; a fingerprint does not depend on the line, for findings move."""
    del screen
    seen: Counter[str] = Counter()
    issues = []
    for one in report.standing:
        key = f"{one.code}\0{one.span.path}\0{one.message}"
        seen[key] += 1
        fingerprint = hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()
        issues.append(
            {
                "description": language.say(one.message),
                "check_name": one.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITY[one.severity],
                "location": {"path": one.span.path, "lines": {"begin": one.span.line}},
            }
        )
    return for_programs(issues)
