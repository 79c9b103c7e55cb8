"""Findings as SARIF 2.1.0 (OASIS standard, 27 March 2020), for code scanning."""

from typing import Any
from urllib.parse import quote

from collectif_cli import __version__
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.render.findings.report import Report
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(report: Report, language: Language, screen: Screen) -> str:
    """Give one run with its rules and results; those set aside are results with a suppression."""
    del screen
    everything = [*report.standing, *(one for one, _ in report.ignored)]
    codes = sorted({one.code for one in everything})
    results = [_result(one, codes, language) for one in report.standing]
    results += [
        _result(one, codes, language)
        | {"suppressions": [{"kind": "external", "justification": rule.reason.value}]}
        for one, rule in report.ignored
    ]
    driver = {"name": "collectif", "version": __version__, "rules": [{"id": code} for code in codes]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return for_programs(log)


def _result(one: Diagnostic, codes: list[str], language: Language) -> dict[str, Any]:
    span = one.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endColumn": span.column + max(span.width, 1),
    }
    sentence = language.say(one.message) + (f" ({language.say(one.hint)})" if one.hint else "")
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _LEVEL[one.severity],
        "message": {"text": sentence},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(span.path)}, "region": region}}
        ],
    }
