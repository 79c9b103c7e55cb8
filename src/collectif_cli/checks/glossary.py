"""Family ``glossary``: plain words for the words that are not."""

import re
from collections.abc import Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.glossary import Glossary
from collectif_cli.model.message import message
from collectif_cli.model.register import Register
from collectif_cli.model.spelling import same_words

MOST_WORDS = 60
_TOKEN = re.compile(r"[a-z0-9]+")
_PLURAL = re.compile(r"(?<=\w\w\w)[sx]\b")
# The small words of both languages, without accents or plurals: alone, they explain nothing.
_SMALL = frozenset(
    _TOKEN.findall(
        "a au aux avec c ce cela celle celui ces cet cette comme dan de des du d elle en est et etre fait "
        "faire il l la le les leur lor mot ne on ou par pas plu pour qu quand que qui quoi s sa se ses si "
        "soi son sont sur toute tout un une terme voir y "
        "an and any are as at be being by for from has have in is it its of one or that the their thi those "
        "to see something thing way what when which who with word"
    )
)


def circular(glossary: Glossary, register: Register) -> Iterator[Finding]:
    """An explanation says something beside the word that it explains."""
    for term in glossary.terms:
        said = _tokens(term.explanation.value) - _SMALL - _tokens(term.word.value)
        if not said:
            sentence = message("“{word}” is explained by itself", word=term.word.value)
            hint = message("say it in words that a neighbour would use")
            yield Finding(term.explanation.span, sentence, hint)


def long(glossary: Glossary, register: Register) -> Iterator[Finding]:
    """An explanation has at most 60 words."""
    for term in glossary.terms:
        words = len(term.explanation.value.split())
        if words > MOST_WORDS:
            sentence = message("this explanation has {words} words", words=words)
            hint = message("say it in {most} words at most", most=MOST_WORDS)
            yield Finding(term.explanation.span, sentence, hint)


def duplicate(glossary: Glossary, register: Register) -> Iterator[Finding]:
    """A word is explained once: capitals, accents and plurals do not make another word."""
    first: dict[str, str] = {}
    for term in glossary.terms:
        word = term.word.value
        other = first.setdefault(_singular(same_words(word)), word)
        if other != word:
            sentence = message("“{word}” is already explained, as “{other}”", word=word, other=other)
            yield Finding(term.word.span, sentence, message("keep one of the two explanations"))


def _singular(words: str) -> str:
    """Give words without their plural marks: good enough to compare two terms with each other."""
    return _PLURAL.sub("", words)


def _tokens(text: str) -> set[str]:
    return set(_TOKEN.findall(_singular(same_words(text))))
