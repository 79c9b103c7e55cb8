"""Findings one per line, as compilers write them, for editors and for grep."""

from collectif_cli.render.findings.report import Report, severity_word
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, flat


def as_lines(report: Report, language: Language, screen: Screen) -> str:
    """Give ``path:line:column: severity[code]: sentence`` per finding."""
    del screen
    return "".join(
        f"{flat(one.span.path)}:{one.span.line}:{one.span.column}: "
        f"{severity_word(one.severity, language)}[{one.code}]: {flat(language.say(one.message))}\n"
        for one in report.standing
    )
