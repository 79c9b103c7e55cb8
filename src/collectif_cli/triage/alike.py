"""Which texts resemble one another: the cosine of their words, the rare ones weighing more.

Each text is the set of its words, each word weighs log(n / texts that hold it), and two texts are as alike as
the angle between them is small (Salton and McGill, 1983; TF-IDF with binary counts). Nothing is decided here:
people look at what resembles, and say.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from math import log, sqrt
from typing import NamedTuple

from collectif_cli.model.search import fold

LEAST = 0.25  # below, two texts share what any two texts share
_WORD = re.compile(r"[^\W_]{3,}")
_COMMON = 5  # a word that one text in five holds says nothing of any
_FEW = 20  # among so few texts, no word is common


class Likeness(NamedTuple):
    """Another text, and how alike it is: 1 for the same words."""

    id: str
    share: float


class Alike:
    """The words of many texts, each with the texts that hold it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Read every text once: a second for ten thousand."""
        self._ids = list(texts)
        self._words = [words_in(text) for text in texts.values()]
        holders: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                holders[word].append(number)
        most = max(len(self._ids) // _COMMON, _FEW)
        total = len(self._ids) + 1  # so that a word that all of few texts hold still weighs something
        self._holders = {word: held for word, held in holders.items() if 1 < len(held) <= most}
        self._weights = {word: log(total / len(held)) for word, held in holders.items() if len(held) <= most}
        self._places = {id: number for number, id in enumerate(self._ids)}

    def like(self, id: str, most: int = 5) -> tuple[Likeness, ...]:
        """Give the texts most like that one, the nearest first, then in their order."""
        own = self._places.get(id)
        if own is None:
            return ()
        dots: dict[int, float] = defaultdict(float)
        for word in self._words[own]:
            held = self._holders.get(word, ())
            weight = self._weights.get(word, 0.0) ** 2
            for number in held:
                dots[number] += weight
        dots.pop(own, None)
        mine = self._length(own)
        nearest = (
            sorted(dots, key=lambda number: (-dots[number] / self._length(number), number))[:most]
            if mine
            else []
        )
        found = (
            Likeness(self._ids[number], dots[number] / (mine * self._length(number))) for number in nearest
        )
        return tuple(one for one in found if one.share >= LEAST)

    def _length(self, number: int) -> float:
        return sqrt(sum(self._weights.get(word, 0.0) ** 2 for word in self._words[number]))


def words_in(text: str) -> frozenset[str]:
    """Give the words of a text of three letters or more, without case, accents, or the mark of the plural."""
    return frozenset(
        word[:-1] if word[-1] in "sx" and len(word) > 3 else word for word in _WORD.findall(fold(text))
    )
