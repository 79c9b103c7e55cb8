"""From bytes to text: encoding, invisible characters, conflict marks, what is not a text at all."""

import re
from bisect import bisect
from itertools import islice
from unicodedata import combining, is_normalized, name, normalize

from collectif_cli.model.message import message
from collectif_cli.model.source import Span
from collectif_cli.store.reading import Reading
from collectif_cli.store.tree import LARGEST_FILE

LARGEST = 4_000_000
LARGEST_BALLOTS = LARGEST_FILE
MOST_ODD = 20  # odd characters told of per file: a binary file must not give a million findings

# Control characters other than tab and line ends; the C1 set; the marks that reorder or hide text
# (Unicode bidi controls, zero-width characters, soft hyphen, line and paragraph separators, tag characters).
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_LONE_RETURN = re.compile("\r(?!\n)")
_ORDINARY = b"\t\n\r" + bytes(range(0x20, 0x7F))  # what is left of a text without these is short
_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)$", re.MULTILINE)


def decode(raw: bytes, reading: Reading, largest: int = LARGEST) -> str | None:
    """Give the text of a file, or None when there is none to read; everything odd in it is noted."""
    if len(raw) > largest:
        too_large = message("this file is too large to be read (over {most} MB)", most=largest // 1_000_000)
        hint = message("cut it in several files, or put it elsewhere and link to it")
        reading.fault("text-too-large", reading.top, too_large, hint)
        return None
    if raw.startswith(b"version https://git-lfs.github.com/spec/"):
        hint = message("fetch the file with “git lfs pull”, or keep it out of LFS")
        reading.fault(
            "text-lfs-pointer", reading.top, message("a pointer of Git LFS stands in place of the text"), hint
        )
        return None
    text = _characters(raw, reading)
    if text is None or _in_conflict(text, reading):
        return None
    _note_odd_characters(raw, text, reading)
    return same(text)


def _characters(raw: bytes, reading: Reading) -> str | None:
    if raw.startswith(b"\xef\xbb\xbf"):
        hint = message("save the file as “UTF-8” without a mark")
        reading.fault(
            "text-byte-order-mark", reading.top, message("the file starts with an invisible mark"), hint
        )
        raw = raw[3:]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        start = raw.rfind(b"\n", 0, error.start) + 1
        column = len(raw[start : error.start].decode("utf-8", "replace")) + 1
        hint = message("save the file as UTF-8; nothing of it was read")
        span = Span(reading.path, line, column, 1)
        reading.fault("text-not-utf8", span, message("this file is not in UTF-8 from here on"), hint)
        return None


def _in_conflict(text: str, reading: Reading) -> bool:
    """Note the marks that git leaves when a merge was not finished, once per file."""
    marks = [match for match in _CONFLICT.finditer(text)] if "<<<<<<< " in text else []
    if not marks or not any(mark[0].startswith(">") for mark in marks):
        return False
    hint = message("choose between the two versions, then remove the lines of “<”, “=” and “>”")
    reading.fault(
        "text-conflict",
        _span(text, marks[0].start(), reading, 7),
        message("a merge was left unfinished in this file"),
        hint,
    )
    return True


def _note_odd_characters(raw: bytes, text: str, reading: Reading) -> None:
    """Note each odd character; most texts have none, and only what is not ordinary in them is looked at."""
    if _ODD.search(raw.translate(None, _ORDINARY).decode("utf-8")):
        for odd in islice(_ODD.finditer(text), MOST_ODD):
            _note_one(text, odd.start(), reading)
    if "\r" in text and (lone := _LONE_RETURN.search(text)):
        reading.fault(
            "text-lone-return",
            _span(text, lone.start(), reading),
            message("a line ends the way of old Macs"),
            message("save the file with LF or CRLF line ends"),
        )
    if not is_normalized("NFC", text):
        _note_decomposed(text, reading)


def _note_one(text: str, at: int, reading: Reading) -> None:
    character = text[at]
    if character == "\u200d" and at and text[at - 1] >= "\u2190":
        return  # it joins two emoji into one
    called = name(character, f"U+{ord(character):04X}")
    span = _span(text, at, reading)
    if _BIDI.match(character):
        reading.fault(
            "text-bidi",
            span,
            message("an invisible character changes the order of reading ({name})", name=called),
            message("remove it: it can hide what a text says"),
        )
    elif _CONTROL.match(character):
        reading.fault(
            "text-control",
            span,
            message("a control character stands here ({name})", name=called),
            message("remove it"),
        )
    else:
        reading.fault(
            "text-invisible",
            span,
            message("an invisible character stands here ({name})", name=called),
            message("remove it"),
        )


def _note_decomposed(text: str, reading: Reading) -> None:
    """Note the first letter written as two characters (NFD); the text is read as if it were one."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not is_normalized("NFC", line):
            # The beginnings of the line that are composed are shorter than those that are not.
            at = bisect(range(1, len(line)), False, key=lambda end: not is_normalized("NFC", line[:end]))
            apart = at > 0 and combining(line[at]) > 0
            said = (
                message("an accent is written apart from its letter from here on")
                if apart
                else message("a character is written in an unusual way from here on")
            )
            span = Span(reading.path, number, at if apart else at + 1, 2 if apart else 1)
            hint = message("save the file again with an editor that writes “NFC”")
            reading.fault("text-not-nfc", span, said, hint)
            return


def _span(text: str, at: int, reading: Reading, width: int = 1) -> Span:
    start = text.rfind("\n", 0, at) + 1
    return Span(reading.path, text.count("\n", 0, at) + 1, at - start + 1, width)


def shown(text: str) -> str:
    """Give a text without the characters that nobody sees, but for what joins two emoji into one."""
    if text.isprintable() and not _ODD.search(text):
        return text
    return _ODD.sub(lambda odd: "\u200d" if odd[0] == "\u200d" else "", text)


def same(text: str) -> str:
    """Give the text composed (NFC), so that two spellings of the same letters are equal."""
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)
