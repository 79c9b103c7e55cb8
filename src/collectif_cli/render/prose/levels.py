"""The headings of a text, brought under the heading it stands under, with no level skipped."""

from collections.abc import Sequence

from markdown_it.token import Token

DEEPEST = 6


def set_levels(tokens: Sequence[Token], top: int) -> None:
    """Give the headings their level in the document: ``top`` for the highest that a text may use, ``##``."""
    last = top - 1
    for token in tokens:
        if token.type == "heading_open":
            wanted = max(int(token.tag[1]) - 2, 0) + top
            last = min(wanted, last + 1)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(last, DEEPEST)}"
