"""Reads ``programme/contributions/<source>/source.yaml``."""

from typing import Any

from collectif_cli.model.contribution import Columns, ContributionSource
from collectif_cli.store.fields import Field, Many, Table
from collectif_cli.store.platforms.all_platforms import PLATFORMS
from collectif_cli.store.reading import Reading
from collectif_cli.store.scalars import TEXT, Choice
from collectif_cli.store.yaml_tree import Node

COLUMNS = Table(
    Columns,
    Field("id", TEXT),
    Field("title", TEXT),
    Field("body", Many(TEXT, single=True)),
    Field("date", TEXT),
    Field("author", TEXT),
    Field("theme", TEXT),
    Field("url", TEXT),
)
SOURCE = Table(
    ContributionSource,
    Field("title", TEXT),
    Field("platform", Choice(*PLATFORMS), required=True),
    Field("columns", COLUMNS),
)


def read_contribution_source(root: Node, reading: Reading, source: str) -> ContributionSource | None:
    """Give what is known of the source of that name."""
    extra: dict[str, Any] = {"id": source, "span": reading.top}
    return SOURCE.read(root, reading, **extra)
