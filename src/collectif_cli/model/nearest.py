"""The known word that a mistyped one was probably meant to be."""

from collections.abc import Collection

CLOSE = 0.7
FEW = 300


def nearest(word: str, known: Collection[str]) -> str | None:
    """Give the closest of ``known`` to ``word``, or None when none is close enough to be worth saying.

    Among more than a few words only those that begin or end alike are compared.
    """
    from difflib import get_close_matches

    candidates = known if len(known) <= FEW else _alike(word, known)
    close = get_close_matches(word, candidates, n=1, cutoff=CLOSE)
    return close[0] if close else None


def _alike(word: str, known: Collection[str]) -> list[str]:
    """Give at most a few words of about the same length that share a half with ``word``."""
    size, half = len(word), len(word) // 2
    start, end = word[:half], word[size - half :]
    close = [
        one for one in known if -2 <= len(one) - size <= 2 and (one.startswith(start) or one.endswith(end))
    ]
    close.sort(key=lambda one: (not (one.startswith(start) and one.endswith(end)), one))
    return close[:FEW]
