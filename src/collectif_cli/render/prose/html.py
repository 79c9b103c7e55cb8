"""Writes the tokens of a text as HTML."""

from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from collectif_cli.render.language import Language
from collectif_cli.render.prose.levels import set_levels
from collectif_cli.render.prose.links import Place, local_path
from collectif_cli.render.prose.reading import Reader

_OPTIONS = MarkdownIt("js-default").options


class _Renderer(RendererHTML):
    """Writes each token; a picture is one that the page carries inside, or the words that stand for it."""

    def __init__(self, language: Language, pictures: Mapping[str, str]) -> None:
        super().__init__()
        self._language = language
        self._pictures = pictures

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Give a picture."""
        token = tokens[idx]
        said = escapeHtml(self._language.set(self.renderInlineAsText(token.children, options, env)))
        place: Place = env.get("place", Place())
        path = local_path(str(token.attrs.get("src", "")), place.path)
        shown = self._pictures.get(path) if path else None
        return f'<img src="{escapeHtml(shown)}" alt="{said}">' if shown else f"<em>{said}</em>"


class HtmlWriter:
    """Gives HTML; what it gives is ``Markup``, which templates leave as it is.

    ``pictures`` holds, by its path in the repository, the address of each picture that can be shown.
    """

    def __init__(self, language: Language, pictures: Mapping[str, str]) -> None:
        """Take the language, whose typography is set on words, and the pictures."""
        self._language = language
        self._reader = Reader(language.set)
        self._renderer = _Renderer(language, pictures)

    def line(self, text: str) -> Markup:
        """Give plain words, escaped."""
        return Markup.escape(self._language.set(text))

    def heading(self, markdown: str) -> Markup:
        """Give a title in Markdown, without the links it may hold: a heading is led to, it does not lead."""
        tokens = self._reader.read_line(markdown, Place())
        return Markup(self._renderer.renderInline(_unlinked(tokens), _OPTIONS, {}))  # noqa: S704 - our own renderer

    def prose(self, markdown: str, place: Place, top: int) -> Markup:
        """Give a text in Markdown."""
        tokens = self._reader.read(markdown, place)
        set_levels(tokens, top)
        return Markup(self._renderer.render(tokens, _OPTIONS, {"place": place}))  # noqa: S704 - our own renderer


def _unlinked(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.type not in ("link_open", "link_close", "image")]
