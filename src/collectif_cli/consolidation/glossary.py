"""The words of the glossary that a document uses."""

import re
from collections.abc import Iterable

from collectif_cli.model.glossary import Glossary, Term
from collectif_cli.model.spelling import same_words


def terms_used(glossary: Glossary | None, texts: Iterable[str]) -> tuple[Term, ...]:
    """Give the terms that stand in the texts, in any usual plural, in alphabetical order."""
    if glossary is None:
        return ()
    read = [_plain(text) for text in texts]
    used = [term for term in glossary.terms if _stands_in(term.word.value, read)]
    return tuple(sorted(used, key=lambda term: same_words(term.word.value)))


def _stands_in(word: str, texts: Iterable[str]) -> bool:
    """Tell whether a word stands in a text; its start is looked for first, for that is quick."""
    parts = _plain(word).split()
    if not parts:
        return False
    root = parts[0][:-2] if parts[0].endswith("al") else parts[0]
    form = re.compile(rf"\b{' '.join(map(_forms, parts))}\b")
    return any(root in text and form.search(text) is not None for text in texts)


def _forms(word: str) -> str:
    """Give a word and its plurals, in French or in English."""
    if word.endswith("al"):
        return rf"{re.escape(word[:-2])}(?:als?|aux)"
    return rf"{re.escape(word)}(?:s|x|es)?"


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
