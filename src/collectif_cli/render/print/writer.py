"""Writes words and Markdown as data for typst: plain words as they are, the rest as JSON of its nodes."""

import json
from collections.abc import Mapping

from collectif_cli.render.language import Language
from collectif_cli.render.print.nodes import blocks, pieces, seen
from collectif_cli.render.prose.levels import set_levels
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.reading import Reader

# What no font can show and JSON would have to escape: the controls, but for the end of a line and the tab.
_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A})


class PrintWriter:
    """Gives data that templates of typst show; a string of it is never code.

    ``pictures`` holds, by its path in the repository, the name of the file of each picture that can be shown.
    """

    def __init__(self, language: Language, pictures: Mapping[str, str]) -> None:
        """Take the language, whose typography is set on words, and the pictures."""
        self._language = language
        self._reader = Reader(language.set)
        self._pictures = pictures

    def line(self, text: str) -> str:
        """Give plain words, on one line."""
        return " ".join(self._language.set(text).translate(_CONTROLS).split("\n"))

    def heading(self, markdown: str) -> str:
        """Give the pieces of a title in Markdown, without the links and pictures it may hold."""
        tokens = self._reader.read_line(markdown.translate(_CONTROLS), Place())
        kept = [one for one in tokens if one.type not in ("link_open", "link_close", "image")]
        return json.dumps(seen(pieces(kept, Place(), {})), ensure_ascii=False)

    def prose(self, markdown: str, place: Place, top: int) -> str:
        """Give the blocks of a text in Markdown."""
        tokens = self._reader.read(markdown.translate(_CONTROLS), place)
        set_levels(tokens, top)
        return json.dumps(blocks(tokens, place, self._pictures), ensure_ascii=False)
