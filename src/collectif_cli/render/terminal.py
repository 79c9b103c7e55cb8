"""What a terminal can show: its width, whether it has colours, and text made safe for it."""

import re
import unicodedata
from typing import NamedTuple

# Anything that moves the cursor, changes colours or reorders what is read.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_NARROWEST = 20
_COLOURS = {"red": "31", "yellow": "33", "blue": "34", "cyan": "36", "green": "32", "dim": "2", "bold": "1"}


class Screen(NamedTuple):
    """Where text goes: its width in columns, whether colours may be used, whether a person looks at it."""

    width: int = 80
    colour: bool = False
    interactive: bool = False

    def paint(self, text: str, *styles: str) -> str:
        """Give the text in colour where there are colours."""
        if not self.colour or not text:
            return text
        codes = ";".join(_COLOURS[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"


def safe(text: str) -> str:
    """Give a text of the collective without what could act on a terminal; tabs become spaces."""
    return UNSAFE.sub("\ufffd", text.replace("\t", "    "))


def flat(text: str) -> str:
    """Give a safe text on one line."""
    return " ".join(safe(text).splitlines())


def columns(text: str) -> int:
    """Give how many columns a text takes: wide characters two, those that sit on the one before none."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def paragraph(text: str, screen: Screen, first: str = "", then: str = "") -> str:
    """Give a safe sentence with its end of line: on as many lines as a person's screen asks for, on one in a
    pipe. The lines after the first begin as it does, then with ``then``.
    """
    if not screen.interactive:
        return f"{first}{safe(text)}\n"
    bare = text.lstrip(" ")
    first += " " * (len(text) - len(bare))
    indent = " " * (len(first) - len(first.lstrip(" "))) + then
    return "".join(f"{line}\n" for line in wrapped(bare, screen.width, first, indent) or [""])


def wrapped(text: str, width: int, first: str = "", then: str = "") -> list[str]:
    """Give the lines of a text, each with what it starts with; an id or a path is never cut in two."""
    import textwrap  # only who wraps waits for it

    return textwrap.wrap(
        safe(text),
        max(width, _NARROWEST),
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
