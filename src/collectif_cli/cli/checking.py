"""The work of ``collectif check``, apart from its arguments: editors and hooks run it at each save."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from collectif_cli.checks.settle import Settled, demote_untouched
from collectif_cli.cli.context import Context
from collectif_cli.cli.examination import Examination, examine_again, examine_tree
from collectif_cli.cli.paths_asked import paths_asked
from collectif_cli.cli.rows import KNOWN_RULES
from collectif_cli.cli.scout import Scout
from collectif_cli.errors import UsageError
from collectif_cli.model.diagnostic import Severity
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.render.findings.all_formats import FORMATS, format_called
from collectif_cli.render.findings.report import Report
from collectif_cli.store.tree import Tree


class CheckOptions(NamedTuple):
    """What may be asked of a check."""

    paths: Sequence[Path] = ()
    since: str | None = None
    only: Sequence[str] = ()
    skip: Sequence[str] = ()
    format: str = "text"
    strict: bool = False
    at: str | None = None


def run_check(context: Context, asked: CheckOptions, scout: Scout | None = None) -> int:
    """Examine the programme, print its findings, and give 1 when one of them must be mended."""
    _expect(asked.format, FORMATS)
    chosen = _chosen(asked.only, asked.skip)
    paths = paths_asked(context, asked.paths, context.tree(asked.at)) if asked.paths else ()
    examination = _examine(context, asked.at, scout)
    settled = examination.settled
    if asked.since is not None:
        settled = demote_untouched(settled, context.changed_lines(asked.since, asked.at))
    if settled.standing or settled.ignored:
        settled = settled.keep(chosen, paths)
    lines = _lines_of(settled, context.tree(asked.at)) if settled.standing else {}
    report = Report(standing=settled.standing, ignored=settled.ignored, lines=lines, files=examination.files)
    context.print(format_called(asked.format)(report, context.language, context.screen))
    worst = Severity.WARNING if asked.strict else Severity.ERROR
    return int(any(one.severity >= worst for one in settled.standing))


def _chosen(only: Sequence[str], skip: Sequence[str]) -> frozenset[str]:
    """Give the slugs that ``--only`` and ``--skip`` leave."""
    families = {slug.partition("-")[0] for slug in KNOWN_RULES}
    for word in (*only, *skip):
        _expect(word, KNOWN_RULES | families)

    def covers(words: Sequence[str], slug: str) -> bool:
        return slug in words or slug.partition("-")[0] in words

    return frozenset(
        slug for slug in KNOWN_RULES if (not only or covers(only, slug)) and not covers(skip, slug)
    )


def _expect(word: str, known: Collection[str]) -> None:
    """Raise UsageError, with the nearest word, when ``word`` is not one of those."""
    if word not in known:
        near = nearest(word, sorted(known))
        hint = message("did you mean “{near}”?", near=near) if near else None
        raise UsageError(message("“{word}” is not known here", word=word), hint)


def _examine(context: Context, at: str | None, scout: Scout | None) -> Examination:
    if at is None and not context.is_bare:
        return examine_again(context.root, context.today, context.cache, scout)
    return examine_tree(context.tree(at), context.day(at))


def _lines_of(settled: Settled, tree: Tree) -> dict[str, list[str]]:
    """Give the lines of the files that have findings, for those who show them."""
    wanted = sorted({one.span.path for one in settled.standing})
    return {path: (raw or b"").decode("utf-8", "replace").split("\n") for path, raw in tree.read(wanted)}
