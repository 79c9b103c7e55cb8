"""Findings for people: the sentence, the line with its caret, the remedy."""

from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.message import message, messages
from collectif_cli.render.findings.report import Report, severity_word
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, columns, flat, safe

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_LEAST = 40


def as_text(report: Report, language: Language, screen: Screen) -> str:
    """Give each finding as a paragraph, what was set aside, one line of summary; nothing when all is well."""
    explained: set[str] = set()
    paragraphs = []
    for one in report.standing:
        paragraphs.append(_paragraph(one, report, language, screen, explained))
        explained.add(one.code)
    if not screen.interactive and not report.standing:
        return ""  # silence is success in a pipe; what was set aside is in the other formats
    parts = [*paragraphs, *_set_aside(report, language), summarise(report, language)]
    return "".join(f"{text}\n" for text in parts)


def summarise(report: Report, language: Language) -> str:
    """Give the one line that says it all."""
    if not report.standing:
        return language.say(
            messages(
                "checked {n} file, nothing to report", "checked {n} files, nothing to report", report.files
            )
        )
    errors, warnings, notes = (report.how_many(severity) for severity in reversed(Severity))
    counts = (
        messages("{n} error", "{n} errors", errors),
        messages("{n} warning", "{n} warnings", warnings),
        messages("{n} note", "{n} notes", notes),
    )
    said = [
        language.say(count) for count, number in zip(counts, (errors, warnings, notes), strict=True) if number
    ]
    return language.list(said)


def _set_aside(report: Report, language: Language) -> list[str]:
    """Give a line per rule that the collective set aside and that would have spoken."""
    lines: dict[str, str] = {}
    for _, rule in report.ignored:
        aside = message(
            "set aside until {until}: {rule} ({reason})",
            until=rule.until.value,
            rule=rule.rule.value,
            reason=flat(rule.reason.value),
        )
        lines[rule.rule.value] = language.say(aside)
    return list(lines.values())


def _paragraph(
    one: Diagnostic, report: Report, language: Language, screen: Screen, explained: set[str]
) -> str:
    word = screen.paint(f"{severity_word(one.severity, language)}[{one.code}]", _COLOUR[one.severity], "bold")
    span = one.span
    place = screen.paint(f"{flat(span.path)}:{span.line}:{span.column}", "bold")
    colon = "\u00a0:" if language.code == "fr" else ":"
    lines = [f"{place}: {word}{colon} {flat(language.say(one.message))}"]
    hint = flat(language.say(one.hint)) if one.hint else ""
    lines += _snippet(one, report, hint, screen)
    if one.code not in explained:
        lines.append(screen.paint(f"   = collectif explain {one.code}", "dim"))
    return "\n".join(lines)


def _snippet(one: Diagnostic, report: Report, hint: str, screen: Screen) -> list[str]:
    """Give the line in fault with a caret under the place; the hint alone when there is no such line."""
    source = report.lines.get(one.span.path, [])
    span = one.span
    if not 1 <= span.line <= len(source) or not source[span.line - 1].strip():
        return [f"   {hint}"] if hint else []
    gutter = f"{span.line:>4} | "
    room = max(screen.width - len(gutter), _LEAST)
    shown, before, marked = _window(source[span.line - 1], span.column - 1, max(span.width, 1), room)
    margin = " " * (len(gutter) - 2) + "| "
    caret = screen.paint("^" * max(columns(marked), 1), _COLOUR[one.severity])
    under = f"{margin}{' ' * columns(before)}{caret}"
    if hint and columns(before) + columns(marked) + 1 + columns(hint) <= room:
        return [f"{gutter}{shown}", f"{under} {hint}"]
    return [f"{gutter}{shown}", under, *([f"{margin}{hint}"] if hint else [])]


def _window(line: str, start: int, width: int, room: int) -> tuple[str, str, str]:
    """Give the part of a long line that shows the place, what is before the place in it, and the place."""
    start = min(start, len(line))
    marked = line[start : start + width]
    if columns(safe(line)) <= room:
        return safe(line), safe(line[:start]), safe(marked)
    left = max(0, min(start - room // 3, len(line) - room + 2))
    marked = line[start : min(start + width, left + room - 2)]
    lead = "…" if left else ""
    shown = line[left : left + room - 2]
    tail = "…" if left + room - 2 < len(line) else ""
    return safe(f"{lead}{shown}{tail}"), safe(lead + line[left:start]), safe(marked)
