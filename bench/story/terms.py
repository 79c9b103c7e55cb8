"""A word as it was before a plenary replaced it by another, in a French sentence that still reads well."""

import re

_VOWELS = "aeiouyhàâéèêëîïôùû"
_NUMBER = r"(?<!\d )(?<!mille )(?<!milliers )(?<!millions )(?<!milliers d['’])(?<!millions d['’])"


def restored(text: str, old: str, new: str) -> str:
    """Give the text with ``old`` where ``new`` stands, in both genders and numbers, elisions undone.

    A number of inhabitants is a figure, and was one before: “90 000 habitants” stays.
    """
    if new.casefold() not in text.casefold():
        return text
    return _form(new).sub(lambda found: _written(found, old, new), text)


def _form(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_NUMBER}(?P<before>\b(?:[dl]|qu)['’]|\bcet )?\b(?P<word>{re.escape(word)})(?P<end>es?|s|)\b",
        re.IGNORECASE,
    )


def _written(found: re.Match[str], old: str, new: str) -> str:
    before, end = found["before"] or "", found["end"]
    word = _feminine(old) if end.startswith("e") else old
    word += "s" if end.endswith("s") else ""
    if found["word"][0].isupper():
        word = word[0].upper() + word[1:]
    return _before(before, word, feminine=end.startswith("e")) + word


def _feminine(word: str) -> str:
    return f"{word}ne" if word.endswith("en") else f"{word}e"


def _before(before: str, word: str, *, feminine: bool) -> str:
    """Give the little word that leads to another one, whole when no vowel follows any more."""
    if word[0].lower() in _VOWELS or not before:
        return before
    whole = {"d": "de ", "l": "la " if feminine else "le ", "qu": "que ", "cet ": "ce "}
    little = whole[before.rstrip("'’").lower()]
    return little.capitalize() if before[0].isupper() else little
