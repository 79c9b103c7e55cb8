"""The known word that a mistyped one was probably meant to be."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the closest of ``known`` to ``word``, or None when none is close enough to be worth saying."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1, cutoff=0.7)
    return close[0] if close else None
