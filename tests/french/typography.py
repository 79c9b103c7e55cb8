"""How French is typed: the faults that a reader notices and a dictionary does not.

The spaces before ``: ; ! ?`` and inside « » may be ordinary ones, and apostrophes straight: the tool prints
the right ones (``render.typography``). Source: Lexique des règles typographiques en usage à l'Imprimerie
nationale.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.french.masks import MARK
from tests.french.passages import Passage

# The pronouns that may stand twice: « nous nous réunissons ».
_TWICE = r"(?!nous\b|vous\b)"
_LETTER = r"[^\W\d_]"


class _Rule(NamedTuple):
    """A fault: how to see it, and what to say; ``{}`` is what was found."""

    form: re.Pattern[str]
    said: str


_RULES = (
    _Rule(re.compile(rf"(?<=[^\s|{MARK}])  +(?=[^\s|{MARK}])"), "deux espaces de suite"),
    _Rule(re.compile(r'"[^"\n]*"?'), "des guillemets droits : {} ; écrivez « … »"),
    _Rule(re.compile(r"\.\.\."), "trois points ; écrivez « … »"),
    _Rule(
        re.compile(rf"(?:^|[.!?…] |[«:] ?)A (?={_LETTER})", re.MULTILINE), "« A » sans accent ; écrivez « À »"
    ),
    _Rule(re.compile(r"\bCa (?!\d)"), "« Ca » sans cédille ; écrivez « Ça »"),
    _Rule(
        re.compile(r"\b(?:b|c|ch|m|man|n|s|v)?oeu\w*|\boeil\w*", re.IGNORECASE),
        "« oe » au lieu de « œ » : {}",
    ),
    _Rule(
        re.compile(rf"\b{_TWICE}({_LETTER}+)\s+\1\b(?!['’-])", re.IGNORECASE), "un mot écrit deux fois : {}"
    ),
    _Rule(re.compile(rf"(?<={_LETTER})[;!?](?![;!?\w])"), "pas d'espace avant {}"),
    _Rule(re.compile(rf"(?<={_LETTER}):(?=\s|$)", re.MULTILINE), "pas d'espace avant {}"),
    _Rule(re.compile(r"(?<=[\w»)]) +[,.](?![\w.…])"), "une espace avant {}"),
    _Rule(re.compile(rf"(?<={_LETTER}),(?={_LETTER})"), "pas d'espace après {}"),
    _Rule(re.compile(r"[?!…] ?\.(?!\w)|(?<![.\d])\.\.(?![.\d])|,,|;;"), "deux signes de suite : {}"),
    _Rule(re.compile(r"\b\d+(?:ère|ème|ième|éme|nde)s?\b"), "{} ; écrivez « 1re », « 2e »"),
    _Rule(re.compile(r"\betc…|\betc\.\.\."), "{} ; écrivez « etc. »"),
    _Rule(re.compile(r"«[^»]*(?:«|$)|(?:^|»)[^«]*»"), "un guillemet sans son pareil : {}"),
)


def typing_faults(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield each fault as ``file:line: what``."""
    for passage in passages:
        for rule in _RULES:
            for found in rule.form.finditer(passage.text):
                line = passage.line + passage.text.count("\n", 0, found.start())
                yield f"{passage.path}:{line}: {rule.said.format(_shown(found[0]))}"


def _shown(text: str) -> str:
    return " ".join(text.replace(MARK, " ").split())[:60]
