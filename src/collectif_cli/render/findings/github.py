"""Findings as annotations of a GitHub workflow.

Source: GitHub Docs, "Workflow commands for GitHub Actions", setting a notice, warning or error message.
"""

from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.render.findings.report import Report
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report, language: Language, screen: Screen) -> str:
    """Give one workflow command per finding."""
    del screen
    return "".join(_annotation(one, language) for one in report.standing)


def _annotation(one: Diagnostic, language: Language) -> str:
    span = one.span
    end = span.column + max(span.width, 1)
    place = f"line={span.line},col={span.column},endColumn={end}"
    properties = f"file={_property(span.path)},{place},title={_property(one.code)}"
    sentence = language.say(one.message) + (f"\n{language.say(one.hint)}" if one.hint else "")
    return f"::{_COMMAND[one.severity]} {properties}::{_data(sentence)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
