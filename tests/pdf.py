"""Reads a PDF as a reader of screens would: its words, its tags, what it says of itself."""

import io
import re
import unicodedata

from pypdf import PdfReader


def reader(raw: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(io.BytesIO(raw))


def text_of(raw: bytes) -> str:
    """Give the words of all pages, with single spaces, no hyphen at the end of a line, no ligature."""
    pages = " ".join(page.extract_text() for page in reader(raw).pages)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", pages))
