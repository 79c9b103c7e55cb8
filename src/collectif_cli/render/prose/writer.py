"""What a format makes of words and of Markdown: the Protocol that documents are written through."""

from typing import Protocol

from collectif_cli.render.prose.links import Place


class Writer(Protocol):
    """A format of output; whatever it gives is safe in it, and is not to be escaped again."""

    def line(self, text: str) -> str:
        """Give plain words of the collective or of the tool, such as a title."""

    def heading(self, markdown: str) -> str:
        """Give a title that was written in Markdown."""

    def prose(self, markdown: str, place: Place, top: int) -> str:
        """Give a text written in Markdown, its highest headings at level ``top``."""
