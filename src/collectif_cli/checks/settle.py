"""The last word on findings: texts that left the process, rules set aside, lines a change touched."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from collectif_cli.model.collective import Ignored
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.proposal import TERMINAL
from collectif_cli.model.register import Register


class Settled(NamedTuple):
    """The findings that stand, in reading order, and those that were set aside, each with its reason."""

    standing: tuple[Diagnostic, ...]
    ignored: tuple[tuple[Diagnostic, Ignored], ...]

    def keep(self, slugs: Collection[str], paths: Sequence[str]) -> "Settled":
        """Give only the findings of these rules, in these files or folders (all when there is none)."""

        def kept(one: Diagnostic) -> bool:
            return one.code in slugs and (not paths or any(_inside(one.span.path, path) for path in paths))

        return Settled(
            tuple(one for one in self.standing if kept(one)),
            tuple(pair for pair in self.ignored if kept(pair[0])),
        )


def settle(found: Iterable[Diagnostic], register: Register) -> Settled:
    """Demote what is in texts that left the process, set aside what the collective ignores, sort the rest."""
    checks = register.collective.checks
    rules = [one for one in checks.ignore if one.until.value >= register.today] if checks else []
    standing: list[Diagnostic] = []
    ignored: list[tuple[Diagnostic, Ignored]] = []
    for one in found:
        if one.severity is Severity.ERROR and register.status_at(one.span.path) in TERMINAL:
            one = one._replace(severity=Severity.WARNING)
        reason = next((rule for rule in rules if _covers(rule, one)), None)
        if reason is None:
            standing.append(one)
        else:
            ignored.append((one, reason))
    standing.sort(key=lambda one: (one.span, one.code))
    return Settled(tuple(standing), tuple(ignored))


def _covers(rule: Ignored, one: Diagnostic) -> bool:
    """Tell whether a rule that was set aside covers a finding; its path may hold ``*``."""
    if rule.rule.value != one.code:
        return False
    return rule.path is None or fnmatchcase(one.span.path, rule.path.value)


def _inside(path: str, chosen: str) -> bool:
    return chosen in {".", path} or path.startswith(f"{chosen}/")


def demote_untouched(settled: Settled, changed: Mapping[str, Collection[int]]) -> Settled:
    """Make warnings of the errors on lines that a change did not touch; ``changed`` gives its lines per path.

    A finding on the first character of a changed file is about the file as a whole, and stands as it is.
    """

    def touched(one: Diagnostic) -> bool:
        lines = changed.get(one.span.path)
        return lines is not None and (one.span.line in lines or one.span[1:3] == (1, 1))

    standing = tuple(
        one if one.severity < Severity.ERROR or touched(one) else one._replace(severity=Severity.WARNING)
        for one in settled.standing
    )
    return Settled(standing, settled.ignored)
