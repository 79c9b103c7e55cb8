"""What a format is given: the findings that stand, those set aside, the texts they are in."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from collectif_cli.model.collective import Ignored
from collectif_cli.model.diagnostic import Diagnostic, Severity
from collectif_cli.model.message import mark as _
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen


class Report(NamedTuple):
    """The findings in reading order; ``lines`` gives the lines of the files that have findings."""

    standing: tuple[Diagnostic, ...]
    ignored: tuple[tuple[Diagnostic, Ignored], ...]
    lines: Mapping[str, list[str]]
    files: int

    def how_many(self, severity: Severity) -> int:
        """Give how many findings have that severity."""
        return sum(one.severity is severity for one in self.standing)


class Format(Protocol):
    """A way to write a report."""

    def __call__(self, report: Report, language: Language, screen: Screen) -> str:
        """Give the whole text, with its last line end, or nothing when there is nothing to say."""


def severity_word(severity: Severity, language: Language) -> str:
    """Give the severity as a word of the language."""
    return language.words(
        {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[severity]
    )


_WORDS = (_("error"), _("warning"), _("note"))
