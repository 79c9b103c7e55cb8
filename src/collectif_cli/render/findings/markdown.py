"""Findings as Markdown, to post under a pull request."""

from itertools import groupby

from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.message import message
from collectif_cli.render.findings.report import Report, severity_word
from collectif_cli.render.findings.text import summarise
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, safe

_MARK = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.NOTE: "🔵"}


def as_markdown(report: Report, language: Language, screen: Screen) -> str:
    """Give the summary, then the findings of each file under its name."""
    del screen
    parts = [f"**{summarise(report, language)}**\n"]
    for path, group in groupby(report.standing, key=lambda one: one.span.path):
        parts.append(f"\n`{escape(path)}`\n\n")
        for one in group:
            said = message(
                "{severity}, line {line}: {sentence}",
                severity=f"{_MARK[one.severity]} {severity_word(one.severity, language)}",
                line=str(one.span.line),
                sentence=escape(language.say(one.message)),
            )
            hint = f" — {escape(language.say(one.hint))}" if one.hint else ""
            parts.append(f"- {language.say(said)}{hint} (`{one.code}`)\n")
    return "".join(parts)


def escape(text: str) -> str:
    """Give a text that Markdown shows as it is."""
    shown = safe(text).replace("\n", " ")
    for mark in "\\`*_[]<>#|":
        shown = shown.replace(mark, f"\\{mark}")
    return shown
