"""From bytes to text: what is odd is told at its place, once, and the rest is read."""

import time

import pytest

from collectif_cli.store.raw_text import LARGEST, MOST_ODD, decode
from collectif_cli.store.reading import Reading


def told(raw: bytes, largest: int = LARGEST) -> tuple[str | None, list[tuple[str, int, int, int]]]:
    reading = Reading("a.md")
    text = decode(raw, reading, largest)
    return text, [(one.code, one.span.line, one.span.column, one.span.width) for one in reading.faults]


def test_an_ordinary_text_is_given_as_it_is() -> None:
    """Accents, guillemets, no-break spaces, an emoji made of two, CRLF, a tab."""
    text = "« Cœur\u202f! » d\u2019été\u00a0: 👩\u200d🌾\r\n\tà suivre\n"
    assert told(text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"\xff\xfea", (1, 1)),
        ("é\nàb".encode() + b"\xe9t\xe9", (2, 3)),
        (b"a\xc3", (1, 2)),
        (b"\xed\xa0\x80", (1, 1)),
    ],
)
def test_what_is_not_utf8_is_not_read(raw: bytes, place: tuple[int, int]) -> None:
    """UTF-16, Latin-1 on a second line, a letter cut in two, half a pair of surrogates."""
    assert told(raw) == (None, [("text-not-utf8", *place, 1)])


def test_byte_order_mark_is_told_and_left_out() -> None:
    """A text as Notepad writes it."""
    assert told(b"\xef\xbb\xbfa") == ("a", [("text-byte-order-mark", 1, 1, 0)])


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\u202e", "text-bidi"),
        ("\u2066", "text-bidi"),
        ("\u200f", "text-bidi"),
        ("\u061c", "text-bidi"),
        ("\u200b", "text-invisible"),
        ("\u00ad", "text-invisible"),
        ("\u2028", "text-invisible"),
        ("\u2060", "text-invisible"),
        ("\ufeff", "text-invisible"),
        ("\U000e0041", "text-invisible"),
        ("\u200d", "text-invisible"),
        ("\x00", "text-control"),
        ("\x1b", "text-control"),
        ("\x7f", "text-control"),
        ("\x85", "text-control"),
        ("\x0c", "text-control"),
    ],
)
def test_odd_characters_are_told_at_their_place(character: str, code: str) -> None:
    """One such character on the second line, after an accent."""
    text = f"un\nété{character}b\n"
    assert told(text.encode()) == (text, [(code, 2, 4, 1)])


def test_a_binary_file_does_not_give_a_million_findings() -> None:
    """A thousand bytes of nothing."""
    assert len(told(b"\x00" * 1000)[1]) == MOST_ODD


def test_lone_return_is_told_once() -> None:
    """Three lines as old Macs ended them, after one as Windows does."""
    assert told(b"a\r\nb\rc\rd")[1] == [("text-lone-return", 2, 2, 1)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("e\u0301a", (1, 2)),
        ("abe\u0301", (3, 2)),
        ("\u212b", (1, 1)),
        ("a\u2126b", (2, 1)),
        ("\u0344", (1, 1)),
    ],
)
def test_text_that_is_not_composed_is_told_once_and_composed(line: str, place: tuple[int, int]) -> None:
    """An accent after its letter; an old sign for a letter."""
    text, found = told(f"un\n{line}\ne\u0301\n".encode())
    assert found == [("text-not-nfc", 2, *place)]
    assert text is not None
    assert text.endswith("\né\n")


def test_a_long_line_is_composed_in_time() -> None:
    """A line of a million letters whose last is not composed."""
    begun = time.perf_counter()
    _, found = told(("à" * 1_000_000 + "e\u0301").encode())
    assert found == [("text-not-nfc", 1, 1_000_001, 2)]
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_unfinished_merge_is_one_finding(end: str) -> None:
    """Both versions of a line."""
    marks = ["a", "<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> autre", ""]
    assert told(end.join(marks).encode()) == (None, [("text-conflict", 2, 1, 7)])


@pytest.mark.parametrize(
    "text", ["Titre\n=======\n", "<<<<<<< pas une fusion\n", "    <<<<<<< a\n    >>>>>>> b\n"]
)
def test_what_only_looks_like_a_merge(text: str) -> None:
    """A heading underlined; a lone mark; marks shown as an example."""
    assert told(text.encode()) == (text, [])


def test_lfs_pointer_and_too_large_are_not_read() -> None:
    """A pointer; a file one byte too long."""
    assert told(b"version https://git-lfs.github.com/spec/v1\noid x\n") == (
        None,
        [("text-lfs-pointer", 1, 1, 0)],
    )
    assert told(b"a" * 11, largest=10) == (None, [("text-too-large", 1, 1, 0)])
    assert told(b"a" * 10, largest=10)[1] == []
