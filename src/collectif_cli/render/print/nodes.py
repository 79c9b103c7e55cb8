"""Gives the tokens of a text as plain data, which a template of typst walks.

A piece of a line is a string, or an object whose ``k`` is its kind: ``em``, ``strong``, ``strike``, ``link``
(``to`` an address) and ``ref`` (``to`` an id of the document) hold pieces in ``c``; ``code`` holds a string;
``image`` holds the name of its file in ``file`` and its words in ``c``; ``break`` ends a line. A block is an
object too: ``p`` and ``h`` (with a ``level``) hold pieces; ``ul`` and ``ol`` (with a ``start``) hold a list
of blocks an item, and are ``tight`` or not; ``quote`` holds blocks, ``pre`` a string, ``rule`` nothing;
``table`` holds rows of cells of pieces, the first row being its head.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from collectif_cli.render.prose.links import Place, local_path

Node = dict[str, Any]
Piece = str | Node

_HOLDS = {"em_open": "em", "strong_open": "strong", "s_open": "strike"}


def blocks(tokens: Sequence[Token], place: Place, pictures: Mapping[str, str]) -> list[Node]:
    """Give the blocks of a text; ``pictures`` names the file of each picture that can be shown."""
    return list(_Walk(iter(tokens), place, pictures).blocks())


def pieces(tokens: Sequence[Token], place: Place, pictures: Mapping[str, str]) -> list[Piece]:
    """Give the pieces of a line, neighbouring words joined."""
    found: list[Piece] = []
    open_: list[list[Piece]] = [found]
    for token in tokens:
        if token.type.endswith("_close"):
            open_.pop()
            continue
        piece = _piece(token, place, pictures)
        held = open_[-1]
        if isinstance(piece, str) and held and isinstance(held[-1], str):
            held[-1] += piece
        elif piece != "":
            held.append(piece)
        if token.nesting == 1 and isinstance(piece, dict):
            open_.append(piece["c"])
    return found


def _piece(token: Token, place: Place, pictures: Mapping[str, str]) -> Piece:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return {"k": "break"}
        case "code_inline":
            return {"k": "code", "c": token.content}
        case "link_open":
            href = str(token.attrs["href"])
            return {"k": "ref", "to": href[1:], "c": []} if href[:1] == "#" else _link(href)
        case "image":
            return _image(token, place, pictures)
        case "em_open" | "strong_open" | "s_open":
            return {"k": _HOLDS[token.type], "c": []}
    return token.content


def _link(href: str) -> Node:
    return {"k": "link", "to": href, "c": []}


def _image(token: Token, place: Place, pictures: Mapping[str, str]) -> Node:
    """Give a picture that can be shown, or the words that stand for it."""
    said = "".join(child.content for child in token.children or ())
    path = local_path(str(token.attrs.get("src", "")), place.path)
    file = pictures.get(path) if path else None
    return {"k": "image", "file": file, "c": said} if file and said else {"k": "em", "c": [said]}


def _words(of: Sequence[Piece]) -> str:
    """Give the words of some pieces."""
    return "".join(one if isinstance(one, str) else _words(one.get("c", "")) for one in of)


def seen(of: list[Piece]) -> list[Piece]:
    """Give the pieces of a heading, or what stands for one that says nothing: a reader cannot skip it."""
    return of if _words(of).strip() else ["…"]


class _Walk:
    """Goes once through the tokens of a text."""

    def __init__(self, tokens: Iterator[Token], place: Place, pictures: Mapping[str, str]) -> None:
        self._tokens = tokens
        self._place = place
        self._pictures = pictures

    def blocks(self) -> Iterator[Node]:
        """Yield the blocks up to the token that closes what holds them."""
        for token in self._tokens:
            if token.nesting == -1:
                return
            yield self._block(token)

    def _block(self, token: Token) -> Node:
        match token.type:
            case "heading_open":
                return {"k": "h", "level": int(token.tag[1]), "c": seen(self._line())}
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return {"k": "quote", "c": list(self.blocks())}
            case "fence" | "code_block":
                return {"k": "pre", "c": token.content.rstrip("\n")}
            case "hr":
                return {"k": "rule"}
            case "table_open":
                return self._table()
        return {"k": "p", "c": self._line()}

    def _line(self) -> list[Piece]:
        """Give the pieces of the line that is next, and pass the token that closes it."""
        found = pieces(next(self._tokens).children or (), self._place, self._pictures)
        next(self._tokens)
        return found

    def _list(self, opening: Token) -> Node:
        items: list[list[Node]] = []
        tight = True
        for token in self._tokens:
            if token.type != "list_item_open":
                break
            items.append([])
            for held in self._tokens:
                if held.nesting == -1:
                    break
                tight = tight and (held.type != "paragraph_open" or held.hidden)
                items[-1].append(self._block(held))
        node: Node = {"k": opening.tag, "items": items, "tight": tight}
        return node | {"start": int(opening.attrs.get("start", 1))} if opening.tag == "ol" else node

    def _table(self) -> Node:
        rows: list[list[list[Piece]]] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(pieces(token.children or (), self._place, self._pictures))
        return {"k": "table", "rows": rows}
