"""Sets a document with typst: data and templates in, the bytes of a tagged PDF (PDF/UA-1) out.

typst reads nothing but what it is given here: its own fonts, the templates, the data. The same input gives
the same bytes on every machine, at any hour.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from collectif_cli.errors import Refused
from collectif_cli.model.message import message
from collectif_cli.render.documents.document import Made
from collectif_cli.render.documents.templates import Texts, refusal
from collectif_cli.render.print.sources import place_of, sources_of

if TYPE_CHECKING:
    from typst import Fonts

# What stands for a character that the fonts have no picture of; they have this one.
LACKING = "□"
_ABSENT = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_MOST_PASSES = 20
_ONE_PICTURE = b'#set document(title: "x")\n#image(bytes(json("data.json")), alt: "x", width: 1cm)'


class Press:
    """Sets documents with the templates of a collective, over those of the tool."""

    def __init__(self, texts: Texts) -> None:
        """Take the templates; raise Refused at one that asks for what it may not have."""
        self._texts = texts
        self._sources = sources_of(texts)

    def set(self, name: str, view: Mapping[str, Any], day: date) -> Made:
        """Give the document that a template makes of its view, dated of that day.

        Raises Refused, with the file and the line, when a template is bad.
        """
        from typst import TypstError

        data = json.dumps(plain(view), ensure_ascii=False)
        main = f'#include "{name}"'.encode()
        lacking: set[str] = set()
        for _ in range(_MOST_PASSES):
            given = {**self._sources, "main.typ": main, "data.json": _without(data, lacking).encode()}
            try:
                return Made(_compiled(given, day), tuple(sorted(lacking)))
            except TypstError as error:
                found = _absent(error.diagnostic) - lacking
                if not found:
                    raise self._refused(name, error.message, error.diagnostic) from error
                lacking |= found
        raise Refused(message("{name}: too many characters have no picture in the fonts", name=name))

    def _refused(self, name: str, said: str, diagnostic: str) -> Refused:
        path, line = place_of(diagnostic, self._texts)
        return refusal(path or self._texts[name][0], line, message("{reason}", reason=said))


def can_show(picture: bytes) -> bool:
    """Tell whether typst can show a picture."""
    from typst import TypstError

    given = {"main.typ": _ONE_PICTURE, "data.json": json.dumps(list(picture)).encode()}
    try:
        _compiled(given, date(2000, 1, 1))
    except TypstError:
        return False
    return True


def plain(value: Any) -> Any:
    """Give a view as JSON takes it: named tuples become objects, and other sequences lists."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain(one) for name, one in zip(value._fields, value, strict=True)}
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, bytes):
        return list(value)
    return value if isinstance(value, str | int | None) else [plain(one) for one in value]


def _compiled(files: Mapping[str, bytes], day: date) -> bytes:
    from typst import compile

    raw: bytes = compile(  # type: ignore[call-overload] # its stub forgets that it takes several files
        dict(files),
        root=os.devnull,  # a file that was not given is looked for there, and is not there
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        timestamp=datetime.combine(day, time(), UTC),
    )
    return raw


@cache
def _fonts() -> "Fonts":
    """Give the fonts that typst carries, and no other: those of the machine would change the pages."""
    from typst import Fonts

    return Fonts(include_system_fonts=False)


def _absent(diagnostic: str) -> set[str]:
    """Give the characters that typst could not show."""
    return {char for match in _ABSENT.finditer(diagnostic) for char in _unescaped(match[1])}


def _unescaped(text: str) -> str:
    """Give a string that Rust wrote for those who debug."""
    return _ESCAPED.sub(lambda it: chr(int(it[1], 16)) if it[1] else _LETTERS.get(it[2], it[2]), text)


def _without(data: str, lacking: Iterable[str]) -> str:
    """Give the data with what the fonts lack replaced: a character, or its escape in JSON."""
    for char in lacking:
        data = data.replace(char, LACKING)
    return data
