"""What a vote binds: the substance of a text, its normal form, its digest, and whether it is still the same.

The *substance* of a text is its title and its body, outside comments. Its digest is taken on a normal form
in which typography makes no difference: composed characters (Unicode NFC), one space for a run of them, no
matter which space, or none, stands before ``: ; ! ? »`` and after ``«``, which apostrophe, which hyphen,
where the lines of a paragraph are cut. Everything else makes one: a letter, a figure, a sign, a paragraph,
a title, an item of a list, a line of code.

A comment is left out only where it is certain that no reader sees it: it is closed, outside code, and not
escaped (CommonMark 0.31.2, sections 4.6, 6.1 and 6.6). Whatever is doubtful is part of the substance: at
worst a text is said to have changed when it did not, and never the other way round.
"""

import re
import unicodedata
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

# Code first, so that what looks like a comment inside it is kept; each alternative takes the leftmost.
_PARTS = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*(?:\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)|\Z)"
    r"|(?P<ticks>(?<!`)`+(?!`))(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)"
    r"|(?P<comment>(?<!\\)<!--(?:>|->|.*?-->))",
    re.DOTALL | re.MULTILINE,
)
# Lines before which a line break means something: those that are a block alone, and those that start one.
_ALONE = re.compile(r"\s*(?:#{1,6}(?:\s|$)|[|<]|(?:=+|-+|[*_ ]{3,})\s*$)")
_ITEM = re.compile(r"\s*(?:[-*+](?:\s|$)|[0-9]{1,9}[.)](?:\s|$)|>)")
_CODE = re.compile(r" {4}|\t")
_LETTERS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})
_BEFORE = re.compile(r"\s+(?=[:;!?»])")
_AFTER = re.compile(r"(?<=«)\s+")


class Substance(NamedTuple):
    """A title and a body, as they are written, comments included."""

    title: str
    body: str = ""


class Likeness(StrEnum):
    """What became of a text since it was voted."""

    IDENTICAL = "identical"
    TYPOGRAPHIC = "typographic"
    CHANGED = "changed"
    GONE = "gone"


def substance_digest(substance: Substance) -> str:
    """Give ``sha256:`` and the digest in hexadecimal of the normal form."""
    return f"sha256:{sha256(normal_form(substance).encode()).hexdigest()}"


def normal_form(substance: Substance) -> str:
    """Give the normal form: the title on a line, then a line for each block of the body."""
    title = _typographic(" ".join(visible(substance.title).split()))
    return "\n".join([title, *_blocks(visible(substance.body))])


def likeness(voted: Substance | None, digest: str, present: Substance | None) -> Likeness:
    """Compare a text with the one that was voted, whose digest is ``digest``.

    ``voted`` is None when its bytes are not to be had; nothing is then called identical, at most typographic.
    """
    if present is None:
        return Likeness.GONE
    if voted == present:
        return Likeness.IDENTICAL
    return Likeness.TYPOGRAPHIC if substance_digest(present) == digest else Likeness.CHANGED


def visible(text: str) -> str:
    """Give a Markdown text without the comments that nobody sees."""
    if "<!--" not in text:
        return text
    return _PARTS.sub(lambda found: "" if _is_hidden(found, text) else found[0], text)


def _is_hidden(found: "re.Match[str]", text: str) -> bool:
    """Tell whether a part is a comment; one that HTML would end earlier, or in a line of code, is kept."""
    comment = found["comment"]
    start = text.rfind("\n", 0, found.start()) + 1
    return comment is not None and "--!>" not in comment and not _CODE.match(text, start)


def _blocks(text: str) -> list[str]:
    """Give the blocks of a body: the lines of a paragraph joined, the lines of code as they are."""
    blocks: list[str] = []
    fence, joins = "", False
    for line in unicodedata.normalize("NFC", text).splitlines():
        mark = line.strip()[:3]
        if fence or mark in ("```", "~~~"):
            fence = "" if fence and mark == fence else fence or mark
            blocks.append(line.rstrip())
            joins = False
        elif not line.strip():
            joins = False
        elif joins and not (_ALONE.match(line) or _ITEM.match(line)):
            blocks[-1] += f" {line.strip()}"
        else:
            blocks.append(line.rstrip())
            joins = not (_CODE.match(line) or _ALONE.match(line))
    return [_typographic(_spaced(block)) for block in blocks]


def _spaced(block: str) -> str:
    """Give a block with one space for a run of them; those it starts with are kept, for they nest a list."""
    bare = block.lstrip(" \t")
    return block[: len(block) - len(bare)] + " ".join(bare.split())


def _typographic(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return _AFTER.sub("", _BEFORE.sub("", composed))
