"""What stands at the top of each drawn page, written by hand, beside this module."""

from pathlib import Path

SUFFIXES = {"en": ".md", "fr": ".fr.md"}


def text_of(name: str, code: str) -> str:
    """Give a text in the language of that code."""
    return (Path(__file__).parent / f"{name}{SUFFIXES[code]}").read_text(encoding="utf-8")
