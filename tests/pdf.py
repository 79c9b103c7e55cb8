"""Reads a PDF as a reader of screens would: its words, its tags, what it says of itself."""

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def reader(raw: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(io.BytesIO(raw))


def text_of(raw: bytes) -> str:
    """Give the words of all pages, with single spaces, no hyphen at the end of a line, no ligature."""
    pages = " ".join(page.extract_text() for page in reader(raw).pages)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", pages))


def bookmarks(raw: bytes) -> list[str]:
    """Give the titles of the bookmarks, those within others included."""
    return list(_titles(reader(raw).outline))


def _titles(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one.title)


def said_of_itself(raw: bytes) -> tuple[str, bool, bool]:
    """Give the language, whether the PDF is tagged, and whether its title is shown as that of the window."""
    catalogue: Any = reader(raw).trailer["/Root"]
    shown = catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    return str(catalogue["/Lang"]), bool(catalogue["/MarkInfo"]["/Marked"]), bool(shown)
