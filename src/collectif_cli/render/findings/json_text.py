"""Findings as JSON, with a version that changes when the shape does."""

from typing import Any

from collectif_cli.model.diagnostic import Diagnostic
from collectif_cli.render.findings.report import Report
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen

VERSION = 1


def as_json(report: Report, language: Language, screen: Screen) -> str:
    """Give one object: the findings that stand, those set aside with the reason, how many files were read."""
    del screen
    whole = {
        "version": VERSION,
        "files": report.files,
        "findings": [_finding(one, language) for one in report.standing],
        "ignored": [
            _finding(one, language) | {"reason": rule.reason.value, "until": rule.until.value.isoformat()}
            for one, rule in report.ignored
        ],
    }
    return for_programs(whole)


def _finding(one: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "path": one.span.path,
        "line": one.span.line,
        "column": one.span.column,
        "width": one.span.width,
        "code": one.code,
        "severity": one.severity.name.lower(),
        "message": language.say(one.message),
        "hint": language.say(one.hint) if one.hint else None,
    }
