"""Full text over the texts of a programme: words found whatever their accents and capitals, best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from collectif_cli.model.document import Document
from collectif_cli.model.noun import Noun

# How much a word counts by where it stands.
IN_TITLE, IN_HEADING, IN_TEXT = 100, 10, 1
SEARCHED = (
    "proposal",
    "contribution",
    "meeting",
    "group",
    "group-text",
    "exploration",
    "plenary",
    "vote",
    "outline",
    "organisation",
    "glossary",
    "collective",
)
_TITLE = re.compile(r"^(?:title|name): *(.*)$", re.MULTILINE)
_HEADINGS = re.compile(r"^#.*$", re.MULTILINE)
_ACCENTS = re.compile("[\u0300-\u036f]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})


class Hit(Noun):
    """A text that holds all the words: the line that holds most of them, and how well it answers."""

    kind: str
    id: str
    path: str
    line: int
    text: str
    score: int


def folded(text: str) -> str:
    """Give a text without accents nor capitals, its lines kept."""
    lower = text.lower()
    return lower if lower.isascii() else _ACCENTS.sub("", normalize("NFD", lower.translate(_LIGATURES)))


def find(documents: Iterable[Document], words: Sequence[str], kind: str = "") -> tuple[Hit, ...]:
    """Give the texts that hold every word, the best answers first, then in the order of their paths."""
    wanted = [folded(word) for word in words if word.strip()]
    hits = [
        hit
        for document in documents
        if document.kind in SEARCHED and kind in {"", document.kind}
        for hit in _hits(document, wanted)
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.path)))


def _hits(document: Document, wanted: list[str]) -> Iterator[Hit]:
    text = folded(document.text)
    if not wanted or not all(word in text for word in wanted):
        return
    title = _TITLE.search(text)
    headings = "\n".join(_HEADINGS.findall(text))
    score = sum(
        IN_TITLE * (title is not None and word in title[1])
        + IN_HEADING * (word in headings)
        + IN_TEXT * min(text.count(word), IN_HEADING - 1)
        for word in wanted
    )
    lines = text.split("\n")
    best = max(range(len(lines)), key=lambda number: sum(word in lines[number] for word in wanted))
    said = document.text.split("\n")[best].strip()
    yield Hit(kind=document.kind, id=document.id, path=document.path, line=best + 1, text=said, score=score)
