"""Spellings of the same words: what makes two titles, two headings or two terms one and the same."""

from unicodedata import combining, normalize

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\u2010": "-", "\u2011": "-"})


def same_words(text: str) -> str:
    """Give a text without what spelling varies in: case, accents, apostrophes, spaces, final punctuation.

    Two texts for which it is the same say the same words.
    """
    plain = text.casefold()
    if not plain.isascii():
        parts = normalize("NFD", plain.translate(_LIGATURES))
        plain = "".join(character for character in parts if not combining(character))
    return " ".join(plain.split()).rstrip(" .:;!?…")


def same_name(name: str) -> str:
    """Give a name without its capitals, its doubled spaces, its typography; accents tell names apart."""
    return " ".join(normalize("NFKC", name).replace("’", "'").casefold().split())
