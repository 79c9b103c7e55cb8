"""Reads the Markdown of a text into tokens: no HTML, no program, the typography of its language.

The preset is chosen on purpose: ``js-default`` is CommonMark with tables and strikethrough, and reads HTML
as text; links are then judged one by one (``links.destination``). Typography is set on words only, never on
code nor on addresses.
"""

import re
from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from collectif_cli.render.prose.links import Place, destination

# Nothing that an inline rule looks at: such a text is its own tokens. A line feed may end a line hard.
_PLAIN = re.compile(r"[^\\`*_~\[\]<>&!]*")
_HARD = re.compile(r"[ ]{2,}\n")
_DEEPEST = 20
_MARK = re.compile(r"[\\`*_~\[\]<>&!]")
_MOST_MARKS = 2000  # in one paragraph; beyond, reading would take time by their square, so it is plain words


class _Markdown(MarkdownIt):
    """Lets every link be read: they are judged afterwards, where the place of the text is known."""

    def validateLink(self, url: str) -> bool:
        """Let it be read."""
        return True


class Reader:
    """A reader of Markdown; make one and read every text with it."""

    def __init__(self, typography: Callable[[str], str]) -> None:
        """Take what sets the typography of a sentence."""
        self._set = typography
        self._markdown = _Markdown("js-default", {"html": False, "linkify": False, "maxNesting": _DEEPEST})
        self._markdown.core.ruler.at("inline", _read_inline)
        self._markdown.core.ruler.disable(["replacements", "smartquotes", "linkify"])

    def read(self, text: str, place: Place) -> list[Token]:
        """Give the tokens of a text."""
        tokens = self._markdown.parse(text)
        for token in tokens:
            if token.children:
                token.children = self._settled(token.children, place)
        return tokens

    def read_line(self, text: str, place: Place) -> list[Token]:
        """Give the tokens of a text of one line, such as a title in Markdown."""
        children = self._markdown.parseInline(text)[0].children or []
        return self._settled(children, place)

    def _settled(self, tokens: Sequence[Token], place: Place) -> list[Token]:
        """Give tokens with their typography set, without the links that may not be."""
        settled: list[Token] = []
        kept: list[bool] = []
        for token in tokens:
            if token.type == "text":
                token.content = self._set(token.content)
            elif token.type == "link_open":
                leads = destination(str(token.attrs.get("href", "")), place)
                kept.append(leads is not None)
                if leads is None:
                    continue
                token.attrs = {"href": leads}
            elif token.type == "link_close" and not kept.pop():
                continue
            settled.append(token)
        return settled


def _read_inline(state: StateCore) -> None:
    """Read the inline content of each block; one without a mark is a text already, and most are."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        plain = _PLAIN.fullmatch(content) and not _HARD.search(content)
        if plain or (len(content) > _MOST_MARKS and len(_MARK.findall(content)) > _MOST_MARKS):
            token.children = _plain(content)
        else:
            token.children = []
            state.md.inline.parse(content, state.md, state.env, token.children)


def _plain(content: str) -> list[Token]:
    tokens: list[Token] = []
    for number, line in enumerate(content.split("\n")):
        if number:
            tokens.append(Token("softbreak", "br", 0))
        tokens.append(Token("text", "", 0, content=line.strip(" ") if number else line.rstrip(" ")))
    return tokens
