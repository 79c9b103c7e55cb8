"""Writes the tokens of a text as Markdown again: one way to write each thing, nothing that could act."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from collectif_cli.render.language import Language
from collectif_cli.render.prose.levels import set_levels
from collectif_cli.render.prose.links import Place
from collectif_cli.render.prose.reading import Reader

# What would be read as a mark: these anywhere, "_" beside a word, "&" before an entity, "<" before a tag.
_MARK = re.compile(r"[\\`*\[\]~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|<(?=[A-Za-z/!?])|\|")
# What would open a heading, a list, a quotation or a rule at the start of a line.
_START = re.compile(r"^([ \t]*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{3,}|={1,}\s*$|>|\d{1,9}(?=[.)](?:\s|$)))")


def escape(text: str) -> str:
    """Give plain words so that Markdown reads them as they are, wherever they stand in a line."""
    return _START.sub(_escaped_start, _MARK.sub(r"\\\g<0>", " ".join(text.split("\n"))))


def _escaped_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"


class MarkdownWriter:
    """Gives Markdown with the typography of the language; any viewer may show it."""

    def __init__(self, language: Language) -> None:
        """Take the language, whose typography is set on words."""
        self._language = language
        self._reader = Reader(language.set)

    def line(self, text: str) -> str:
        """Give plain words, escaped."""
        return escape(self._language.set(text))

    def heading(self, markdown: str) -> str:
        """Give a title in Markdown, without the links it may hold."""
        return _inline([token for token in self._reader.read_line(markdown, Place()) if token.tag != "a"])

    def prose(self, markdown: str, place: Place, top: int) -> str:
        """Give a text in Markdown."""
        tokens = self._reader.read(markdown, place)
        set_levels(tokens, top)
        return "\n\n".join(_blocks(tokens))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield each block of a stretch of tokens as its lines."""
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        yield _block(tokens[at], tokens[at + 1 : end], tokens[at : end + 1])
        at = end + 1


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Give the index of the token that closes the one at ``at``; itself when it holds nothing."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _block(opening: Token, inside: Sequence[Token], whole: Sequence[Token]) -> str:
    kind = opening.type
    if kind == "heading_open":
        return f"{'#' * int(opening.tag[1])} {_inline(inside[0].children or [])}".rstrip()
    if kind == "paragraph_open":
        return _inline(inside[0].children or [])
    if kind in ("bullet_list_open", "ordered_list_open"):
        return _list(opening, inside)
    if kind == "blockquote_open":
        return _indented("\n\n".join(_blocks(inside)), "> ", "> ")
    if kind in ("fence", "code_block"):
        fence = "`" * max(3, _longest_run(opening.content) + 1)
        return f"{fence}{escape(opening.info.strip()) if opening.info else ''}\n{opening.content}{fence}"
    if kind == "hr":
        return "* * *"
    if kind == "table_open":
        return _table(whole)
    return _inline(opening.children or [])


def _list(opening: Token, inside: Sequence[Token]) -> str:
    items: list[str] = []
    number = int(opening.attrs.get("start", 1))
    at, tight = 0, True
    while at < len(inside):
        end = _closing(inside, at)
        held = inside[at + 1 : end]
        tight = tight and all(token.hidden for token in held if token.type == "paragraph_open")
        lead = "- " if opening.tag == "ul" else f"{number + len(items)}. "
        blocks = list(_blocks(held))
        items.append(_indented(("\n" if tight else "\n\n").join(blocks), lead, " " * len(lead)))
        at = end + 1
    return ("\n" if tight else "\n\n").join(items)


def _indented(text: str, first: str, then: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{first if not n else then}{line}".rstrip() for n, line in enumerate(lines))


def _table(tokens: Sequence[Token]) -> str:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token.children or []))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def _inline(tokens: Sequence[Token]) -> str:
    """Give the words of a paragraph."""
    parts: list[str] = []
    leads: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            leads.append(str(token.attrs["href"]))
        parts.append(f"](<{_address(leads.pop())}>)" if token.type == "link_close" else _word(token))
    return "".join(parts).strip(" ")


def _address(href: str) -> str:
    """Give an address as it stands between ``<`` and ``>``."""
    return href.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("\n", "")


_AROUND = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**", "s_open": "~~"}


def _word(token: Token) -> str:
    match token.type:
        case "text":
            return escape(token.content)
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "\\\n"
        case "code_inline":
            ticks = "`" * (_longest_run(token.content) + 1)
            edge = " " if token.content[:1] == "`" or token.content[-1:] == "`" else ""
            return f"{ticks}{edge}{token.content}{edge}{ticks}"
        case "link_open":
            return "["
        case "image":
            return f"*{escape(''.join(child.content for child in token.children or ()))}*"
        case "s_close":
            return "~~"
    return _AROUND.get(token.type, "")


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)
