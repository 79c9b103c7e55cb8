"""The index of the platforms that are read; the module of one is imported when it is asked for."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from collectif_cli.model.message import message
from collectif_cli.model.source import Span

if TYPE_CHECKING:
    from collectif_cli.store.importers.importer import Handed, Notes
    from collectif_cli.store.platforms.platform import Platform

# Slug -> module of this folder; the first that knows the files reads them, so the vaguest come last.
PLATFORMS = {
    "cap-collectif": "cap_collectif",
    "decidim": "decidim",
    "consul": "consul",
    "loomio": "loomio",
    "polis": "polis",
    "mail": "mail",
    "table": "table",
}


def platform_called(slug: str) -> "Platform":
    """Give the platform of that slug, one of ``PLATFORMS``."""
    return cast("Platform", import_module(f"collectif_cli.store.platforms.{PLATFORMS[slug]}"))


def platform_of(files: "Sequence[Handed]", notes: "Notes") -> str | None:
    """Give the slug of the first platform that knows the files; None, with a fault, when none does."""
    for slug in PLATFORMS:
        if platform_called(slug).knows(files):
            return slug
    said = (
        message("nothing here reads these files")
        if len(files) != 1
        else message("nothing here reads this file")
    )
    hint = message("the platforms are: {platforms}; “--format” names one", platforms=tuple(PLATFORMS))
    notes.fault(Span(files[0].path if files else ""), said, hint)
    return None


if TYPE_CHECKING:  # each module has the names of the Protocol
    from collectif_cli.store.platforms import cap_collectif, consul, decidim, loomio, mail, polis, table

    _PROVED: tuple[Platform, ...] = (cap_collectif, consul, decidim, loomio, mail, polis, table)
